import { describe, expect, test } from 'vitest'
import { contract } from '../../src/commands/contract.ts'
import { Evidence } from '../../src/domain/evidence/evidence.ts'
import type { ContractResult } from '../../src/domain/results/contract.ts'
import type { Inference, Scores } from '../../src/ports.ts'
import { startRowsServer, startServer, startV2Server, type Wrongness } from '../support/endpoints.ts'
import { fixture } from '../support/fixture-models.ts'
import {
  CHURN_YAML,
  churnBench,
  exampleBench,
  MODEL,
  type RealBench,
  registeredBench,
  run,
} from '../support/real-bench.ts'
import { forAllTests } from '../support/temporary.ts'

/** The artifact's own predictions are the same in every test: they are made once. */
async function scoredOnce(): Promise<RealBench> {
  const bench = await churnBench()
  const { inference } = bench.ports
  let scores: Promise<Scores> | undefined
  const score: Inference['score'] = request => {
    scores ??= inference.score(request)
    return scores
  }
  return { ...bench, ports: { ...bench.ports, inference: { ...inference, score } } }
}

const outcomes = ({ facts }: ContractResult) =>
  Object.fromEntries(facts.checks.map(({ check, outcome }) => [check, outcome]))
const broken = ({ facts }: ContractResult) =>
  facts.checks.filter(({ outcome }) => outcome === 'broken').map(({ check }) => check)
const detailOf = ({ facts }: ContractResult, name: string) =>
  facts.checks.find(({ check }) => check === name)?.detail

describe('an artifact', () => {
  const example = forAllTests(exampleBench)
  const ask = (version: string) =>
    run<ContractResult>(contract, example(), { model: 'telco-churn', version, evidence: false })

  test('that is the champion keeps everything that can be asked of it', async () => {
    const result = await ask('champion')
    expect(broken(result)).toEqual([])
    expect(result.outcome).toBe('passed')
    expect(outcomes(result)).toMatchObject({
      'inputs-fit-data': 'kept',
      'inputs-as-champion': 'not-asked',
      'classes-as-champion': 'not-asked',
      answers: 'kept',
      'batch-equals-single-rows': 'kept',
      'same-row-same-answer': 'kept',
      'no-rows': 'kept',
      'wrong-types': 'kept',
    })
  })

  test('with other inputs than the champion breaks what callers rely on, and says which', async () => {
    const result = await ask('1')
    expect(result.champion?.version).toBe(5)
    expect(broken(result)).toContain('inputs-as-champion')
    expect(detailOf(result, 'inputs-as-champion')).toMatch(/added|removed|changed/)
  })
})

describe('an artifact of one column of each kind', () => {
  test('leaves evidence that names artifact and data', async () => {
    const bench = await churnBench()
    const result = await run<ContractResult>(contract, bench, { model: 'churn', version: '1' })
    expect(result.outcome).toBe('passed')
    const [name] = await bench.ports.drafts.list('evidence/churn/1')
    const bytes = (await bench.ports.drafts.read(`evidence/churn/1/${name}`)) as Uint8Array
    expect(Evidence.parse(JSON.parse(new TextDecoder().decode(bytes)))).toMatchObject({
      kind: 'contract',
      subject: { artifact: result.version.artifact, data: result.data.sha256 },
      facts: { against: 'artifact', inputs: 3 },
    })
  })

  test('that the data does not feed is broken there, and nothing else is asked', async () => {
    const bench = await registeredBench({ files: { 'data/test.csv': 'phone_service,churn\n1,Yes\n' } })
    const result = await run<ContractResult>(contract, bench, {
      model: 'churn',
      version: '1',
      evidence: false,
    })
    expect(result.outcome).toBe('failed')
    expect(broken(result)).toEqual(['inputs-fit-data'])
    expect(outcomes(result)).not.toHaveProperty('answers')
  })

  test.each([
    ['wrong-row-count', 'x', ['answers']],
    ['nan-output', 'x', []],
  ])('%s', async (name, column, expected) => {
    const bench = await registeredBench({
      artifact: fixture(`models/hostile/${name}.onnx`),
      files: {
        'data/test.csv': `${column},y\n1,1\n2,2\n3,3\n`,
        [`${MODEL}/model.yaml`]: 'task: regression\ntarget: y\nevaluate: {data: {uri: data/test.csv}}\n',
      },
    })
    const result = await run<ContractResult>(contract, bench, {
      model: 'churn',
      version: '1',
      evidence: false,
    })
    expect(broken(result)).toEqual(expected)
  })
})

describe('an endpoint that speaks rows', () => {
  const bench = forAllTests(scoredOnce)
  const ask = (url: string, more: Readonly<Record<string, unknown>> = {}) =>
    run<ContractResult>(contract, bench(), { model: 'churn', version: '1', url, evidence: false, ...more })

  test('and serves the artifact keeps its contract', async () => {
    const result = await ask(await startRowsServer())
    expect(result.facts.checks.filter(({ outcome }) => outcome !== 'kept')).toEqual([])
    expect(result).toMatchObject({
      outcome: 'passed',
      facts: { against: 'endpoint', protocol: 'rows', inputs: 3 },
    })
  })

  test.each<[string, string[], Wrongness]>([
    [
      'turns the rows about',
      ['same-as-artifact', 'order', 'batch-equals-single-rows'],
      { predictions: scored => scored.toReversed() },
    ],
    [
      'predicts something else',
      ['same-as-artifact'],
      { predictions: scored => scored.map(one => ({ ...(one as object), probability: 0.123 })) },
    ],
    [
      'is off by a thousandth',
      ['same-as-artifact'],
      {
        predictions: scored =>
          scored.map(one => {
            const { probability, ...rest } = one as { probability: number }
            return { ...rest, probability: probability * 1.001 }
          }),
      },
    ],
    ['drops a row', ['same-as-artifact'], { predictions: scored => scored.slice(1) }],
    [
      'answers nulls and wrong types with 500',
      ['missing-values', 'wrong-types', 'malformed-requests'],
      { badRequest: 500 },
    ],
    ['answers as text', ['content-type'], { answer: (_rows, right) => ({ ...right, type: 'text/plain' }) }],
    [
      'answers with a page',
      ['answers'],
      { answer: () => ({ type: 'text/html', body: '<!doctype html><p>It works' }) },
    ],
    ['answers in NaN', ['answers'], { answer: () => ({ body: '[{"label": 0, "probability": NaN}]' }) }],
    ['is not there', ['answers'], { answer: () => ({ status: 404, body: '{}' }) }],
    ['is broken', ['answers'], { answer: (_rows, right) => ({ ...right, status: 503 }) }],
    ['says that it has moved', ['answers'], { answer: (_rows, right) => ({ ...right, status: 302 }) }],
    ['hangs', ['answers'], { answer: () => undefined }],
    [
      'gives predictions for no rows',
      ['no-rows'],
      { predictions: (scored, rows) => (rows.length === 0 ? [{ label: 0, probability: 0.1 }] : scored) },
    ],
  ])('but %s breaks %j', async (_what, expected, wrongness) => {
    const result = await ask(await startRowsServer(wrongness), { timeoutSeconds: 2 })
    expect(broken(result)).toEqual(expect.arrayContaining(expected))
    expect(result.outcome).toBe('failed')
  })

  test('what is asked by a field that is not there is no prediction', async () => {
    const url = await startRowsServer({ predictions: scored => scored.map(() => ({ score: 0.5 })) })
    expect(broken(await ask(url))).toEqual(['answers'])
  })

  test('a right order is told from right predictions', async () => {
    const other = await ask(
      await startRowsServer({ predictions: scored => scored.map(() => ({ label: 0, probability: 0.9 })) }),
    )
    expect(outcomes(other)).toMatchObject({ 'same-as-artifact': 'broken', order: 'not-asked' })
  })

  test('one that an odd value silences is asked no more', async () => {
    const url = await startRowsServer({
      answer: (rows, right) => (rows.some(row => String(row[2]).length > 1000) ? undefined : right),
    })
    const result = await ask(url, { timeoutSeconds: 1 })
    expect(outcomes(result)).toMatchObject({
      'unknown-categories': 'kept',
      'long-text': 'broken',
      'extreme-numbers': 'not-asked',
      'same-answer-afterwards': 'not-asked',
    })
  })

  test('an answer without end is cut off', async () => {
    const endless = async function* () {
      for (;;) yield `"${'x'.repeat(100_000)}",`
    }
    const url = await startRowsServer({ answer: () => ({ body: endless() }) })
    const result = await ask(url)
    expect(broken(result)).toEqual(['answers'])
    expect(detailOf(result, 'answers')).toContain('too large')
  })

  test('another host that it redirects to is not asked', async () => {
    let asked = 0
    const elsewhere = await startServer(async () => {
      asked += 1
      return { body: '[]' }
    })
    const url = await startServer(async () => ({ status: 307, headers: { location: elsewhere }, body: '' }))
    expect(broken(await ask(url))).toEqual(['answers'])
    expect(asked).toBe(0)
  })

  test('of its address nothing that may be secret is kept', async () => {
    const url = await startRowsServer()
    expect((await ask(`${url}/predict?token=s3cret`)).url).toBe(`${url}/predict`)
  })

  test.each(['ftp://127.0.0.1/', 'file:///etc/passwd', 'predict', 'http://ada:s3cret@127.0.0.1/'])(
    'is not looked for at %s',
    async url => {
      const error = await ask(url).catch(thrown => thrown)
      expect(error).toMatchObject({ code: 'bad-input' })
      expect(error.message).not.toContain('s3cret')
    },
  )
})

describe('an endpoint that speaks v2', () => {
  const bench = forAllTests(scoredOnce)

  test('and serves the artifact keeps its contract', async () => {
    const result = await run<ContractResult>(contract, bench(), {
      model: 'churn',
      version: '1',
      url: await startV2Server('churn'),
      protocol: 'v2',
      evidence: false,
    })
    expect(result.facts.checks.filter(({ outcome }) => outcome !== 'kept')).toEqual([])
    expect(result).toMatchObject({ outcome: 'passed', facts: { protocol: 'v2' } })
  })

  test('and serves another model is told so', async () => {
    const result = await run<ContractResult>(contract, bench(), {
      model: 'churn',
      version: '1',
      url: await startV2Server('prices'),
      protocol: 'v2',
      evidence: false,
    })
    expect(broken(result)).toEqual(['answers'])
    expect(detailOf(result, 'answers')).toContain('404')
  })
})

describe('what cannot be asked', () => {
  const bench = forAllTests(churnBench)

  test.each([
    ['an address and a command at once', { url: 'http://127.0.0.1:1/', serve: true }, 'bad-input'],
    ['a protocol of nothing', { protocol: 'v2' }, 'bad-input'],
    ['a command that model.yaml does not have', { serve: true }, 'bad-input'],
    ['a version that there is not', { version: '9' }, 'unknown-version'],
  ])('%s', async (_what, input, code) => {
    await expect(run(contract, bench(), { model: 'churn', version: '1', ...input })).rejects.toMatchObject({
      code,
    })
  })
})

describe('an endpoint that serve of model.yaml starts', () => {
  const SERVED = `${CHURN_YAML}serve: {command: "node server.js", ready: /health, path: /predict, probability: score}\n`

  /** Commands that "start" a server of this process. */
  async function served(url: string, ready = true) {
    const bench = await registeredBench({ files: { [`${MODEL}/model.yaml`]: SERVED } })
    const seen: string[] = []
    const end = {
      status: 3,
      signal: undefined,
      exceeded: undefined,
      seconds: 1,
      peakBytes: undefined,
      tail: 'no module named uvicorn\n',
      memoryLimit: 'none' as const,
    }
    const process = {
      run: async () => end,
      start({ command, env }: { command: string; env: Readonly<Record<string, string>> }) {
        seen.push(command, env.MODELYARD_MODEL ?? '')
        const ended = ready ? new Promise<typeof end>(() => {}) : Promise.resolve(end)
        return {
          ended,
          async stop() {
            seen.push('stopped')
            return end
          },
        }
      },
      temporaryFolder: async () => ({
        path: `${bench.root}/.git/served`,
        write: async () => {},
        link: async () => 'absent' as const,
        async remove() {
          seen.push('removed')
        },
      }),
      keptFolder: async () => {},
      freePort: async () => Number(new URL(url).port),
    }
    const ports = { ...bench.ports, process }
    return {
      seen,
      ask: () =>
        run<ContractResult>(
          contract,
          { ports },
          { model: 'churn', version: '1', serve: true, evidence: false },
        ),
    }
  }

  test('is asked by the names that it gives its fields, and stopped', async () => {
    const url = await startRowsServer({
      predictions: scored => scored.map(one => ({ score: (one as { probability: number }).probability })),
      answer: (_rows, right) => right,
    })
    const { seen, ask } = await served(url)
    const result = await ask()
    expect(broken(result)).toEqual([])
    expect(result.url).toBe(`${url}/predict`)
    expect(seen).toEqual(['node server.js', expect.stringMatching(/model\.onnx$/), 'stopped', 'removed'])
  })

  test('that ends by itself is an error with what it said', async () => {
    const { seen, ask } = await served('http://127.0.0.1:9', false)
    await expect(ask()).rejects.toMatchObject({
      code: 'not-runnable',
      message: expect.stringContaining('no module named uvicorn'),
    })
    expect(seen.slice(-2)).toEqual(['stopped', 'removed'])
  })
})
