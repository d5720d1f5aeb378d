import { expect, test } from 'vitest'
import { exitStatusOfResult } from '../../../src/domain/results/exit-status.ts'
import type { Result } from '../../../src/domain/results/index.ts'

const registered = (more: object) =>
  exitStatusOfResult({ kind: 'registration', outcome: 'failed', status: 'refused', ...more } as Result)

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
  expect(registered({ status, ...(candidate && { candidate }) })).toBe(expected)
})

test('any other answer ends as its outcome says', () => {
  expect(exitStatusOfResult({ kind: 'gates', outcome: 'inconclusive' } as Result)).toBe(1)
  expect(exitStatusOfResult({ kind: 'gates', outcome: 'passed' } as Result)).toBe(0)
  expect(exitStatusOfResult({ kind: 'history' } as Result)).toBe(0)
})
