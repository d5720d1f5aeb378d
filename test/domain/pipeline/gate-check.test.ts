import { expect, test } from 'vitest'
import { checkConclusion } from '../../../src/domain/pipeline/gate-check.ts'
import type { JudgementResult } from '../../../src/domain/results/judgement.ts'
import { RESULTS } from '../../support/results.ts'

type Judged = Pick<JudgementResult, 'outcome' | 'problems' | 'moves'>
const [move] = RESULTS.judgement.moves
const gated = (outcome: 'passed' | 'failed' | 'inconclusive') =>
  [{ ...move, gates: { outcome, gates: [], remarks: [] } }] as JudgementResult['moves']
const problem = (severity: 'error' | 'warning') =>
  ({ severity, code: 'bad-file', place: { path: 'a' }, message: 'b', next: 'c' }) as const

test.for<[string, Judged, string]>([
  ['all is met', { outcome: 'passed', problems: [], moves: gated('passed') }, 'success'],
  ['something stands beside', { outcome: 'passed', problems: [problem('warning')], moves: [] }, 'success'],
  ['a file is wrong', { outcome: 'failed', problems: [problem('error')], moves: [] }, 'failure'],
  ['a gate failed', { outcome: 'failed', problems: [], moves: gated('failed') }, 'failure'],
  [
    'a gate is open',
    { outcome: 'inconclusive', problems: [], moves: gated('inconclusive') },
    'action_required',
  ],
  ['an approval is missing', { outcome: 'failed', problems: [], moves: gated('passed') }, 'action_required'],
  ['nothing could be judged', { outcome: 'inconclusive', problems: [], moves: [] }, 'action_required'],
])('where %s GitHub is told so, by nothing that it counts as passed otherwise', ([, judged, expected]) => {
  expect(checkConclusion(judged)).toBe(expected)
})
