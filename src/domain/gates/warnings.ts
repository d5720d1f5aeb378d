import type { MetricName } from '../comparison/metric-catalogue.ts'
import { defaultMargin } from './defaults.ts'
import { isMissing, type JudgedEvidence } from './judged-evidence.ts'
import { type Resolution, resolutionOf, rowsFor, twoDigitsUp } from './resolution.ts'
import type { GateTree } from './result.ts'
import { type GateRule, marginsIn } from './rule.ts'

type Advice = NonNullable<GateTree['warnings']>[number]

export interface WarnedOf {
  readonly primaryMetric: MetricName
  readonly hasDefault: boolean
  /** How many promotions on record were decided on the same evaluation rows. */
  readonly decidedBefore: number
}

/** What to know beside the gates: no outcome depends on it. */
export function* warningsOn(
  rules: readonly GateRule[],
  evidence: JudgedEvidence,
  { primaryMetric, hasDefault, decidedBefore }: WarnedOf,
): Generator<Advice> {
  for (const { metric, margin } of rules.flatMap(marginsIn)) {
    const warning = tooFine(metric, margin, resolutionIn(evidence, metric))
    if (warning !== undefined) yield warning
  }
  const usual = hasDefault ? defaultMargin(evidence, primaryMetric) : undefined
  if (usual?.isWide) {
    yield {
      message: `the default margin on ${primaryMetric} is ${usual.margin}, since the evaluation rows resolve no less: it protects little`,
      next: 'evaluate on more rows, or write the margin that you mean into the policy',
    }
  }
  if (decidedBefore > 0) {
    yield {
      message: `these evaluation rows have decided ${decidedBefore} promotion${decidedBefore === 1 ? '' : 's'} of this model before`,
      next: 'what is chosen by the same rows again and again comes to fit them: take new ones from time to time',
    }
  }
  const evaluation = evidence.of('evaluation')
  const seen = isMissing(evaluation) ? undefined : evaluation.evidence.facts.traps?.['in-training-data']
  if (seen !== undefined) {
    yield {
      message: `${seen} of the evaluation rows stand in the training data too`,
      next: 'take them out of one of the two: a model knows the rows that it was trained on',
    }
  }
}

/** Nobody evaluates on more rows: then only the margin can change. */
const MOST_ROWS = 1e9

/**
 * What to say of a margin that is smaller than the half-width that two equal models would show: an equal challenger
 * would then mostly be inconclusive. A margin of 0 asks for a better one and is not meant here.
 */
export function tooFine(
  metric: string,
  margin: number,
  resolution: Resolution | undefined,
): Advice | undefined {
  if (resolution === undefined || margin === 0 || margin >= resolution.halfWidth) return undefined
  const least = twoDigitsUp(resolution.halfWidth)
  const rows = rowsFor(resolution, margin)
  const [may, about] = resolution.from === 'comparison' ? ['is', 'the'] : ['may be', 'the about']
  return {
    message: `the margin ${margin} on ${metric} ${may} smaller than ${about} ${least} that ${resolution.rows} evaluation rows can resolve`,
    next: rows > MOST_ROWS ? `allow ${least}` : `evaluate on about ${rows} rows, or allow ${least}`,
  }
}

function resolutionIn(evidence: JudgedEvidence, metric: string): Resolution | undefined {
  const [comparison, evaluation] = [evidence.of('comparison'), evidence.of('evaluation')]
  return resolutionOf(
    metric,
    isMissing(comparison) ? undefined : comparison.evidence.facts,
    isMissing(evaluation) ? undefined : evaluation.evidence.facts,
  )
}
