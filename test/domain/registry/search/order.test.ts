import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparerOf, parseOrder } from '../../../../src/domain/registry/search/order.ts'
import { type SearchedFacts, searchedVersion } from '../../../support/searched-versions.ts'

const sorted = (order: string, facts: readonly SearchedFacts[]) =>
  facts
    .map(searchedVersion)
    .sort(comparerOf(order, parseOrder(order)))
    .map(({ model, record }) => `${model} ${record.version}`)

const auc = (model: string, version: number, value?: number): SearchedFacts => ({
  model,
  version,
  record: { metrics: value === undefined ? {} : { auc: value } },
})
const VERSIONS = [auc('b', 1, 0.5), auc('a', 2, 0.7), auc('a', 10), auc('b', 2, 0.7), auc('a', 1, 0.6)]

describe('an order', () => {
  test.each([
    ['version', ['a 1', 'b 1', 'a 2', 'b 2', 'a 10']],
    ['version desc', ['a 10', 'a 2', 'b 2', 'a 1', 'b 1']],
    ['metrics.auc', ['b 1', 'a 1', 'a 2', 'b 2', 'a 10']],
    ['metrics.auc desc', ['a 2', 'b 2', 'a 1', 'b 1', 'a 10']],
    ['metrics.auc DESC, model desc', ['b 2', 'a 2', 'a 1', 'b 1', 'a 10']],
    ['model asc, metrics.auc desc', ['a 2', 'a 1', 'a 10', 'b 2', 'b 1']],
    ['stage', ['a 1', 'a 2', 'a 10', 'b 1', 'b 2']],
  ])('%s', (order, expected) => {
    expect(sorted(order, VERSIONS)).toEqual(expected)
  })

  test('of a field with several values goes by the first, and what has none comes last', () => {
    const versions = [
      { version: 1, aliases: ['x', 'a'] },
      { version: 2, aliases: [] },
      { version: 3, aliases: ['b'] },
    ]
    expect(sorted('alias', versions)).toEqual(['churn 3', 'churn 1', 'churn 2'])
    expect(sorted('alias desc', versions)).toEqual(['churn 1', 'churn 3', 'churn 2'])
  })

  test('is the same however numbers and words are mixed, from wherever one starts', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom('9', '10', '1a', 'x', true))
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 8 }),
        fc.boolean(),
        fc.infiniteStream(fc.nat()),
        (values, descending, shuffle) => {
          const versions = values.map((size, index) => ({ version: index + 1, notes: { tags: { size } } }))
          const shuffled = versions
            .map(version => ({ version, key: shuffle.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ version }) => version)
          const order = descending ? 'tags.size desc' : 'tags.size'
          expect(sorted(order, shuffled)).toEqual(sorted(order, versions))
        },
      ),
      { numRuns: 300 },
    )
  })

  test.each([
    ['', 1, 'a field'],
    ['version,', 9, 'a field'],
    ['version down', 9, '`asc`, `desc` or a comma'],
    ['version desc asc', 14, '`asc`, `desc` or a comma'],
    ['version, 5', 10, 'a field'],
    ['desc', 1, 'a field'],
  ])('%j is none: column %i', (text, column, message) => {
    const parse = () => parseOrder(text)
    expect(parse).toThrow(message)
    expect(parse).toThrow(
      expect.objectContaining({ code: 'bad-input', place: expect.objectContaining({ column }) }),
    )
  })

  test('by a field that there is not names the nearest', () => {
    expect(() => comparerOf('verson', parseOrder('verson'))).toThrow(
      expect.objectContaining({ code: 'bad-input', next: expect.stringContaining('version') }),
    )
  })
})
