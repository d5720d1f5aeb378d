import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, test } from 'vitest'
import { NUMBER_COLUMNS, TEXT_COLUMNS } from '../../examples/telco-churn/features.ts'
import { logLoss } from '../../examples/telco-churn/metrics.ts'
import { heldOutRows } from '../../examples/telco-churn/split.ts'
import { readColumns } from '../support/fixture-models.ts'
import { projectRoot } from '../support/imports.ts'
import { temporaryFolder } from '../support/temporary.ts'

const TRAIN = 'examples/telco-churn/data/train.csv'
const TEST = 'examples/telco-churn/data/test.csv'
const FILES = ['metrics.json', 'model.onnx', 'params.json']

type Variables = Readonly<Record<string, string | undefined>>

/** Runs the trainer as its users do: from the root, told by variables. */
function runTrainer(variables: Variables): Promise<{ status: unknown; stderr: string }> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('MODELYARD_')),
  )
  return new Promise(resolve => {
    execFile(
      process.execPath,
      ['examples/telco-churn/train.ts'],
      { cwd: projectRoot, env: { ...env, ...variables } },
      (error, _, stderr) => resolve({ status: error?.code ?? 0, stderr }),
    )
  })
}

async function train(seed: string): Promise<Record<string, Buffer>> {
  const out = await temporaryFolder()
  const run = await runTrainer({ MODELYARD_DATA: TRAIN, MODELYARD_OUT: out, MODELYARD_SEED: seed })
  expect(run).toEqual({ status: 0, stderr: '' })
  expect((await readdir(out)).sort()).toEqual(FILES)
  const contents = await Promise.all(FILES.map(file => readFile(join(out, file))))
  return Object.fromEntries(FILES.map((file, at) => [file, contents[at] as Buffer]))
}

type Columns = ReadonlyMap<string, readonly string[]>

const readCsv = async (path: string): Promise<Columns> =>
  readColumns(await readFile(join(projectRoot, path), 'utf8'))

interface Scores {
  readonly labels: readonly string[]
  /** Of "No" and of "Yes", row after row. */
  readonly probabilities: Float32Array
}

/** Stock onnxruntime's answer, fed with a CSV's columns as they are. */
async function score(model: Buffer | undefined, columns: Columns): Promise<Scores> {
  const cells = (name: string) => columns.get(name) ?? []
  const number = (cell: string) => (cell === 'NA' || cell === '' ? Number.NaN : Number(cell))
  const session = await InferenceSession.create(model ?? Buffer.alloc(0))
  const results = await session.run({
    ...Object.fromEntries(
      NUMBER_COLUMNS.map(name => {
        const values = Float32Array.from(cells(name), number)
        return [name, new Tensor('float32', values, [values.length, 1])]
      }),
    ),
    ...Object.fromEntries(
      TEXT_COLUMNS.map(name => [name, new Tensor('string', [...cells(name)], [cells(name).length, 1])]),
    ),
  })
  return {
    labels: results.label?.data as unknown as string[],
    probabilities: results.probabilities?.data as Float32Array,
  }
}

const churnProbabilities = ({ probabilities }: Scores) => probabilities.filter((_, at) => at % 2 === 1)

/** Every pair of a churner and a loyal customer, counted one by one. */
function naiveRocAuc(probabilities: Float32Array, churned: readonly boolean[]): number {
  const of = (outcome: boolean) => probabilities.filter((_, row) => churned[row] === outcome)
  const [churners, loyal] = [of(true), of(false)]
  let won = 0
  for (const churner of churners) {
    for (const other of loyal) won += churner > other ? 1 : churner === other ? 0.5 : 0
  }
  return won / (churners.length * loyal.length)
}

const churnOf = (columns: Columns) => (columns.get('churn') ?? []).map(churn => churn === 'Yes')

describe('the trainer of the telecom customers', () => {
  test('gives the same bytes for the same seed, others for another', async () => {
    const [first, again, other] = await Promise.all([train('1'), train('1'), train('2')])
    expect(again).toEqual(first)
    expect(other['model.onnx']).not.toEqual(first['model.onnx'])
    expect(other['metrics.json']).not.toEqual(first['metrics.json'])
  })

  test('makes a model that stock onnxruntime runs, good on customers held out', async () => {
    const { 'model.onnx': model } = await train('1')
    const session = await InferenceSession.create(model as Buffer)
    expect([...session.inputNames].sort()).toEqual([...NUMBER_COLUMNS, ...TEXT_COLUMNS].sort())
    expect(session.outputNames).toEqual(['label', 'probabilities'])

    const customers = await readCsv(TEST)
    const scores = await score(model, customers)
    const probabilities = churnProbabilities(scores)
    expect(probabilities).toHaveLength(1409)
    expect(scores.labels).toEqual(Array.from(probabilities, value => (value > 0.5 ? 'Yes' : 'No')))
    expect(naiveRocAuc(probabilities, churnOf(customers))).toBeGreaterThanOrEqual(0.84)
  })

  test('reports the metrics that the model file itself has on the part set aside', async () => {
    const { 'model.onnx': model, 'metrics.json': metrics } = await train('3')
    const customers = await readCsv(TRAIN)
    const held = heldOutRows(churnOf(customers).length, '3')
    const probabilities = churnProbabilities(await score(model, customers)).filter((_, row) => held.has(row))
    const churned = churnOf(customers).filter((_, row) => held.has(row))
    const reported = JSON.parse(String(metrics))
    expect(reported['roc-auc']).toBeCloseTo(naiveRocAuc(probabilities, churned), 5)
    const predictions = churned.map((positive, at) => ({
      positive,
      probability: probabilities[at] as number,
    }))
    expect(reported['log-loss']).toBeCloseTo(logLoss(predictions), 6)
  })

  test('scores a text never seen and a missing total', async () => {
    const { 'model.onnx': model } = await train('1')
    const customers = new Map([...(await readCsv(TEST))].map(([name, cells]) => [name, cells.slice(0, 1)]))
    const odd = new Map([...customers, ['contract', ['Ten years']], ['total_charges', ['NA']]] as const)
    const [no = Number.NaN, yes = Number.NaN] = (await score(model, odd)).probabilities
    expect(yes).toBeGreaterThan(0)
    expect(yes).toBeLessThan(1)
    expect(no + yes).toBeCloseTo(1, 6)
  })
})

describe('the trainer says in a sentence what is wrong', () => {
  test.each<[fault: string, variables: Variables, sentence: RegExp]>([
    ['no data', { MODELYARD_DATA: undefined }, /^the environment variable MODELYARD_DATA is missing$/],
    ['no folder', { MODELYARD_OUT: undefined }, /^the environment variable MODELYARD_OUT is missing$/],
    ['no seed', { MODELYARD_SEED: undefined }, /^the environment variable MODELYARD_SEED is missing$/],
    ['a seed in words', { MODELYARD_SEED: 'two' }, /^MODELYARD_SEED is "two"; it has to be an integer$/],
    [
      'a folder that is not',
      { MODELYARD_OUT: TEST },
      /^MODELYARD_OUT is ".*test\.csv"; it has to be a folder/,
    ],
    ['a file that is not', { MODELYARD_DATA: 'none.csv' }, /^cannot read none\.csv: ENOENT.*$/],
  ])('%s', async (_, variables, sentence) => {
    const out = await temporaryFolder()
    const run = await runTrainer({
      MODELYARD_DATA: TRAIN,
      MODELYARD_OUT: out,
      MODELYARD_SEED: '1',
      ...variables,
    })
    expect(run.status).toBe(1)
    expect(run.stderr.trimEnd()).toMatch(sentence)
    expect(await readdir(out)).toEqual([])
  })

  test.each<[fault: string, change: (lines: string[]) => string[], sentence: string]>([
    [
      'a column missing',
      ([header = '', ...rows]) => [header.replace('"tenure"', '"months"'), ...rows],
      'DATA has no column tenure',
    ],
    [
      'text where a number is due',
      lines => lines.with(4, String(lines[4]).replace(/^("\w+"),\d/, '$1,many')),
      'DATA, line 5, column female: "many" is not a number of 0 or more',
    ],
    [
      'a number missing',
      lines => lines.with(4, String(lines[4]).replace(/^("\w+"),\d/, '$1,NA')),
      'DATA, line 5, column female: the number is missing; only total_charges may be',
    ],
    [
      'an outcome of another kind',
      lines => lines.with(2, String(lines[2]).replace(/^"\w+"/, '"Maybe"')),
      'DATA, line 3, column churn: "Maybe" is neither "Yes" nor "No"',
    ],
    [
      'a row cut short',
      lines => lines.with(2, '"Yes",1'),
      'cannot read DATA: Invalid Record Length: columns length is 20, got 2 on line 3',
    ],
    ['no customers', lines => lines.slice(0, 1), 'DATA holds no customers'],
    [
      'one outcome only',
      lines => lines.filter(line => !line.startsWith('"Yes"')),
      'DATA has too few customers of churn "Yes" or of "No" to learn and to measure',
    ],
  ])('%s', async (_, change, sentence) => {
    const out = await temporaryFolder()
    const data = join(await temporaryFolder(), 'data.csv')
    const lines = (await readFile(join(projectRoot, TRAIN), 'utf8')).trimEnd().split('\n')
    await writeFile(data, `${change(lines).join('\n')}\n`)
    const run = await runTrainer({ MODELYARD_DATA: data, MODELYARD_OUT: out, MODELYARD_SEED: '1' })
    expect(run).toEqual({ status: 1, stderr: `${sentence.replace('DATA', data)}\n` })
    expect(await readdir(out)).toEqual([])
  })
})
