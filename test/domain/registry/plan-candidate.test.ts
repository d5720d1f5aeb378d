import { expect, test } from 'vitest'
import { planFirstPromotion, withVersion } from '../../../src/domain/registry/plan-candidate.ts'
import {
  evaluation,
  modelState,
  promotionFacts,
  REQUEST,
  SERVING,
  versionRecord,
} from '../../support/models.ts'

const STATE = modelState({ records: SERVING, versions: 3 })
const planned = (version: number, state = STATE) =>
  planFirstPromotion(
    promotionFacts(state, version, { evidence: [evaluation(version, 0.85)] }),
    versionRecord(version),
    'staging',
    REQUEST,
  )

test('a version that the base does not have yet is promoted as if it were there', () => {
  const plan = planned(4)
  expect(plan).toMatchObject({
    plan: 'move',
    number: SERVING.length + 1,
    record: { version: 4, to: 'staging' },
  })
  expect(planned(4, withVersion(STATE, 4))).toEqual(plan)
})

test('a version is added once, and is the highest', () => {
  expect(withVersion(STATE, 4)).toMatchObject({ versions: [1, 2, 3, 4], lastVersion: 4 })
  expect(withVersion(STATE, 2)).toBe(STATE)
})

test.each([
  [1, 'production'],
  [2, 'staging'],
])('version %s stands in %s, and is not promoted a first time', (version, stage) => {
  expect(planned(version)).toEqual({ plan: 'unchanged', why: expect.stringContaining(stage) })
})
