import { expect, test } from 'vitest'
import {
  approvalDemand,
  isRivalBranch,
  servingStage,
  supersededBy,
} from '../../../src/domain/registry/merged-move.ts'
import { archiveRecord, definition, modelState, promotion, rollbackRecord } from '../../support/models.ts'

const APPROVALS = { required: 2, from: ['@acme/leads'] }
const state = modelState({ definition: definition({ policy: { production: { approvals: APPROVALS } } }) })

test('a promotion needs the approvals of its stage, a rollback one of theirs, an archiving those of what it leaves', () => {
  const rules = (record: Parameters<typeof approvalDemand>[1]) =>
    approvalDemand(state, record).rules.map(({ rule }) => rule.required)
  expect(rules(promotion(2, 'staging', 'production'))).toEqual([2])
  expect(rules(promotion(2, 'development', 'staging'))).toEqual([])
  expect(rules(rollbackRecord(1, 'production'))).toEqual([1])
  expect(rules(archiveRecord(1, 'production'))).toEqual([2])
  expect(rules(archiveRecord(1, 'development'))).toEqual([])
})

test('a policy that leaves approvals to people asks for none that could be judged', () => {
  const byHand = modelState({ definition: definition({ policy: { production: { approvals: 'by-hand' } } }) })
  expect(approvalDemand(byHand, promotion(2, 'staging', 'production')).byHand).toBe(true)
  expect(approvalDemand(state, promotion(2, 'staging', 'production')).byHand).toBe(false)
  // A floor's rule holds in spite of the word.
  const floors = { production: { approvals: APPROVALS } }
  const floored = { ...byHand, config: { ...byHand.config, floors } }
  expect(approvalDemand(floored, promotion(2, 'staging', 'production'))).toMatchObject({
    byHand: false,
    rules: [{ rule: APPROVALS, source: 'floor' }],
  })
})

test('a version serves in a held stage alone, until another comes or it leaves', () => {
  const { config } = state
  expect(servingStage(promotion(1, 'development', 'staging'), config)).toBe('staging')
  expect(servingStage(archiveRecord(1, 'staging'), config)).toBeUndefined()
  const records = [
    promotion(1, 'development', 'staging'),
    promotion(1, 'staging', 'production'),
    promotion(2, 'development', 'staging'),
  ]
  expect([1, 2, 3].map(number => supersededBy(records, number, config))).toEqual([2, undefined, undefined])
})

test('a rival is a proposal of the same model to the same stage, whatever the names hold', () => {
  expect(isRivalBranch('modelyard/churn/promote-3-staging', 'churn', 'staging')).toBe(true)
  expect(isRivalBranch('modelyard/churn/rollback-3-staging', 'churn', 'staging')).toBe(true)
  expect(isRivalBranch('modelyard/churn/promote-3-pre-staging', 'churn', 'staging')).toBe(false)
  expect(isRivalBranch('modelyard/churn-2/promote-3-staging', 'churn', 'staging')).toBe(false)
  expect(isRivalBranch('modelyard/churn/candidate', 'churn', 'staging')).toBe(false)
  expect(isRivalBranch('mine/modelyard/churn/promote-3-staging', 'churn', 'staging')).toBe(false)
})
