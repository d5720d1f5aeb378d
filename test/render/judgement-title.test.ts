import { expect, test } from 'vitest'
import type { JudgedRule, JudgementResult } from '../../src/domain/results/judgement.ts'
import { judgementTitle } from '../../src/render/results/judgement.ts'
import { RESULTS } from '../support/results.ts'

const HINT = 'the rules of main do not require the check modelyard / gates'
const PASSED: JudgedRule = {
  outcome: 'passed',
  rule: { required: 1, 'not-author': true },
  source: 'model',
  required: 1,
  counted: ['grace'],
  'not-counted': [],
  reason: '1 of 1 given',
}
const UNNAMED: JudgedRule = {
  ...PASSED,
  outcome: 'inconclusive',
  reason: 'GitHub cannot name one of the authors',
}

const titleOf = (approvals: JudgedRule[], more: Partial<JudgementResult> = {}) =>
  judgementTitle({
    ...RESULTS.judgement,
    outcome: 'inconclusive',
    moves: RESULTS.judgement.moves.map(move => ({ ...move, approvals })),
    remarks: [HINT],
    ...more,
  })

test('the title names the reason of the rule that is open, and no hint', () => {
  expect(titleOf([PASSED, UNNAMED])).toBe('churn 4 to production: GitHub cannot name one of the authors')
  const governed = [{ path: 'a.py', why: 'it measures', models: ['churn'], approvals: [UNNAMED] }]
  expect(titleOf([], { moves: [], governed })).toBe(
    '1 change to what judges: GitHub cannot name one of the authors',
  )
})

test('an approval that is missing is counted, whatever else is said', () => {
  expect(titleOf([UNNAMED, { ...PASSED, outcome: 'failed', counted: [] }])).toBe(
    'churn 4 to production: 1 approval missing',
  )
})

test('a remark is the title where no rule is open', () => {
  expect(titleOf([PASSED])).toBe(`churn 4 to production: ${HINT}`)
})
