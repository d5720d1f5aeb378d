import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { performance } from '../../src/commands/performance.ts'
import { Result } from '../../src/domain/results/index.ts'
import type { PerformanceResult } from '../../src/domain/results/performance.ts'
import { SERVING } from '../support/models.ts'
import { labelsText, predictionsText, productionRows } from '../support/predicted-in-production.ts'
import { type RealBench, realBench } from '../support/real-bench.ts'
import { artifactDigest, modelFiles, storedEvidence, TEST_ORIGIN } from '../support/registry-files.ts'
import { MODEL_YAML, sha256, TEST_ROWS } from '../support/workbench.ts'

const SLA = 'sla: {metrics: [{metric: accuracy, drop: 5%, slices: [region]}, {metric: brier, max: 0.3}]}\n'

interface Facts {
  readonly sla?: string
  /** Undefined: none is on record. */
  readonly calibration?: number | undefined
  readonly settings?: { readonly threshold: number }
  /** What the evaluation expected of the metrics; undefined: nothing. */
  readonly estimated?: typeof ESTIMATED | undefined
}

/** Of the accuracy and the Brier score that chances between 0 and 1 alike promise. */
const ESTIMATED = {
  accuracy: { value: 0.75, low: 0.745, high: 0.755 },
  brier: { value: 0.167, low: 0.162, high: 0.172 },
}

/** A registry whose champion was evaluated with an accuracy of 0.75, which is what its probabilities promise. */
async function served({ sla = SLA, settings, ...more }: Facts = {}): Promise<RealBench> {
  const { calibration, estimated } = { calibration: 0.02, estimated: ESTIMATED, ...more }
  return realBench({
    '.github/modelyard.yml': 'registry: registry-data\n',
    ...modelFiles('churn', { definition: MODEL_YAML + sla, versions: [{}, {}], records: SERVING }),
    ...storedEvidence('churn', 1, {
      schema: 1,
      kind: 'evaluation',
      subject: { artifact: artifactDigest('churn', 1), data: sha256(TEST_ROWS) },
      facts: {
        task: 'binary-classification',
        rows: 2,
        target: 'churn',
        ...(settings && { settings }),
        metrics: {
          accuracy: 0.75,
          brier: 0.167,
          ...(calibration === undefined ? {} : { 'calibration-error': calibration }),
        },
        ...(estimated && { estimated }),
        slices: [
          {
            column: 'region',
            value: 'north',
            rows: 1,
            metrics: { accuracy: 0.75 },
            ...(estimated && { estimated: { accuracy: estimated.accuracy } }),
          },
        ],
      },
      origin: TEST_ORIGIN,
    }),
  })
}

async function looked(
  { root, ports }: RealBench,
  predictions: string,
  labels?: string,
): Promise<PerformanceResult> {
  const path = join(root, 'predictions.csv')
  await writeFile(path, predictions)
  const file = join(root, 'labels.csv')
  if (labels !== undefined) await writeFile(file, labels)
  const more = labels === undefined ? {} : { labels: file, key: 'customer_id' }
  const result = await performance.execute({ model: 'churn', predictions: path, ...more }, ports, {})
  expect(Result.parse(result)).toEqual(result)
  return result as PerformanceResult
}

const told = ({ findings }: PerformanceResult) =>
  findings.map(({ metric, slice, from, status, ground }) =>
    [metric, slice?.value, from, status, ground].filter(part => part !== undefined).join(' '),
  )

test('labels and their lack are two looks at a metric, and agree where the model is what it was', async () => {
  const rows = productionRows(8000)
  const found = await looked(await served(), predictionsText(rows), labelsText(rows.slice(0, 4000)))
  expect(found).toMatchObject({ outcome: 'inconclusive', labelled: 4000, remarks: [] })
  expect(told(found)).toEqual([
    'accuracy labels ok',
    'brier labels ok',
    'accuracy estimate ok',
    'brier estimate ok',
    'accuracy north labels ok',
    'accuracy north estimate ok',
    // The evaluation on record has no rows of it.
    'accuracy south labels insufficient-data no-baseline',
    'accuracy south estimate insufficient-data no-baseline',
  ])
  const [accuracy] = found.estimates?.metrics.filter(({ metric }) => metric === 'accuracy') ?? []
  expect(accuracy?.value).toBeCloseTo(0.75, 1)
  expect(found.reconciled.length).toBeGreaterThan(5)
})

test('a model that went wrong is degraded by its labels, and its estimates are not believed any more', async () => {
  const rows = productionRows(3000, 2, 0.5)
  const found = await looked(await served(), predictionsText(rows, 1500))
  expect(found).toMatchObject({ outcome: 'failed', degraded: ['accuracy', 'accuracy on region=north'] })
  expect(told(found).slice(0, 4)).toEqual([
    'accuracy labels degraded',
    // 0.25, where 1/6 was expected.
    'brier labels ok',
    'accuracy estimate insufficient-data not-reconciled',
    'brier estimate insufficient-data not-reconciled',
  ])
  expect(found.reconciled.find(({ metric }) => metric === 'accuracy')).toMatchObject({ held: false })
})

test.each([
  ['unknown', undefined],
  ['poor', 0.2],
])('an estimate is never ok where calibration is %s', async (word, calibration) => {
  const where = await served({ calibration })
  const found = await looked(where, predictionsText(productionRows(3000)))
  expect(found.outcome).toBe('inconclusive')
  expect(new Set(found.findings.map(({ ground }) => ground))).toEqual(
    new Set([`calibration-${word}`, 'no-baseline']),
  )
  expect(new Set(found.estimates?.metrics.map(({ ground }) => ground))).toEqual(
    new Set([`calibration-${word}`]),
  )
  expect(found.remarks).toEqual([expect.stringContaining('no label is known')])
})

test('an estimate is never ok where the evaluation on record does not say that its own held', async () => {
  const predictions = predictionsText(productionRows(8000))
  const unchecked = await looked(await served({ estimated: undefined }), predictions)
  expect(told(unchecked)).toEqual([
    'accuracy estimate insufficient-data estimates-unchecked',
    'brier estimate insufficient-data estimates-unchecked',
    'accuracy north estimate insufficient-data estimates-unchecked',
    'accuracy south estimate insufficient-data no-baseline',
  ])
  const accuracy = { value: 0.77, low: 0.76, high: 0.78 }
  const missed = await looked(await served({ estimated: { ...ESTIMATED, accuracy } }), predictions)
  expect(told(missed).slice(0, 3)).toEqual([
    'accuracy estimate insufficient-data estimates-missed',
    'brier estimate ok',
    'accuracy north estimate insufficient-data estimates-missed',
  ])
})

test('what the evaluation on record leaves open, an estimate leaves open too', async () => {
  const accuracy = { value: 0.75, low: 0.7, high: 0.8 }
  const open = await looked(
    await served({ estimated: { ...ESTIMATED, accuracy } }),
    predictionsText(productionRows(8000)),
  )
  expect(told(open)[0]).toBe('accuracy estimate insufficient-data straddles')
})

test('the primary metric may drop by 5 % where model.yaml says nothing', async () => {
  const where = await served({ sla: '' })
  const found = await looked(where, predictionsText(productionRows(500), 500))
  expect(found.findings).toMatchObject([
    { metric: 'roc-auc', rule: { drop: '5%' }, status: 'insufficient-data', ground: 'no-baseline' },
  ])
})

test('a model that says where its predictions lie is measured by its name alone', async () => {
  const monitor = 'monitor: {performance: {predictions: seen.csv, labels: labels.csv, key: customer_id}}\n'
  const where = await served({ sla: SLA + monitor })
  const rows = productionRows(2000)
  await writeFile(join(where.root, 'seen.csv'), predictionsText(rows))
  await writeFile(join(where.root, 'labels.csv'), labelsText(rows.slice(0, 1000)))
  const found = await performance.execute({ model: 'churn' }, where.ports, {})
  expect(found).toMatchObject({ labelled: 1000, predictions: { rows: 2000 }, labels: { key: 'customer_id' } })
  const other = await served()
  await expect(performance.execute({ model: 'churn' }, other.ports, {})).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('monitor.performance'),
  })
})

test('what was measured by another threshold is no baseline', async () => {
  const where = await served({ settings: { threshold: 0.3 } })
  const found = await looked(where, predictionsText(productionRows(500), 500))
  expect(found.findings[0]).toMatchObject({ metric: 'accuracy', ground: 'no-baseline' })
  expect(found.remarks).toEqual([expect.stringContaining('other settings')])
  expect(found.next).toEqual(['modelyard evaluate churn 1'])
})

test('what is odd about labels is counted', async () => {
  const rows = productionRows(100)
  const text = `${labelsText(rows.slice(0, 50))}0,${rows[0]?.label}\n9999,Yes\n60,\n`
  const predictions = `${predictionsText(rows)}5,north,0.5\n,north,0.5\n`
  const found = await looked(await served(), predictions, text)
  expect(found).toMatchObject({ labelled: 51, predictions: { rows: 102 }, labels: { rows: 53 } })
  expect(found.remarks).toEqual([
    'labels are of keys that no prediction has: 1',
    'labels repeat what another says: 1',
    'predictions share their key with another, and its label: 1',
    'predictions have no key, so no label: 1',
  ])
})

test.each([
  [
    'two labels of one key',
    '7,Yes\n7,No\n',
    { code: 'bad-data', message: expect.stringContaining('7: Yes and No') },
  ],
  ['a label of a third class', '1,Yes\n2,No\n3,Maybe\n', { code: 'bad-data' }],
])('%s are refused', async (_, lines, error) => {
  const where = await served()
  const rows = predictionsText(productionRows(50))
  await expect(looked(where, rows, `customer_id,churn\n${lines}`)).rejects.toMatchObject(error)
})

test('bad input says what is missing', async () => {
  const where = await served()
  await expect(looked(where, 'customer_id,probability,churn\n')).rejects.toMatchObject({ code: 'bad-data' })
  await expect(looked(where, 'customer_id\n1\n')).rejects.toMatchObject({ code: 'bad-data' })
  await expect(looked(where, 'probability,region\n1.5,north\n')).rejects.toMatchObject({
    code: 'not-runnable',
  })
  const given = { model: 'churn', predictions: join(where.root, 'predictions.csv'), labels: 'labels.csv' }
  await expect(performance.execute(given, where.ports, {})).rejects.toMatchObject({ code: 'bad-input' })
})
