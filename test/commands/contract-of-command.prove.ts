import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contract } from '../../src/commands/contract.ts'
import { register } from '../../src/commands/register.ts'
import type { ContractResult } from '../../src/domain/results/contract.ts'
import { CHURN_FILES, CHURN_YAML, MODEL, type RealBench, realBench, run } from '../support/real-bench.ts'

/** A model that no engine loads: weights, and the program that knows what to do with them. */
const WEIGHTS = JSON.stringify({ phone_service: 0.5, paperless_billing: 1, streaming_tv: { Yes: 1, No: -1 } })
const MODEL_CODE = `import { readFileSync } from 'node:fs'
const weights = JSON.parse(readFileSync(process.env.MODELYARD_MODEL, 'utf8'))
export function score(row) {
  const tv = weights.streaming_tv[row.streaming_tv] ?? 0
  const z = weights.phone_service * Number(row.phone_service) + weights.paperless_billing * Number(row.paperless_billing) + tv
  return 1 / (1 + Math.exp(-z))
}
`
const PREDICT = `import { readFileSync, writeFileSync } from 'node:fs'
import { score } from './model.mjs'
const how = process.argv[2]
const [head, ...lines] = readFileSync(process.env.MODELYARD_DATA, 'utf8').trimEnd().split('\\n')
const rows = lines.map(line => Object.fromEntries(line.split(',').map((cell, at) => [head.split(',')[at], cell])))
if (how === 'refuses-missing' && rows.some(row => Object.values(row).includes(''))) throw new Error('Input contains NaN')
if (how === 'dies-of-unknown' && rows.some(row => row.streaming_tv.startsWith('a category'))) process.kill(process.pid, 'SIGKILL')
if (how === 'drops-missing') rows.splice(0, rows.length, ...rows.filter(row => !Object.values(row).includes('')))
if (how === 'dies') { console.error('KeyError: tenure'); process.exit(1) }
const mean = rows.reduce((sum, row) => sum + score(row), 0) / rows.length
const scores = rows.map(row => (how === 'standardizes' ? score(row) - mean + 0.5 : how === 'answers-logits' ? 2.5 : how === 'draws' ? Math.random() : score(row)))
writeFileSync(process.env.MODELYARD_OUT + '/predictions.csv', ['probability', ...scores].join('\\n') + '\\n')
`
const SERVE = `import { createServer } from 'node:http'
import { score } from './model.mjs'
const shift = Number(process.argv[2])
createServer(async (request, response) => {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  response.setHeader('content-type', 'application/json')
  if (request.method === 'GET') return response.end('"ready"')
  try {
    const rows = JSON.parse(Buffer.concat(chunks))
    if (!Array.isArray(rows) || rows.some(row => typeof row !== 'object')) throw new Error('rows are due')
    for (const row of rows)
      for (const name of ['phone_service', 'paperless_billing'])
        if (typeof row[name] !== 'number') throw new Error('numbers are due')
    response.end(JSON.stringify(rows.map(row => ({ probability: score(row) + shift }))))
  } catch (error) {
    response.writeHead(400).end(JSON.stringify({ error: String(error) }))
  }
}).listen(Number(process.env.PORT), '127.0.0.1')
`

async function benchWith(keys: string): Promise<RealBench> {
  const bench = await realBench({
    ...CHURN_FILES,
    [`${MODEL}/model.yaml`]: `${CHURN_YAML}${keys}`,
    'model.mjs': MODEL_CODE,
    'predict.mjs': PREDICT,
    'serve.mjs': SERVE,
  })
  await bench.write({ '.git/weights.bin': WEIGHTS })
  await run(register, bench, { model: 'churn', artifact: join(bench.root, '.git/weights.bin'), merge: true })
  return bench
}

const node = `"${process.execPath}"`
const predictBy = (how: string) => `predict: {command: '${node} predict.mjs ${how}'}\n`
const INPUT = { model: 'churn', version: '1', evidence: false }

const outcomes = ({ facts }: ContractResult) =>
  Object.fromEntries(facts.checks.map(({ check, outcome }) => [check, outcome]))
const broken = ({ facts }: ContractResult) =>
  facts.checks.filter(({ outcome }) => outcome === 'broken').map(({ check }) => check)
const detailOf = ({ facts }: ContractResult, name: string) =>
  facts.checks.find(({ check }) => check === name)?.detail

describe('a version that is no ONNX, asked by predict of model.yaml', () => {
  const ask = async (how: string) => run<ContractResult>(contract, await benchWith(predictBy(how)), INPUT)

  test('keeps what a command can promise', async () => {
    const result = await ask('')
    expect(broken(result)).toEqual([])
    expect(outcomes(result)).toMatchObject({
      'inputs-fit-data': 'not-asked',
      answers: 'kept',
      'batch-equals-single-rows': 'kept',
      'same-row-same-answer': 'kept',
      'no-rows': 'kept',
      'missing-values': 'kept',
      'unknown-categories': 'kept',
      'long-text': 'kept',
      'extreme-numbers': 'kept',
      'infinite-numbers': 'kept',
      'wrong-types': 'kept',
    })
    expect(detailOf(result, 'infinite-numbers')).toContain('NaN')
    expect(result).toMatchObject({
      outcome: 'passed',
      engine: 'predict of model.yaml',
      facts: { against: 'artifact', inputs: 3 },
    })
  })

  test.each([
    ['standardizes', ['batch-equals-single-rows'], /row 0 in one batch/],
    ['draws', ['same-row-same-answer', 'batch-equals-single-rows'], /asked again/],
    ['dies', ['answers'], /status 1; it said last: KeyError: tenure/],
    ['dies-of-unknown', ['unknown-categories'], /SIGKILL|status 137/],
    ['answers-logits', ['answers'], /it predicts 2\.5 as a probability/],
    ['drops-missing', ['missing-values'], /0 predictions for 3 rows/],
  ])('that %s breaks %j', async (how, expected, why) => {
    const result = await ask(how)
    expect(broken(result).toSorted()).toEqual(expected.toSorted())
    expect(detailOf(result, expected[0] ?? '')).toMatch(why)
    expect(result.outcome).toBe('failed')
  })

  test('that refuses what it cannot predict gave an answer', async () => {
    const result = await ask('refuses-missing')
    expect(broken(result)).toEqual([])
    expect(detailOf(result, 'missing-values')).toContain('Input contains NaN')
  })

  test('without a command it cannot be asked, and with other bytes it is not', async () => {
    await expect(run(contract, await benchWith(''), INPUT)).rejects.toMatchObject({ code: 'not-runnable' })
    const bench = await benchWith(predictBy(''))
    await bench.write({ [`${MODEL}/versions/1/model.bin`]: '{}' })
    await expect(run(contract, bench, INPUT)).rejects.toMatchObject({ code: 'digest-mismatch' })
  })
})

describe('its endpoint', () => {
  const ask = async (shift: number, protocol = 'rows') => {
    const serve = `serve: {command: '${node} serve.mjs ${shift}', ready: /health, protocol: ${protocol}}\n`
    return run<ContractResult>(contract, await benchWith(`${predictBy('')}${serve}`), {
      ...INPUT,
      serve: true,
    })
  }

  test('is held to what the command predicts', async () => {
    const result = await ask(0)
    expect(result.facts.checks.filter(({ outcome }) => outcome !== 'kept')).toEqual([])
    expect(broken(await ask(0.01))).toContain('same-as-artifact')
  })

  test('cannot be asked by tensors', async () => {
    await expect(ask(0, 'v2')).rejects.toMatchObject({ code: 'bad-input' })
  })
})
