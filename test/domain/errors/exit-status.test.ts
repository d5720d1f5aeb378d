import { expect, test } from 'vitest'
import { exitStatusOfAnswer } from '../../../src/domain/errors/index.ts'

test.each([
  ['proposed', 'draft', 0],
  ['proposed', 'closed', 0],
  // By the App, and where another one stands in its place.
  ['left', 'draft', 0],
  ['unchanged', 'closed', 0],
  // Nobody sees it.
  ['planned', 'draft', 1],
  ['refused', 'closed', 1],
  ['branched', 'closed', 1],
  ['proposed', undefined, 1],
] as const)('what failed and is %s as %s ends with %i', (status, candidate, expected) => {
  expect(exitStatusOfAnswer({ kind: 'registration', outcome: 'failed', status, candidate })).toBe(expected)
})

test('any other answer ends as its outcome says', () => {
  expect(exitStatusOfAnswer({ kind: 'gates', outcome: 'inconclusive' })).toBe(1)
  expect(exitStatusOfAnswer({ kind: 'gates', outcome: 'passed' })).toBe(0)
  expect(exitStatusOfAnswer({ kind: 'history' })).toBe(0)
})
