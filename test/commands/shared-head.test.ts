import { expect, test } from 'vitest'
import { isForNow, judgementOfHead } from '../../src/commands/shared-head.ts'
import { type CheckConclusion, GATE_CHECK, type JudgementResult } from '../../src/domain/results/judgement.ts'

const judgement = (number: number, conclusion: CheckConclusion): JudgementResult => ({
  kind: 'judgement',
  outcome: 'passed',
  check: GATE_CHECK,
  conclusion,
  'pull-request': number,
  head: 'a'.repeat(40),
  problems: [],
  moves: [],
  governed: [],
  buttons: [],
  remarks: [],
  next: [],
})
const shown = (...all: [JudgementResult, ...JudgementResult[]]) => {
  const { 'pull-request': number, conclusion } = judgementOfHead(...all)
  return [number, conclusion]
}

test('a commit that one pull request asks for is told its judgement as it is', () => {
  const alone = judgement(3, 'action_required')
  expect(judgementOfHead(alone)).toEqual(alone)
})

test.for([
  [
    ['success', 'success'],
    [3, 'success'],
  ],
  [
    ['success', 'action_required'],
    [4, 'action_required'],
  ],
  [
    ['action_required', 'failure'],
    [4, 'failure'],
  ],
  [
    ['failure', 'failure'],
    [3, 'failure'],
  ],
] as const)('of %j it is told the worst, of equal ones the oldest: %j', ([[first, second], expected]) => {
  const [one, two] = [judgement(3, first), judgement(4, second)]
  expect(shown(one, two)).toEqual(expected)
  expect(shown(two, one)).toEqual(expected)
})

test('what another pull request lacks is said to be of that', () => {
  const { remarks } = judgementOfHead(judgement(3, 'success'), judgement(4, 'action_required'))
  expect(remarks).toEqual([expect.stringMatching(/^pull requests 3, 4 ask for this very commit.+ 4 lacks$/)])
})

test.for([
  ['rate-limited', 'error', true],
  ['timed-out', 'error', true],
  ['remote-failed', 'error', true],
  ['remote-failed', 'warning', false],
  ['not-believed', 'error', false],
] as const)('one that found %s as %s is for now alone: %j', ([code, severity, expected]) => {
  const problem = { severity, code, place: { path: 'a' }, message: 'm', next: 'n' }
  expect(isForNow({ ...judgement(3, 'failure'), problems: [problem] })).toBe(expected)
})
