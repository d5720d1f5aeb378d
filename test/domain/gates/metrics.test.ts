import { describe, expect, test } from 'vitest'
import { evaluateBetter } from '../../../src/domain/gates/better.ts'
import { evaluateGuardrails } from '../../../src/domain/gates/guardrails.ts'
import { evaluateMetricLimit } from '../../../src/domain/gates/metric-limit.ts'
import { evaluateNotWorse } from '../../../src/domain/gates/not-worse.ts'
import { compared, judged, judgedAlone, measured, paired, SETTING } from '../../support/judged.ts'
import { digest } from '../../support/models.ts'

const OWN = { saved: { ...paired(-3, 5), direction: 'higher', unit: 'USD' } }

describe('a floor or a ceiling', () => {
  const evaluation = measured('evaluation', {
    ...SETTING,
    metrics: { 'roc-auc': 0.7, 'log-loss': 0.5 },
    undefined: { recall: 'one class only' },
    'own-metrics': { saved: { value: 12, direction: 'higher' } },
  })

  test.each([
    [{ metric: 'roc-auc', min: 0.7 }, 'passed'],
    [{ metric: 'roc-auc', min: 0.70001 }, 'failed'],
    [{ metric: 'log-loss', max: 0.5 }, 'passed'],
    [{ metric: 'log-loss', max: 0.49 }, 'failed'],
    [{ metric: 'saved', min: 12 }, 'passed'],
    [{ metric: 'saved', max: 11 }, 'failed'],
    [{ metric: 'recall', min: 0 }, 'inconclusive'],
    [{ metric: 'constructor', min: 0 }, 'inconclusive'],
  ] as const)('%j: %s', (rule, outcome) => {
    expect(evaluateMetricLimit(rule, judgedAlone(evaluation))).toMatchObject({
      outcome,
      evidence: digest('e'),
    })
  })

  test('says why a metric has no value', () => {
    const finding = evaluateMetricLimit({ metric: 'recall', min: 0.1 }, judged(evaluation))
    expect(finding.reason).toContain('one class only')
  })
})

test('a metric of the user that is one number for all rows cannot be compared, and the next step says why', () => {
  const { interval: _, ...whole } = OWN.saved
  const rule = { metric: 'saved', 'not-worse-by': 1 }
  const evidence = judged(compared({}, { own: { saved: whole } }))
  expect(evaluateNotWorse(rule, evidence)).toMatchObject({
    outcome: 'inconclusive',
    next: expect.stringContaining('per: row'),
  })
})

describe('not worse by a margin', () => {
  const gate = (low: number, high: number, margin: number, metric = 'roc-auc') =>
    evaluateNotWorse({ metric, 'not-worse-by': margin }, judged(compared({ [metric]: paired(low, high) })))

  test.each([
    [-0.01, 0.03, 0.02, 'passed'],
    [-0.02, 0.03, 0.02, 'inconclusive'],
    [-0.05, -0.03, 0.02, 'failed'],
    [0.01, 0.03, 0, 'passed'],
    [0, 0, 0, 'inconclusive'],
    [0, 0, 0.01, 'passed'],
  ])('%d to %d at %d: %s', (low, high, margin, outcome) => {
    expect(gate(low, high, margin).outcome).toBe(outcome)
  })

  test('of the calibration error nothing can be told, whatever its interval says', () => {
    expect(gate(-0.03, -0.02, 0.02, 'calibration-error')).toMatchObject({
      outcome: 'inconclusive',
      next: expect.stringContaining('Brier'),
    })
  })

  test('of a metric of which less is better a rise is the loss', () => {
    expect(gate(-0.03, 0.01, 0.02, 'log-loss')).toMatchObject({
      outcome: 'passed',
      observed: { low: -0.01, high: 0.03 },
    })
    expect(gate(0.03, 0.05, 0.02, 'log-loss').outcome).toBe('failed')
  })

  test('a metric of the team’s own is compared by the direction that it has', () => {
    const evidence = judged(compared({}, { own: OWN }))
    expect(evaluateNotWorse({ metric: 'saved', 'not-worse-by': 4 }, evidence).outcome).toBe('passed')
    const lower = judged(compared({}, { own: { saved: { ...OWN.saved, direction: 'lower' } } }))
    expect(evaluateNotWorse({ metric: 'saved', 'not-worse-by': 4 }, lower).outcome).toBe('inconclusive')
    const zero = judged(compared({}, { own: { saved: { ...OWN.saved, direction: 'zero' } } }))
    expect(evaluateNotWorse({ metric: 'saved', 'not-worse-by': 40 }, zero).outcome).toBe('inconclusive')
  })

  test('an interval that holds less often than in 95 of 100 cases settles nothing', () => {
    const evidence = judged(compared({ 'roc-auc': paired(0.01, 0.02, 0.8) }))
    expect(evaluateNotWorse({ metric: 'roc-auc', 'not-worse-by': 0.02 }, evidence)).toMatchObject({
      outcome: 'inconclusive',
      reason: expect.stringContaining('80 %'),
    })
  })

  test('what is open names the rows that would settle it, and which way', () => {
    // Half-width 0.02, 0.01 from the edge: four times the rows.
    expect(gate(-0.03, 0.01, 0.02).next).toContain('about 5700 evaluation rows would settle it')
    expect(gate(-0.045, -0.005, 0.02).next).toContain('show that it fails')
  })

  test('models that differ without a row that tells are inconclusive, and more rows would help', () => {
    const same = { champion: 1, challenger: 1, difference: 0 }
    const rule = { metric: 'roc-auc', 'not-worse-by': 0.02 }
    const { outcome, next } = evaluateNotWorse(rule, judged(compared({ 'roc-auc': same })))
    expect([outcome, next]).toEqual(['inconclusive', 'compare on more rows'])
    const apart = evaluateNotWorse(rule, judged(compared({ 'roc-auc': { ...same, difference: 0.1 } })))
    expect([apart.outcome, apart.next]).toEqual(['inconclusive', expect.stringContaining('fewer rows')])
  })

  test.each([
    [4, true],
    [40, false],
  ])('what is open says whether a handful of rows carry it: %d degrees of freedom, %s', (freedom, says) => {
    const difference = { ...paired(-0.03, 0.01), 'degrees-of-freedom': freedom }
    const rule = { metric: 'roc-auc', 'not-worse-by': 0.02 }
    const { outcome, next } = evaluateNotWorse(rule, judged(compared({ 'roc-auc': difference })))
    expect(outcome).toBe('inconclusive')
    expect(next?.startsWith('a handful of rows')).toBe(says)
    expect(next).toContain('about 5700 evaluation rows')
  })

  test('is left out where there is no champion', () => {
    const rule = { metric: 'roc-auc', 'not-worse-by': 0.02 }
    expect(evaluateNotWorse(rule, judgedAlone()).outcome).toBe('left-out')
    expect(evaluateNotWorse(rule, judged()).outcome).toBe('inconclusive')
  })
})

describe('better than the champion', () => {
  const gate = (low: number, high: number, rule: { better: true } | { 'better-by': number }) =>
    evaluateBetter({ metric: 'roc-auc', ...rule }, judged(compared({ 'roc-auc': paired(low, high) }))).outcome

  test.each([
    [0.001, 0.02, { better: true }, 'passed'],
    [-0.001, 0.02, { better: true }, 'inconclusive'],
    [-0.02, -0.001, { better: true }, 'failed'],
    // The same predictions: no better, and no rows would change that.
    [0, 0, { better: true }, 'failed'],
    [0.011, 0.02, { 'better-by': 0.01 }, 'passed'],
    [0.01, 0.02, { 'better-by': 0.01 }, 'inconclusive'],
    [0.001, 0.01, { 'better-by': 0.01 }, 'failed'],
  ] as const)('%d to %d by %j: %s', (low, high, rule, outcome) => {
    expect(gate(low, high, rule)).toBe(outcome)
  })

  test('is left out where there is no champion', () => {
    expect(evaluateBetter({ metric: 'roc-auc', better: true }, judgedAlone()).outcome).toBe('left-out')
  })
})

describe('guardrails', () => {
  const gate = (
    intervals: Readonly<Record<string, readonly [number, number]>>,
    names = Object.keys(intervals),
  ) =>
    evaluateGuardrails(
      { guardrails: names, 'not-worse-by': 0.02 },
      judged(
        compared(
          Object.fromEntries(
            Object.entries(intervals).map(([name, [low, high]]) => [name, paired(low, high)]),
          ),
        ),
      ),
    )

  test('one alone says what `not-worse` says', () => {
    expect(gate({ recall: [-0.0199, 0.03] }).outcome).toBe('passed')
    expect(gate({ recall: [-0.0201, 0.03] }).outcome).toBe('inconclusive')
  })

  test('one that holds barely by itself does not among three that do no better', () => {
    const barely = [-0.0199, 0.03] as const
    const finding = gate({ recall: barely, precision: barely, f1: barely })
    expect(finding.outcome).toBe('inconclusive')
    expect(finding.parts?.[0]?.reason).toContain('among 3')
  })

  test('a clear loss of one fails all', () => {
    expect(gate({ recall: [0.01, 0.03], precision: [-0.2, -0.1] })).toMatchObject({
      outcome: 'failed',
      observed: { low: -0.2 },
      parts: [
        { name: 'recall', outcome: 'passed' },
        { name: 'precision', outcome: 'failed' },
      ],
    })
  })

  test('a metric that was not compared is inconclusive, and counts in the adjustment', () => {
    // 0.025 × 0.8 by itself; twice that among two.
    const nearly = [-0.0195, 0.03] as const
    expect(gate({ recall: nearly }).outcome).toBe('passed')
    expect(gate({ recall: nearly }, ['recall', 'f1']).parts).toMatchObject([
      { outcome: 'inconclusive' },
      { outcome: 'inconclusive' },
    ])
  })
})
