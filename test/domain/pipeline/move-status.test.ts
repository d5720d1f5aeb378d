import { expect, test } from 'vitest'
import { concludeMove } from '../../../src/domain/pipeline/move-status.ts'

const NONE = { outcome: 'passed', rules: [] } as const

test('a success only where gates passed, and approvals are demanded, not asked for, or left to people', () => {
  const demanded = { outcome: 'passed', rules: [{ outcome: 'passed', reason: 'x' }] } as const
  expect(concludeMove({ gates: 'passed', approvals: NONE }).state).toBe('success')
  expect(concludeMove({ gates: 'passed', approvals: demanded }).state).toBe('success')
  const byHand = concludeMove({ gates: 'passed', approvals: { ...NONE, 'by-hand': true } })
  expect(byHand).toMatchObject({ state: 'success', description: expect.stringContaining('not judged') })
  expect(concludeMove({ gates: 'inconclusive', approvals: NONE }).state).toBe('failure')
  // Rules that nothing judged are no success, whatever the outcome beside them says.
  expect(concludeMove({ gates: 'passed', approvals: { outcome: 'passed', rules: [{}] } }).state).toBe(
    'failure',
  )
})

test('the reason fits what GitHub takes', () => {
  const rules = [{ outcome: 'failed', reason: 'r'.repeat(300) }] as const
  const { state, description } = concludeMove({ gates: 'passed', approvals: { outcome: 'failed', rules } })
  expect(state).toBe('failure')
  expect([...description]).toHaveLength(140)
})
