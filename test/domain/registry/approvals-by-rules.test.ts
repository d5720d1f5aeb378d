import { expect, test } from 'vitest'
import { judgeByGitHubRules, strictestOwners } from '../../../src/domain/registry/approvals-by-rules.ts'
import type { ApprovalRule } from '../../../src/domain/registry/policy.ts'

const ALL = {
  is: 'rules',
  approvals: 1,
  codeOwnerReview: true,
  dismissStale: true,
  lastPushApproval: true,
  hidden: undefined,
} as const
const RULE: ApprovalRule = { required: 1, from: ['@acme/leads'], 'not-author': true }
const LEADS = ['@Acme/Leads']

const judge = (
  rule: ApprovalRule,
  demanded: Parameters<typeof judgeByGitHubRules>[1] = ALL,
  owners = LEADS,
) => judgeByGitHubRules([{ rule, source: 'model' }], demanded, owners)

test('a policy is met where GitHub demands at least that, and one that asks for nothing always', () => {
  expect(judge(RULE).outcome).toBe('passed')
  expect(judge(RULE, { ...ALL, approvals: 3 }).outcome).toBe('passed')
  expect(judge({ required: 0 }, { is: 'unreadable', why: 'x' })).toEqual({ outcome: 'passed', rules: [] })
})

test.each([
  [{ approvals: 0 }, 'required approvals: 1'],
  [{ codeOwnerReview: false }, 'review from code owners'],
  [{ dismissStale: false }, 'dismiss stale approvals'],
  [{ lastPushApproval: false }, 'approval of the most recent push'],
])('without %j it failed, with the name of what is missing', (less, name) => {
  const { outcome, rules } = judge(RULE, { ...ALL, ...less })
  expect(outcome).toBe('failed')
  expect(rules[0]?.reason).toContain(name)
  // The same where more may be demanded than the token sees.
  expect(judge(RULE, { ...ALL, ...less, hidden: 'classic protection' }).outcome).toBe('inconclusive')
})

test('the last push matters only where the policy says not-author', () => {
  const { 'not-author': _, ...rule } = RULE
  expect(judge(rule, { ...ALL, lastPushApproval: false }).outcome).toBe('passed')
})

test('the owners of the record are all named by the policy', () => {
  expect(judge(RULE, ALL, []).outcome).toBe('failed')
  expect(judge(RULE, ALL, ['@acme/leads', '@mallory']).outcome).toBe('failed')
})

test('what GitHub cannot say is told with the two ways out, and what cannot be read is inconclusive', () => {
  for (const rule of [{ ...RULE, required: 2 }, { required: 1 }]) {
    const { outcome, rules } = judge(rule, { ...ALL, approvals: 6 })
    expect(outcome).toBe('failed')
    expect(rules[0]?.next).toMatch(/App.*by-hand/)
  }
  expect(judge(RULE, { is: 'unreadable', why: 'the plan has none' }).outcome).toBe('inconclusive')
})

test('the worst of several rules counts', () => {
  const rules = [RULE, { required: 1, from: ['@acme/others'] }].map(rule => ({
    rule,
    source: 'floor' as const,
  }))
  expect(judgeByGitHubRules(rules, ALL, LEADS).outcome).toBe('failed')
})

test('one line of owners satisfies all rules by those whom all of them name', () => {
  expect(
    strictestOwners([
      { required: 1, from: ['@a', '@b'] },
      { required: 1, from: ['@B'] },
    ]),
  ).toEqual(['@b'])
  expect(
    strictestOwners([
      { required: 1, from: ['@a'] },
      { required: 1, from: ['@b'] },
    ]),
  ).toBeUndefined()
  expect(strictestOwners([{ required: 1 }, { required: 0, from: ['@a'] }])).toEqual([])
})
