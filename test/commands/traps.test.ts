import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/commands/evaluate.ts'
import { findRowTraps } from '../../src/commands/row-traps.ts'
import { scoreModel } from '../../src/commands/score-model.ts'
import type { EvaluationResult } from '../../src/domain/results/measurement.ts'
import { render } from '../../src/render/index.ts'
import { fixture } from '../support/fixture-models.ts'
import {
  CHURN_ROWS,
  CHURN_YAML,
  MODEL,
  type RealBench,
  realPorts,
  registeredBench,
  run,
} from '../support/real-bench.ts'
import { repositoryAt, temporaryFolder } from '../support/temporary.ts'

const DEFINITION = { task: 'binary-classification', target: 'churn', 'positive-class': 'Yes' } as const

/** What scoring these rows with `telco-churn/v3` finds. */
async function scored(rows: string) {
  const root = await temporaryFolder()
  await repositoryAt(root).write({ 'test.csv': rows })
  const ports = await realPorts(root)
  const rowTraps = () => findRowTraps(ports.tables, 'test.csv', undefined)
  const data = { uri: 'test.csv', path: 'test.csv', sha256: '', pinned: false, rowTraps }
  const model = { name: 'v3', bytes: fixture('models/telco-churn/v3/model.onnx') }
  return scoreModel(model, DEFINITION, data, ports, {})
}

describe('what would pass in silence', () => {
  test('is said of a model and its rows: unknown words, columns that are not read, rows that stand there twice', async () => {
    const rows = `id,phone_service,paperless_billing,streaming_tv,churn
1,1,1,Yes,Yes
2,1,0,Sometimes,No
3,0,1,,No
4,0,1,Sometimes,No
4,0,1,Sometimes,No
`
    const { traps, memoryLimit } = await scored(rows)
    expect(traps).toEqual({
      'unknown-categories': [{ column: 'streaming_tv', rows: 4, examples: ['Sometimes', ''] }],
      'unused-columns': ['id'],
      'duplicate-keys': 1,
    })
    expect(['system', 'watched']).toContain(memoryLimit)
  })

  test('is not said of rows that the model knows', async () => {
    expect((await scored(CHURN_ROWS)).traps).toEqual({})
  })
})

test('training data that is not there says nothing of the rows, and theirs is said all the same', async () => {
  const root = await temporaryFolder()
  await repositoryAt(root).write({ 'test.csv': 'x,y\n1,2\n1,2\n', 'empty.csv': '' })
  const { tables } = await realPorts(root)
  for (const training of ['gone.csv', 'empty.csv'])
    expect(await findRowTraps(tables, 'test.csv', training)).toEqual({ 'duplicate-keys': 1 })
  expect(await findRowTraps(tables, 'gone.csv', 'test.csv')).toEqual({})
})

describe('rows that stand in the training data', () => {
  const training = `phone_service,paperless_billing,streaming_tv,churn\n${CHURN_ROWS.split('\n')[2]}\n1,1,No,No\n`
  const [header = '', ...lines] = CHURN_ROWS.trimEnd().split('\n')

  async function reportOn(bench: RealBench): Promise<string> {
    const result = await run<EvaluationResult>(evaluate, bench, {
      model: 'churn',
      version: '1',
      evidence: false,
    })
    return render(result, 'text')
  }
  const bench = (train: string) =>
    registeredBench({
      files: {
        [`${MODEL}/model.yaml`]: `${CHURN_YAML}train: {command: python train.py, data: data/train.csv}\n`,
        'data/train.csv': train,
      },
    })

  test('are counted', async () => {
    expect(await reportOn(await bench(training))).toContain('1 row of 4 stands in the training data too')
  })

  test('whatever order its columns have, and with more columns than the evaluation data', async () => {
    const turned = (line: string, id: string) => [id, ...line.split(',').reverse()].join(';')
    const text = [turned(header, 'id'), ...lines.map((line, index) => turned(line, String(index)))].join('\n')
    expect(await reportOn(await bench(`${text}\n`))).toContain('4 rows of 4 stand in the training data')
  })

  test.each([
    ['lacks a column', 'phone_service,churn\n1,Yes\n'],
    ['shares no row', `${header}\n0,0,No,Yes\n`],
  ])('are none where it %s', async (_what, train) => {
    expect(await reportOn(await bench(train))).not.toContain('training data')
  })
})
