import { expect, test } from 'vitest'
import { effectivePolicy } from '../../../src/domain/registry/policy.ts'

test('approvals by hand leave no rule, for promotions and rollbacks alike; a floor still holds', () => {
  const byHand = { approvals: 'by-hand' } as const
  expect(effectivePolicy(byHand, undefined)).toMatchObject({
    byHand: true,
    approvals: [],
    rollbackApprovals: [],
  })
  const floor = { approvals: { required: 1, from: ['@a'] } }
  expect(effectivePolicy(byHand, floor)).toMatchObject({
    byHand: false,
    approvals: [{ source: 'floor' }],
    rollbackApprovals: [{ source: 'floor' }],
  })
  expect(effectivePolicy({}, undefined)).toMatchObject({ byHand: false, rollbackApprovals: [{}] })
})
