import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchHistory } from '../../../src/domain/registry/match-history.ts'

const change = (commit: string, after: string | undefined) => ({
  commit,
  committedAt: 0,
  author: 'Ada',
  after,
})
const matched = (steps: readonly string[], afters: readonly (string | undefined)[]) => {
  const { arrivals, unexplained } = matchHistory(
    steps,
    afters.map((after, index) => change(`c${index + 1}`, after)),
  )
  return {
    arrivals: arrivals.map(found => found?.commit),
    unexplained: unexplained.map(found => found.commit),
  }
}

describe('records and the commits that brought them', () => {
  test.each([
    ['one each', ['a', 'b'], ['a', 'b'], ['c1', 'c2'], []],
    ['several at once', ['a', 'b', 'c'], ['c'], ['c1', 'c1', 'c1'], []],
    ['one, then two', ['a', 'b', 'c'], ['a', 'c'], ['c1', 'c2', 'c2'], []],
    ['none at all', [], [], [], []],
    ['a state that comes again', ['a', 'b', 'a'], ['a', 'b', 'a'], ['c1', 'c2', 'c3'], []],
    ['an edit by hand', ['a', 'b'], ['a', 'x', 'b'], ['c1', 'c3'], ['c2']],
    ['pointers set back', ['a', 'b'], ['a', 'b', 'a'], ['c1', 'c2'], ['c3']],
    ['pointers removed', ['a'], ['a', undefined], ['c1'], ['c2']],
    ['pointers without any record', [], ['a'], [], ['c1']],
    ['a record that never moved the pointers', ['a', 'b'], ['a'], ['c1', undefined], []],
  ] as const)('%s', (_what, steps, afters, arrivals, unexplained) => {
    expect(matched(steps, afters)).toEqual({ arrivals, unexplained })
  })

  test('every history of honest moves is explained, however commits bundle them', () => {
    const bundles = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 12 })
    fc.assert(
      fc.property(bundles, sizes => {
        const steps = sizes.flatMap((size, bundle) =>
          Array.from({ length: size }, (_, index) => `${bundle}.${index}`),
        )
        const afters = sizes.map((size, bundle) => `${bundle}.${size - 1}`)
        const { arrivals, unexplained } = matched(steps, afters)
        expect(unexplained).toEqual([])
        expect(arrivals).toEqual(
          sizes.flatMap((size, bundle) => Array.from({ length: size }, () => `c${bundle + 1}`)),
        )
      }),
    )
  })
})
