import { describe, expect, test } from 'vitest'
import { Config } from '../../../src/domain/registry/config.ts'
import { ModelDefinition } from '../../../src/domain/registry/definition.ts'
import { judgePromotion, planPromotion } from '../../../src/domain/registry/plan-promotion.ts'
import { effectivePolicy, StagePolicy } from '../../../src/domain/registry/policy.ts'
import { evaluation, modelState, promotionFacts, REQUEST } from '../../support/models.ts'

const BINARY = { task: 'binary-classification', target: 'churn', 'positive-class': 'Yes' }
const REGRESSION = { task: 'regression', target: 'riders' }

/** Where the complaints about a policy's gates point to. */
function complaints(model: object, ...gates: unknown[]): string[] {
  const result = ModelDefinition.safeParse({ ...model, policy: { production: { gates } } })
  return result.success ? [] : result.error.issues.map(({ path }) => path.slice(2).join('.'))
}

describe('a gate names metrics of the model’s task', () => {
  test.each([
    [{ metric: 'rmse', max: 1 }, 'gates.0.metric'],
    [{ metric: 'rmse', better: true }, 'gates.0.metric'],
    [{ slices: 'rmse', max: 1, by: ['region'] }, 'gates.0.slices'],
    [{ guardrails: ['recall', 'rmse'], 'not-worse-by': 1 }, 'gates.0.guardrails.1'],
    // A name that nobody computes is a mistyped one.
    [{ metric: 'roc-auk', min: 0.5 }, 'gates.0.metric'],
    [{ metric: 'saved', min: 12 }, 'gates.0.metric'],
  ])('%j', (gate, path) => {
    expect(complaints(BINARY, gate)).toEqual([path])
  })

  test('fairness is of two classes', () => {
    const fairness = { fairness: 'demographic-parity-difference', max: 0.1, by: ['region'] }
    expect(complaints(BINARY, fairness)).toEqual([])
    expect(complaints(REGRESSION, fairness)).toEqual(['gates.0.fairness'])
  })

  test('a metric of which both sides of 0 are worse is compared by nothing', () => {
    const compared = [{ 'not-worse-by': 1 }, { better: true }, { 'better-by': 1 }]
    for (const how of compared)
      expect(complaints(REGRESSION, { metric: 'mean-error', ...how })).not.toEqual([])
    expect(complaints(REGRESSION, { guardrails: ['mean-error'], 'not-worse-by': 1 })).not.toEqual([])
    expect(complaints(REGRESSION, { metric: 'mean-error', max: 1 })).toEqual([])
  })

  test('a floor names what every model can have', () => {
    const floors = (metric: string) => ({ floors: { production: { gates: [{ metric, min: 0.5 }] } } })
    expect(Config.safeParse(floors('r2')).success).toBe(true)
    const refused = Config.safeParse(floors('roc-auk'))
    expect(refused.error?.issues.map(({ path }) => path)).toEqual([
      ['floors', 'production', 'gates', 0, 'metric'],
    ])
  })
})

describe('the default gate', () => {
  const policy = (defaults?: boolean) => StagePolicy.parse(defaults === undefined ? {} : { defaults })

  test.each([
    [undefined, undefined, true],
    [false, undefined, false],
    [undefined, false, true],
    [false, false, false],
    [false, true, true],
  ])('by the model %s and by the floor %s: %s', (own, floor, wanted) => {
    expect(effectivePolicy(policy(own), policy(floor)).defaults).toBe(wanted)
    expect(effectivePolicy(policy(own), undefined).defaults).toBe(own !== false)
  })
})

describe('freshness', () => {
  const gates = [
    { metric: 'roc-auc' as const, min: 0.5 },
    { freshness: 'evaluation' as const, days: 30 },
  ]
  const facts = promotionFacts(modelState({ definition: { policy: { staging: { gates } } } }), 1, {
    evidence: [evaluation(1, 0.9)],
  })

  test('counts to when the promotion was asked for, so that its record is judged alike for ever', () => {
    expect(planPromotion(facts, 'staging', REQUEST).plan).toBe('move')
    const late = { ...REQUEST, requestedAt: '2027-01-01T00:00:00Z' }
    expect(planPromotion(facts, 'staging', late)).toMatchObject({
      plan: 'refused',
      gates: { outcome: 'failed' },
    })
    expect(judgePromotion(facts, 'staging', '2027-01-01T00:00:00Z').outcome).toBe('failed')
  })
})
