import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LabelColumn } from '../../../src/domain/comparison/predictions.ts'
import { joinLabels, joinRemarks, labelsBeside } from '../../../src/domain/performance/join-labels.ts'

const column = (name: string, values: readonly string[]): LabelColumn => {
  const words = [...new Set(values)]
  return { name, words, codes: Uint32Array.from(values, value => words.indexOf(value)) }
}
const joined = (keys: readonly string[], labels: readonly (readonly [key: string, label: string])[]) =>
  joinLabels(column('id', keys), {
    file: 'labels.csv',
    keys: column(
      'id',
      labels.map(([key]) => key),
    ),
    labels: column(
      'churn',
      labels.map(([, label]) => label),
    ),
  })

test('a label finds the predictions of its key, and an empty one has not come', () => {
  const found = joined(
    ['a', 'b', 'a', '', 'c', 'd'],
    [
      ['c', 'Yes'],
      ['a', 'No'],
      ['b', ''],
      ['d', 'NaN'],
      ['x', 'Yes'],
      ['', 'Yes'],
      ['c', 'Yes'],
      ['a', ''],
    ],
  )
  expect(found).toEqual({
    labels: ['No', undefined, 'No', undefined, 'Yes', undefined],
    unknown: 2,
    repeated: 1,
    sharing: 1,
    keyless: 1,
  })
  expect(joinRemarks(found)).toHaveLength(4)
  expect(joinRemarks({ ...found, unknown: 0, repeated: 0, sharing: 0, keyless: 0 })).toEqual([])
})

test('keys that are written in two ways are shown beside each other', () => {
  const found = joined(
    ['', '001', '002'],
    [
      ['', 'Yes'],
      ['1', 'Yes'],
      ['2', 'No'],
    ],
  )
  expect(joinRemarks(found)).toEqual([expect.stringContaining('`1` there, `001` here')])
  expect(joined(['001', '2'], [['2', 'No']]).unalike).toBeUndefined()
  expect(joined(['001'], []).unalike).toBeUndefined()
})

test('a key with two labels is named', () => {
  expect(() =>
    joined(
      ['a', 'b'],
      [
        ['a', 'Yes'],
        ['b', 'No'],
        ['a', 'No'],
      ],
    ),
  ).toThrow(expect.objectContaining({ code: 'bad-data', message: expect.stringContaining('a: Yes and No') }))
})

test('the order of labels makes no difference', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd')
  fc.assert(
    fc.property(fc.array(key), fc.uniqueArray(key), (keys, labelled) => {
      const labels = labelled.map(one => [one, `label of ${one}`] as const)
      expect(joined(keys, labels)).toEqual(joined(keys, labels.toReversed()))
    }),
  )
})

test('labels beside predictions are read as they stand', () => {
  expect(labelsBeside(column('churn', ['Yes', '', 'nan', 'No']))).toEqual(['Yes', undefined, undefined, 'No'])
})
