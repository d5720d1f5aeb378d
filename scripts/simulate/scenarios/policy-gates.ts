import { type MetricName, metricEntry } from '../../../src/domain/comparison/metric-catalogue.ts'
import type { Comparison } from '../../../src/domain/evidence/comparison.ts'
import { defaultMargin, evaluateDefault } from '../../../src/domain/gates/defaults.ts'
import type { GateKind } from '../../../src/domain/gates/result.ts'
import { once } from '../../../src/domain/once.ts'
import { metricLabel } from '../../../src/render/labels.ts'
import type { Compared, Comparisons } from '../compared.ts'
import { evidenceOf, letsThrough } from '../judging.ts'
import type { ScoredPopulation } from '../populations.ts'
import { GATE, type Scenario } from '../scenario.ts'
import { BINARY_DIFFERENCES } from '../truths-of-tasks.ts'
import { binaryCompared } from './compared-tasks.ts'
import { SCORED_DATA } from './settings.ts'

const GUARDED: readonly (readonly MetricName[])[] = [
  ['accuracy', 'balanced-accuracy', 'f1', 'recall'],
  ['roc-auc', 'average-precision', 'brier', 'log-loss'],
]

/** What the worse model of a population loses on the metric on which it loses most. */
function largestLoss(metrics: readonly MetricName[], population: ScoredPopulation): number {
  return Math.max(...metrics.map(metric => 0 - (BINARY_DIFFERENCES[metric]?.(population) ?? 0)))
}

function onCompared(
  name: string,
  gate: GateKind,
  method: string,
  decide: (compared: Compared<ScoredPopulation>) => (comparisons: Comparisons) => readonly boolean[],
): Scenario {
  return {
    name,
    kind: 'gate',
    gates: [gate],
    method,
    data: SCORED_DATA,
    cases: binaryCompared.map(compared => {
      const judge = decide(compared)
      const { setting, stream, comparisons } = compared
      return {
        setting,
        wanted: GATE,
        stream,
        run: draws => judge(comparisons(draws)),
      }
    }),
  }
}

const guardrails = GUARDED.map((metrics, at) =>
  onCompared(
    `guardrails-gate-${at + 1}`,
    'guardrails',
    `Guardrails by Holm: ${metrics.map(metric => metricLabel(metric)).join(', ')}`,
    ({ population }) => {
      // On one of them the challenger is as bad as the margin, on the others not quite.
      const margin = once(() => largestLoss(metrics, population))
      return ({ forth, equal, back }) =>
        [forth, equal, back].map(comparison =>
          letsThrough({ guardrails: [...metrics], 'not-worse-by': margin() }, { comparison }),
        )
    },
  ),
)

const better = onCompared(
  'better-gate',
  'better',
  'Better on ROC AUC, where an equal challenger stands at the edge',
  () =>
    ({ equal, back }) =>
      [equal, equal, back].map(comparison =>
        letsThrough({ metric: 'roc-auc', better: true }, { comparison }),
      ),
)

/** The same comparison with everything that is known of a metric's difference worse by so much. */
function worseBy(loss: number, metric: MetricName, comparison: Comparison): Comparison {
  const paired = comparison.metrics[metric]
  if (paired?.interval === undefined) return comparison
  const move = metricEntry(metric).direction === 'lower' ? loss : 0 - loss
  const { interval } = paired
  return {
    ...comparison,
    metrics: {
      ...comparison.metrics,
      [metric]: {
        ...paired,
        difference: paired.difference + move,
        interval: { ...interval, low: interval.low + move, high: interval.high + move },
      },
    },
  }
}

const byDefault = onCompared(
  'default-gate',
  'not-worse',
  'ROC AUC, by the default margin that the rows allow; at the margin: equal models with the margin taken off',
  () =>
    ({ equal, back }) => {
      const margin = defaultMargin(evidenceOf({ comparison: equal }), 'roc-auc')?.margin ?? 0
      return [worseBy(margin, 'roc-auc', equal), equal, back].map(
        comparison => evaluateDefault(evidenceOf({ comparison }), 'roc-auc').outcome === 'passed',
      )
    },
)

export const policyGates: readonly Scenario[] = [...guardrails, better, byDefault]
