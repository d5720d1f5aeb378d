import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openInference } from '../../src/adapters/onnx/inference.ts'
import { evaluate } from '../../src/commands/evaluate.ts'
import { promote } from '../../src/commands/promote.ts'
import { register } from '../../src/commands/register.ts'
import { rollback } from '../../src/commands/rollback.ts'
import { validate } from '../../src/commands/validate.ts'
import type { MoveResult } from '../../src/domain/results/move.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'
import type { Inference } from '../../src/ports.ts'
import { modelyard } from '../support/command-line.ts'
import { fixture } from '../support/fixture-models.ts'
import {
  churnBench,
  exampleBench,
  MODEL,
  type RealBench,
  registerBytes,
  registeredBench,
  run,
} from '../support/real-bench.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { expectRefused, expectUnchanged } from '../support/unchanged.ts'

const hostile = (name: string) => fixture(`models/hostile/${name}.onnx`)
const ARTIFACT = `${MODEL}/versions/1/model.onnx`

/** A registry whose model is a regression of `y` on `x`, which the hostile models would be. */
function regressionBench(artifact: Uint8Array): Promise<RealBench> {
  return registeredBench({
    artifact,
    files: {
      [`${MODEL}/model.yaml`]: 'task: regression\ntarget: y\nevaluate: {data: {uri: data/test.csv}}\n',
      'data/test.csv': 'x,y\n1,2\n2,3\n3,5\n',
    },
  })
}

const evaluated = (bench: RealBench) => () => run(evaluate, bench, { model: 'churn', version: '1' })

describe('bytes that are no ONNX model are not registered as one', () => {
  test.each([
    ['empty', 'auto', 'is empty', 'the step that wrote it'],
    ['truncated', 'auto', 'cut short', 'opaque'],
    ['random-bytes', 'auto', 'no ONNX model', 'opaque'],
    ['deep-nesting', 'auto', 'no ONNX model', 'opaque'],
    ['text', 'auto', 'Git LFS pointer', 'git lfs pull'],
    ['text', 'onnx', 'Git LFS pointer', 'git lfs pull'],
    ['pickle', 'onnx', 'no ONNX model', 'opaque'],
  ])('%s, taken as %s', async (name, as, message, next) => {
    const bench = await churnBench()
    await bench.write({ '.git/given.onnx': hostile(name) })
    const input = { model: 'churn', artifact: join(bench.root, '.git/given.onnx'), as, merge: true }
    const refusal = { code: 'bad-artifact', message, next } as const
    await expectRefused(bench.root, () => run(register, bench, input), refusal)
  })

  test('nor is a model whose own names no record could hold', async () => {
    const bench = await churnBench()
    // Of the same length, so that the file stays what it is.
    const text = hostile('hostile-names').toString('latin1').replaceAll('<img src=x', '__proto__x')
    const named = Buffer.from(text, 'latin1')
    await bench.write({ '.git/given.onnx': named })
    const input = { model: 'churn', artifact: join(bench.root, '.git/given.onnx'), merge: true }
    const refusal = { code: 'bad-input', message: '__proto__', next: 'rename' } as const
    await expectRefused(bench.root, () => run(register, bench, input), refusal)
  })
})

describe('what is no ONNX is never loaded', () => {
  test('a pickle, whatever its name: the next step is the export or its predictions', async () => {
    const bench = await registeredBench({ artifact: hostile('pickle') })
    const error = await expectRefused(bench.root, evaluated(bench), {
      code: 'not-runnable',
      message: 'loading it runs code',
      next: 'from skl2onnx import to_onnx',
    })
    expect(error.next).toContain('--predictions')
  })

  test('noise that was registered unopened', async () => {
    const bench = await churnBench()
    await registerBytes(bench, hostile('random-bytes'), { as: 'opaque' })
    const refusal = { code: 'not-runnable', next: 'export it as ONNX' } as const
    await expectRefused(bench.root, () => run(evaluate, bench, { model: 'churn', version: '2' }), refusal)
  })
})

describe('an artifact whose bytes are not those of its record', () => {
  async function tampered(): Promise<RealBench> {
    const bench = await churnBench()
    await bench.commit('tamper', { [ARTIFACT]: fixture('models/telco-churn/v2/model.onnx') })
    return bench
  }

  test('is not run', async () => {
    const bench = await tampered()
    const refusal = {
      code: 'digest-mismatch',
      next: 'restore them from git',
      place: { path: ARTIFACT },
    } as const
    await expectRefused(bench.root, evaluated(bench), refusal)
  })

  test('is not promoted', async () => {
    const bench = await tampered()
    const input = { model: 'churn', version: '1', stage: 'staging', merge: true, unapproved: 'a test' }
    const result = await expectUnchanged(bench.root, () => run<MoveResult>(promote, bench, input))
    expect(result).toMatchObject({ status: 'refused', outcome: 'failed' })
    expect(result.reasons[0]?.message).toMatch(/hashes to .* its record says/)
  })

  test('is not rolled back to', async () => {
    const bench = await exampleBench()
    const path = 'registry-data/models/telco-churn/versions/2/model.onnx'
    await bench.commit('tamper', { [path]: fixture('models/telco-churn/v4/model.onnx') })
    const input = {
      model: 'telco-churn',
      stage: 'production',
      version: '2',
      merge: true,
      unapproved: 'a test',
    }
    const result = await expectUnchanged(bench.root, () => run<MoveResult>(rollback, bench, input))
    expect(result).toMatchObject({ status: 'refused', outcome: 'failed' })
    expect(result.reasons[0]?.message).toMatch(/hashes to .* its record says/)
  })

  test('is found by validate, on disk and in the history', async () => {
    const bench = await tampered()
    const { outcome, problems } = await expectUnchanged(bench.root, () =>
      run<ValidationResult>(validate, bench, {}),
    )
    expect(outcome).toBe('failed')
    const place = { path: ARTIFACT }
    expect(problems).toMatchObject([
      { code: 'digest-mismatch', place, next: expect.stringContaining('restore it from git') },
      { code: 'bad-file', place, message: expect.stringContaining('was changed by commit') },
    ])
  })

  test('is not taken from a copy beside either', async () => {
    const bench = await registeredBench({})
    const uri = 's3://models/v2.onnx'
    await registerBytes(bench, fixture('models/telco-churn/v2/model.onnx'), { uri })
    const copy = join(bench.root, '.git/artifact.onnx')
    const second = (more: object) => () => run(evaluate, bench, { model: 'churn', version: '2', ...more })
    await expectRefused(bench.root, second({}), {
      code: 'bad-artifact',
      message: uri,
      next: '--artifact FILE',
    })
    await bench.write({ '.git/artifact.onnx': fixture('models/telco-churn/v4/model.onnx') })
    await expectRefused(bench.root, second({ artifact: copy }), { code: 'digest-mismatch' })
  })
})

describe('a model that was made to do harm', () => {
  test.each([
    ['custom-operator', 'Frobnicate', 'export it again'],
    ['unknown-operator', 'Frobnicate', 'export it again'],
    ['future-opset', 'cannot be loaded', 'export it again'],
    ['giant-initializer', 'cannot be loaded', 'export it again'],
    ['overflow-initializer', 'cannot be loaded', 'export it again'],
    ['giant-constant', 'Failed to allocate memory', 'compare its inputs'],
    ['giant-tile', 'more than 4294967296 bytes', 'compare its inputs'],
    ['nan-output', 'answers NaN, 3 times in 3 rows, first at row 1', 'impute'],
    ['wrong-row-count', 'was given 3 rows and answered with 1', 'one prediction for each'],
  ])('%s is answered, and nothing is kept of it', async (name, message, next) => {
    const bench = await regressionBench(hostile(name))
    await expectRefused(bench.root, evaluated(bench), { code: 'not-runnable', message, next })
  })

  test.each([
    ['external-data-absolute', '`w` in another file, at `/etc/passwd`'],
    ['external-data-deep', '`w` in another file'],
    ['external-data-parent', '`w` in another file, at `../../etc/passwd`'],
    ['external-data-missing', '`w` in another file, at `weights.bin`'],
    ['external-data-git-config', '`w` in another file, at `.git/config`'],
  ])('%s is not loaded', async (name, message) => {
    const bench = await regressionBench(hostile(name))
    const refusal = { code: 'bad-artifact', message, next: 'save it as one file' } as const
    const error = await expectRefused(bench.root, evaluated(bench), refusal)
    expect(error.message).not.toMatch(/Ada Lovelace|root:/)
  })

  test('one that declares a row of a million columns is held against the data before it is run', async () => {
    const bench = await regressionBench(hostile('giant-input'))
    await expectRefused(bench.root, evaluated(bench), {
      code: 'bad-data',
      message: '1048576]; the data has 1 columns of numbers',
    })
  })

  test('one whose input is named with HTML finds no such column', async () => {
    const bench = await regressionBench(hostile('hostile-names'))
    await expectRefused(bench.root, evaluated(bench), { code: 'bad-data', next: 'the data has x, y' })
  })
})

describe('the process that runs a model', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllEnvs()
  })

  const SAYS_NOTHING_OF_SIZES = 'process.stdout.write(Buffer.from([2, 0, 0, 0, 0, 0, 0, 0, 123, 125]))'

  /** The engine with another program in place of the scoring child. */
  async function engineOf(program: string): Promise<Inference> {
    const script = join(await temporaryFolder(), 'child.mjs')
    await writeFile(script, program)
    return openInference(pathToFileURL(script), 'test')
  }

  async function scoredBy(program: string): Promise<RealBench> {
    const bench = await churnBench()
    return { ...bench, ports: { ...bench.ports, inference: await engineOf(program) } }
  }

  test.each([
    ["process.kill(process.pid, 'SIGSEGV'); setInterval(() => {}, 1000)", 'died (SIGSEGV)'],
    ['process.abort()', 'died (SIGABRT)'],
    ['process.exit(7)', 'died (status 7)'],
    ["process.stdout.write('x'); process.exit(0)", 'died (status 0)'],
  ])('may crash: %s', async (program, message) => {
    const bench = await scoredBy(program)
    await expectRefused(bench.root, evaluated(bench), { code: 'not-runnable', message, next: 'more memory' })
  })

  test('is told nothing of the machine: no variable, no file', async () => {
    vi.stubEnv('MODELYARD_SECRET', 'swordfish')
    const bench = await scoredBy(`
      import { readdirSync } from 'node:fs'
      const found = { variables: Object.keys(process.env), files: readdirSync('.'), where: process.cwd() }
      const text = JSON.stringify({ header: { is: 'failed', step: 'run', message: JSON.stringify(found) }, sizes: [] })
      const lengths = Buffer.alloc(8)
      lengths.writeUInt32LE(text.length)
      process.stdout.write(Buffer.concat([lengths, Buffer.from(text)]))
      process.stdin.resume()
    `)
    const { message } = await expectRefused(bench.root, evaluated(bench), { code: 'not-runnable' })
    expect(message).toContain('"variables":[],"files":[]')
    expect(message).not.toContain(bench.root)
  })

  test('is ended when it gives no answer for too long', async () => {
    const bench = await regressionBench(hostile('endless-loop'))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const answer = expectRefused(bench.root, evaluated(bench), {
      code: 'timed-out',
      message: 'within 120 s',
      next: 'loops without end',
    })
    const clock = setInterval(() => vi.advanceTimersByTime(10_000), 50)
    try {
      await answer
    } finally {
      clearInterval(clock)
    }
  })

  test('is ended when somebody interrupts it, and nothing is written', async () => {
    const bench = await regressionBench(hostile('endless-loop'))
    const interruption = new AbortController()
    setTimeout(() => interruption.abort(), 300)
    const input = { model: 'churn', version: '1' }
    await expectRefused(bench.root, () => evaluate.execute(input, bench.ports, interruption), {
      code: 'interrupted',
    })
  })

  test.each([
    ['text where lengths are due', "process.stdout.write('loading the model, please wait')"],
    [
      'a header that is no JSON',
      'process.stdout.write(Buffer.from([3, 0, 0, 0, 0, 0, 0, 0, 120, 120, 120]))',
    ],
    ['a header without sizes', SAYS_NOTHING_OF_SIZES],
    [
      'the beginning of 3 GiB',
      'process.stdout.write(Buffer.from([2, 0, 0, 0, 0, 0, 0, 0xc0, 123, 125])); setInterval(() => {}, 1000)',
    ],
  ])('may print what is no answer: %s', async (_what, program) => {
    const bench = await scoredBy(program)
    await expectRefused(bench.root, evaluated(bench), {
      code: 'not-runnable',
      message: 'an answer that cannot be read',
      next: 'one prediction for each row',
    })
  })

  test('may be gone before anybody listens: what it said counts', async () => {
    const { ports, ...bench } = await scoredBy(SAYS_NOTHING_OF_SIZES)
    const { inference } = ports
    const late: Inference = {
      ...inference,
      score: ({ inputs, ...request }) => {
        if (typeof inputs !== 'function') throw new Error('nothing is planned on the way')
        return inference.score({ ...request, inputs: async () => delay(1000, await inputs()) })
      },
    }
    await expectRefused(bench.root, evaluated({ ...bench, ports: { ...ports, inference: late } }), {
      code: 'not-runnable',
      message: 'an answer that cannot be read',
    })
  })

  // A rlimit on the data segment is honoured by Linux alone.
  test.runIf(process.platform === 'linux')('may run out of memory', async () => {
    const bench = await regressionBench(hostile('memory-3gib'))
    const ran = await expectUnchanged(bench.root, () =>
      modelyard(bench.root, ['evaluate', 'churn', '1'], { limits: '-d 1500000' }),
    )
    expect(ran).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/allocate memory|died/),
    })
  })
})
