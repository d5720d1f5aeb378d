import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { measureFairness } from '../../../src/domain/comparison/fairness.ts'
import type { BinaryPredictions } from '../../../src/domain/comparison/predictions.ts'
import { Fairness } from '../../../src/domain/evidence/fairness.ts'
import { labelColumn, ownPredictions, readColumns, referenceMetrics } from '../../support/fixture-models.ts'

const CHURN = [1, 2, 3, 4, 5, 6, 7, 8].map(version => `telco-churn/v${version}`)
const ROWS = readColumns(
  readFileSync(new URL('../../../examples/telco-churn/data/test.csv', import.meta.url), 'utf8'),
)
const COLUMNS = ['female', 'senior_citizen'].map(name => labelColumn(name, ROWS.get(name) ?? []))
const predicted = (model: string) => ownPredictions(model) as BinaryPredictions

interface ReferenceSlice {
  readonly groups: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly [measure: string]: unknown
}

const THEIR_MEASURES = {
  'demographic-parity-difference': 'demographic_parity_difference',
  'demographic-parity-ratio': 'demographic_parity_ratio',
  'equal-opportunity-difference': 'equal_opportunity_difference',
  'equalized-odds-difference': 'equalized_odds_difference',
} as const

describe('groups and measures are those on record', () => {
  test.each(CHURN)('of %s, within 1e-12', model => {
    const { slices } = referenceMetrics(model) as unknown as { slices: Record<string, ReferenceSlice> }
    const { columns } = Fairness.parse(
      measureFairness(predicted(model), undefined, { target: 'churn', columns: COLUMNS }),
    )
    expect(columns.map(({ column }) => column)).toEqual(Object.keys(slices))
    for (const { column, groups, measures } of columns) {
      const theirs = slices[column] as ReferenceSlice
      expect(groups.map(({ value }) => value)).toEqual(Object.keys(theirs.groups))
      for (const { value, rows, positives, status, challenger } of groups) {
        const group = theirs.groups[value]
        expect({ rows, positives, status }).toEqual({
          rows: group?.n,
          positives: group?.positives,
          status: 'judged',
        })
        expect(challenger['selection-rate']).toBeCloseTo(group?.selection_rate ?? Number.NaN, 12)
        expect(challenger['true-positive-rate']).toBeCloseTo(group?.tpr ?? Number.NaN, 12)
        expect(challenger['false-positive-rate']).toBeCloseTo(group?.fpr ?? Number.NaN, 12)
      }
      const found = Object.fromEntries(measures.map(({ measure, challenger }) => [measure, challenger.value]))
      for (const [ours, name] of Object.entries(THEIR_MEASURES)) {
        if (theirs[name] === null) expect(found).not.toHaveProperty(ours)
        else expect(found[ours]).toBeCloseTo(theirs[name] as number, 12)
      }
    }
  })
})

const measuresOf = (challenger: BinaryPredictions, champion: BinaryPredictions, columns = COLUMNS) =>
  measureFairness(challenger, champion, { target: 'churn', columns }).columns.map(({ measures }) =>
    Object.fromEntries(measures.map(found => [found.measure, found])),
  )

describe('against the champion', () => {
  test('version 4 is unfair to women beyond chance, and version 2 is not', () => {
    const [female] = measuresOf(predicted('telco-churn/v4'), predicted('telco-churn/v2'))
    const change = female?.['equal-opportunity-difference']?.change
    expect(change?.value).toBeCloseTo(0.4885 - 0.0215, 1)
    expect(change?.low).toBeGreaterThan(0.2)
    const [same] = measuresOf(predicted('telco-churn/v6'), predicted('telco-churn/v2'))
    expect(same?.['equal-opportunity-difference']?.change?.low).toBeLessThan(0)
  })

  test('of the same predictions nothing changed, but what the rows cannot exclude', () => {
    const model = predicted('telco-churn/v2')
    for (const measures of measuresOf(model, model)) {
      for (const { change, champion, challenger } of Object.values(measures)) {
        expect(change?.value).toBe(0)
        expect(change?.low).toBeLessThan(0)
        expect(change?.high).toBeGreaterThan(0)
        expect(challenger).toEqual(champion)
      }
    }
  })
})

/** Rows of groups: how many, how many of them positive, how many of each called positive. */
function made(
  groups: readonly (readonly [
    value: string,
    positives: number,
    hits: number,
    negatives: number,
    alarms: number,
  ])[],
) {
  const values: string[] = []
  const positive: number[] = []
  const probability: number[] = []
  for (const [value, positives, hits, negatives, alarms] of groups) {
    for (let row = 0; row < positives + negatives; row += 1) {
      const isPositive = row < positives
      values.push(value)
      positive.push(isPositive ? 1 : 0)
      const at = isPositive ? row : row - positives
      probability.push(at < (isPositive ? hits : alarms) ? 0.9 : 0.1)
    }
  }
  const predictions: BinaryPredictions = {
    task: 'binary-classification',
    positive: Uint8Array.from(positive),
    probability: Float64Array.from(probability),
    hasProbabilities: true,
    classes: ['no', 'yes'],
    remarks: [],
  }
  return { predictions, column: labelColumn('group', values) }
}

function measured(groups: Parameters<typeof made>[0]) {
  const { predictions, column } = made(groups)
  const [found] = measureFairness(predictions, undefined, { target: 'y', columns: [column] }).columns
  if (found === undefined) throw new Error('one column gives one answer')
  return found
}

describe('a small group', () => {
  const LARGE = [
    ['a', 40, 20, 60, 6],
    ['b', 40, 20, 60, 6],
  ] as const

  test.each([
    ['has fewer than 30 rows', ['c', 14, 14, 15, 15], 'insufficient-data'],
    ['has fewer than 10 positives', ['c', 9, 9, 60, 60], 'insufficient-data'],
    ['has fewer than 10 negatives', ['c', 60, 60, 9, 9], 'insufficient-data'],
    ['has one row', ['c', 1, 1, 0, 0], 'insufficient-data'],
    ['has just enough', ['c', 10, 10, 20, 20], 'judged'],
  ] as const)('that %s', (_what, group, status) => {
    const { groups, measures } = measured([...LARGE, group])
    expect(groups.at(-1)).toMatchObject({ value: 'c', status, challenger: { 'selection-rate': 1 } })
    const parity = measures.find(({ measure }) => measure === 'demographic-parity-difference')
    expect(parity?.challenger.value).toBeCloseTo(status === 'judged' ? 1 - 0.26 : 0, 12)
  })

  test('leaves no measure where fewer than two are large enough', () => {
    expect(
      measured([
        ['a', 40, 20, 60, 6],
        ['b', 3, 1, 3, 1],
      ]).measures,
    ).toEqual([])
    expect(measured([['a', 40, 20, 60, 6]]).measures).toEqual([])
  })
})

describe('bounds', () => {
  test('of two groups are Newcombe’s: the example of his table, 56 of 70 against 48 of 80', () => {
    const { measures } = measured([
      ['a', 35, 28, 35, 28],
      ['b', 40, 24, 40, 24],
    ])
    const parity = measures.find(({ measure }) => measure === 'demographic-parity-difference')
    expect(parity?.challenger.value).toBeCloseTo(0.2, 12)
    expect(parity?.challenger.low).toBeCloseTo(0.0524, 4)
    expect(parity?.challenger.high).toBeCloseTo(0.3339, 4)
  })

  test('of three groups are Newcombe’s at the level that three pairs ask for', () => {
    const { measures } = measured(['a', 'b', 'c'].map(value => [value, 50, 20, 50, 5] as const))
    const opportunity = measures.find(({ measure }) => measure === 'equal-opportunity-difference')
    // By hand with z = 2.394, of 1 − 0.05 / 6: Wilson's 0.2528 to 0.5677 around 0.4.
    expect(opportunity?.challenger.high).toBeCloseTo(0.2231, 4)
  })

  test('hold the value, and are wider the more groups there are', () => {
    const widths = [2, 3, 6, 12].map(count => {
      const { measures } = measured(
        Array.from({ length: count }, (_, index) => [`g${index}`, 50, 20 + (index % 2), 50, 5] as const),
      )
      for (const { challenger } of measures) {
        expect(challenger.low).toBeLessThanOrEqual(challenger.value)
        expect(challenger.high).toBeGreaterThanOrEqual(challenger.value)
      }
      const opportunity = measures.find(({ measure }) => measure === 'equal-opportunity-difference')
      return (opportunity?.challenger.high ?? 0) - (opportunity?.challenger.low ?? 0)
    })
    expect(widths).toEqual(widths.toSorted((a, b) => a - b))
  })
})
