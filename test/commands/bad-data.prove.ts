import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compare } from '../../src/commands/compare.ts'
import { evaluate } from '../../src/commands/evaluate.ts'
import { promote } from '../../src/commands/promote.ts'
import { register } from '../../src/commands/register.ts'
import type { ErrorCode } from '../../src/domain/errors/index.ts'
import type { ComparisonResult, EvaluationResult } from '../../src/domain/results/measurement.ts'
import type { MoveResult } from '../../src/domain/results/move.ts'
import { fixture } from '../support/fixture-models.ts'
import {
  CHURN_ROWS,
  CHURN_YAML,
  churnBench,
  MODEL,
  type RealBench,
  registerBytes,
  registeredBench,
  run,
} from '../support/real-bench.ts'
import { type ExpectedRefusal, expectRefused, expectUnchanged } from '../support/unchanged.ts'
import { sha256 } from '../support/workbench.ts'

const GIVEN = 'given.csv'
const HEADER = 'phone_service,paperless_billing,streaming_tv,churn'
const rows = (...lines: string[]) => `${[HEADER, ...lines].join('\n')}\n`

/** Evaluates on a file that is written first. */
async function expectBadData(
  bench: RealBench,
  data: string | Uint8Array,
  expected: Omit<ExpectedRefusal, 'code'> & { readonly code?: ErrorCode },
  path = GIVEN,
): Promise<void> {
  await bench.write({ [path]: data })
  await expectRefused(bench.root, () => run(evaluate, bench, { model: 'churn', version: '1', data: path }), {
    code: 'bad-data',
    ...expected,
  })
}

describe('a data file that cannot be read', () => {
  const place = { path: GIVEN }

  test.each([
    ['is empty', '', { message: 'is empty', next: 'the step that wrote it', place }],
    ['has a header alone', rows(), { message: 'holds no rows', next: 'the step that wrote it' }],
    [
      'has a column twice',
      'phone_service,churn,streaming_tv,churn\n1,Yes,No,No\n',
      { message: 'two columns called `churn`', next: 'rename', place },
    ],
  ])('because it %s', async (_what, data, expected) => {
    await expectBadData(await churnBench(), data, expected)
  })

  test.each([
    ['many', '1,1,Yes,Yes,more', 'Expected Number of Columns: 4 Found: 5'],
    ['few', '1,1,Yes', 'Expected Number of Columns: 4 Found: 3'],
  ])('because one of its first rows has a field too %s, by its line', async (_what, line, message) => {
    const broken = rows('1,1,Yes,Yes', line, '1,0,No,No')
    await expectBadData(await churnBench(), broken, { message: `at line 3: ${message}`, place })
  })

  test.each([
    ['given.parquet', 'this is no parquet'],
    ['given.jsonl', '{"phone_service": 1'],
  ])('because %s is not what its name says', async (path, data) => {
    await expectBadData(await churnBench(), data, { message: 'cannot be read', place: { path } }, path)
  })

  test('because it is not there, or a folder', async () => {
    const bench = await churnBench()
    await mkdir(join(bench.root, 'given'))
    await bench.write({ 'given/a.csv': CHURN_ROWS })
    const on = (data: string) => () => run(evaluate, bench, { model: 'churn', version: '1', data })
    await expectRefused(bench.root, on('gone.csv'), {
      code: 'bad-data',
      message: 'gone.csv is not there',
      next: 'check the path',
      place: { path: 'gone.csv' },
    })
    await expectRefused(bench.root, on('given'), {
      code: 'bad-data',
      message: 'is a folder',
      next: 'name a CSV',
    })
  })

  test('because the one that model.yaml names is not there: by its path in the repository', async () => {
    const bench = await churnBench()
    await bench.git('rm', '-q', 'data/test.csv')
    await expectRefused(bench.root, () => run(evaluate, bench, { model: 'churn', version: '1' }), {
      code: 'bad-data',
      message: 'data/test.csv is not there',
      place: { path: 'data/test.csv' },
    })
  })

  test('because it is not the one that model.yaml pins', async () => {
    const bench = await churnBench()
    await run(evaluate, bench, { model: 'churn', version: '1', pin: true, evidence: false })
    await bench.commit('pin', { 'data/test.csv': `${CHURN_ROWS}1,1,Yes,No\n` })
    for (const command of [evaluate, compare]) {
      const input = command === evaluate ? { version: '1' } : { champion: '1', challenger: '1' }
      await expectRefused(bench.root, () => run(command, bench, { model: 'churn', ...input }), {
        code: 'digest-mismatch',
        next: '--pin',
        place: { path: 'data/test.csv' },
      })
    }
  })
})

describe('a data file that does not fit the model', () => {
  test.each([
    [
      'an input finds no column',
      CHURN_ROWS.replace('streaming_tv', 'streaming_movies'),
      {
        message: 'input `streaming_tv` wants string[?,1]; the data has no column `streaming_tv`',
        next: 'streaming_movies',
      },
    ],
    [
      'an input finds a column of nearly its name',
      CHURN_ROWS.replace('streaming_tv', 'Streaming-TV'),
      { message: 'the data has no column `streaming_tv`', next: 'the data has `Streaming-TV`' },
    ],
    [
      'the target is missing',
      CHURN_ROWS.replace('churn', 'left'),
      { message: 'lacks the column `churn`', next: 'left', place: { path: GIVEN } },
    ],
    [
      'text stands where a number is due',
      rows('1,1,Yes,Yes', '1,0,No,No', '1,"two, or so",No,No'),
      {
        message:
          'input `paperless_billing` wants float32[?,1]; column `paperless_billing` holds text at row 3',
        next: 'NA',
        place: { path: GIVEN },
      },
    ],
  ])('because %s', async (_what, data, expected) => {
    await expectBadData(await churnBench(), data, expected)
  })

  test('text where a number is due is found however late it comes', async () => {
    const late = rows(...Array.from({ length: 30_000 }, (_, row) => `1,${row === 29_999 ? 'x' : 0},No,No`))
    await expectBadData(await churnBench(), late, {
      message: 'column `paperless_billing` holds text at row 30000: "x"',
    })
  })

  test('and so is a row that has a field too many', async () => {
    const late = rows(...Array.from({ length: 30_000 }, (_, row) => `1,0,No,No${row === 29_999 ? ',1' : ''}`))
    await expectBadData(await churnBench(), late, {
      message: 'line 30001',
      next: 'as many fields as the header',
    })
  })

  test('because a tensor of whole numbers can hold neither nothing nor a fraction', async () => {
    const bench = await registeredBench({ artifact: fixture('models/telco-churn/v1/model.onnx') })
    const [header = '', first = '', ...more] = exampleRows()
    for (const [value, message] of [
      ['', 'input `female` wants int64[?,1]; column `female` holds nothing at row 2'],
      ['0.5', 'column `female` holds 0.5 at row 2'],
      ['1e300', 'column `female` holds 1e+300 at row 2'],
    ] as const) {
      const broken = first.replace(/^("[^"]*"),\d/, `$1,${value}`)
      await expectBadData(bench, [header, more[0], broken, ''].join('\n'), { message, next: 'float input' })
    }
  })

  test('because it has another number of columns than the one input takes', async () => {
    const bench = await registeredBench({ artifact: fixture('models/telco-churn/v5/model.onnx') })
    await expectBadData(bench, CHURN_ROWS, {
      message: 'input `float_input` wants float32[?,9]; the data has 2 columns',
      next: '--columns',
    })
  })

  test('in the file that model.yaml names: placed by its path in the repository', async () => {
    const bench = await churnBench()
    await bench.commit('broken', { 'data/test.csv': rows('1,many,Yes,Yes', '1,0,No,No') })
    const attempt = () => run(evaluate, bench, { model: 'churn', version: '1' })
    const { message } = await expectRefused(bench.root, attempt, {
      code: 'bad-data',
      place: { path: 'data/test.csv' },
    })
    expect(message).not.toContain(bench.root)
  })
})

/** Lines of the example's held-out rows, the header first. */
function exampleRows(): string[] {
  return readFileSync(new URL('../../examples/telco-churn/data/test.csv', import.meta.url), 'utf8').split(
    '\n',
  )
}

describe('labels that cannot be judged by', () => {
  test.each([
    ['nothing', '1,1,No,', 'has no label at row 2', 'remove the rows'],
    ['NA', '1,1,No,NA', 'has no label at row 2', 'remove the rows'],
    ['NaN', '1,1,No,NaN', 'has no label at row 2', 'remove the rows'],
    ['a class outside of the two', '1,1,No,Maybe', 'holds 3 classes', 'multiclass-classification'],
  ])('%s', async (_what, line, message, next) => {
    await expectBadData(await churnBench(), rows('1,1,Yes,Yes', line, '1,0,No,No'), { message, next })
  })

  test('NaN beside one class is no second class', async () => {
    await expectBadData(await churnBench(), rows('1,1,Yes,Yes', '1,0,No,NaN'), {
      message: 'no label at row 2',
    })
  })

  test('none of them the positive class', async () => {
    await expectBadData(await churnBench(), rows('1,1,Yes,yes', '1,0,No,no'), {
      message: 'never the positive class `Yes`',
      next: 'positive-class',
    })
  })

  test('a class that a model of several never saw', async () => {
    const bench = await digitsBench()
    const data = fixture('models/digits/data.csv').toString('utf8')
    const [header = '', first = ''] = data.split('\n')
    await expectBadData(bench, `${header}\n${first}\n${first.replace(/\d+$/, '11')}\n`, {
      message: 'the class `11`, which the model does not know',
      next: '0, 1, 2',
    })
  })

  test.each([
    ['nothing', '', 'no finite number at row 2'],
    ['NaN', 'NaN', 'no finite number at row 2'],
    ['infinity', 'inf', 'no finite number at row 2'],
    ['a word', 'many', 'in column `y` at row 2'],
  ])('for a number: %s', async (_what, value, message) => {
    await expectBadData(await regressionBench(), `x,y\n1,2\n2,${value}\n3,4\n`, { message })
  })

  test('for a number: no rows at all', async () => {
    await expectBadData(await regressionBench(), 'x,y\n', { message: 'holds no rows' })
  })
})

function digitsBench(): Promise<RealBench> {
  return registeredBench({
    artifact: fixture('models/digits/v1/model.onnx'),
    files: { [`${MODEL}/model.yaml`]: 'task: multiclass-classification\ntarget: digit\n' },
  })
}

/** Its model answers NaN; labels are looked at first. */
function regressionBench(): Promise<RealBench> {
  return registeredBench({
    artifact: fixture('models/hostile/nan-output.onnx'),
    files: { [`${MODEL}/model.yaml`]: 'task: regression\ntarget: y\n' },
  })
}

describe('rows of one class', () => {
  const ONE_CLASS = rows('1,1,Yes,No', '1,0,No,No', '0,1,No,No')
  const WHY = 'the rows hold one class only'

  test('leave what needs both without a value, and say why; the rest is measured', async () => {
    const bench = await churnBench()
    await bench.write({ [GIVEN]: ONE_CLASS })
    const input = { model: 'churn', version: '1', data: GIVEN, evidence: false }
    const { facts } = await expectUnchanged(bench.root, () => run<EvaluationResult>(evaluate, bench, input))
    expect(facts).toMatchObject({ rows: 3, 'positive-rows': 0, metrics: { accuracy: 1 } })
    const noPositive = 'no row is of the positive class'
    expect(facts.undefined).toEqual({
      'roc-auc': WHY,
      'average-precision': WHY,
      'balanced-accuracy': WHY,
      matthews: WHY,
      'ks-separation': WHY,
      lift: WHY,
      f1: noPositive,
      precision: noPositive,
      recall: noPositive,
    })
    expect(facts.curves).not.toHaveProperty('roc')
  })

  test('make a comparison inconclusive, and a gate on them too', async () => {
    const bench = await registeredBench({
      files: { 'data/test.csv': ONE_CLASS, [`${MODEL}/model.yaml`]: pinned(ONE_CLASS) },
    })
    await registerBytes(bench, fixture('models/hostile/pickle.onnx'))
    await bench.write({ 'given.predictions.csv': 'probability\n0.1\n0.2\n0.3\n' })
    const input = { model: 'churn', champion: '1', challenger: '2' }
    const result = await run<ComparisonResult>(compare, bench, {
      ...input,
      challengerPredictions: 'given.predictions.csv',
    })
    expect(result).toMatchObject({
      verdict: 'inconclusive',
      outcome: 'inconclusive',
      facts: { undefined: { 'roc-auc': WHY } },
    })
    const move = { model: 'churn', version: '2', stage: 'staging', merge: true, unapproved: 'a test' }
    const promoted = await expectUnchanged(bench.root, () => run<MoveResult>(promote, bench, move))
    expect(promoted).toMatchObject({
      status: 'refused',
      outcome: 'inconclusive',
      gates: { outcome: 'inconclusive' },
    })
  })
})

function pinned(data: string): string {
  return CHURN_YAML.replace('data/test.csv', `data/test.csv, sha256: ${sha256(data)}`)
}

describe('predictions in a file', () => {
  test.each([
    [
      'too few',
      'probability\n0.1\n0.2\n0.3\n',
      { message: '3 predictions, and data/test.csv holds 4', next: 'one prediction for each' },
    ],
    ['too many', 'probability\n0\n0\n0\n0\n0\n', { message: '5 predictions, and data/test.csv holds 4' }],
    ['under another name', 'score\n0\n0\n0\n0\n', { message: 'has no predictions', next: '`probability`' }],
    [
      'beyond 1',
      'probability\n0.1\n1.5\n0\n0\n',
      { message: 'not between 0 and 1, at row 2', next: 'logits' },
    ],
    ['missing', 'probability\n0.1\n0.1\n\nNA\n', { message: 'not between 0 and 1, at row 3' }],
    ['words', 'probability\n0.1\nhigh\n0\n0\n', { message: 'column `probability` at row 2' }],
    ['of other classes', 'label\nA\nB\nA\nB\n', { message: 'none is `Yes`', code: 'not-runnable' }],
  ] as const)('%s', async (_what, text, expected) => {
    const bench = await churnBench()
    await bench.write({ 'predictions.csv': text })
    const input = { model: 'churn', version: '1', predictions: 'predictions.csv' }
    await expectRefused(bench.root, () => run(evaluate, bench, input), { code: 'bad-data', ...expected })
  })
})

describe('data that is registered with a version', () => {
  test.each([
    ['data/test.csv', 'names no data', 'bad-input'],
    ['Train=data/test.csv', 'names no data', 'bad-input'],
    ['train=gone.csv', 'gone.csv is not there', 'bad-data'],
    ['train=broken.parquet', 'cannot be read', 'bad-data'],
  ] as const)('%s', async (data, message, code) => {
    const bench = await churnBench()
    await bench.write({ 'broken.parquet': 'this is no parquet' })
    const input = { model: 'churn', artifact: '.git/artifact.onnx', data: [data], merge: true }
    await expectRefused(bench.root, () => run(register, bench, input), { code, message })
  })
})
