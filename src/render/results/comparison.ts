import type { ComparisonResult } from '../../domain/results/measurement.ts'
import { type Block, code, footnote, part } from '../blocks.ts'
import { short } from '../numbers.ts'
import { cardBlocks } from '../sections/card-facts.ts'
import { dataBlocks, importanceBlocks, paramBlocks } from '../sections/changes.ts'
import { trapBlocks } from '../sections/confusion.ts'
import { curveBlocks } from '../sections/curves.ts'
import { disagreementBlocks } from '../sections/disagreement.ts'
import { fairnessBlocks } from '../sections/fairness.ts'
import { latencyBlocks } from '../sections/latency.ts'
import { metricBlocks } from '../sections/metrics.ts'
import { contractBlocks, reproducibilityBlocks, testBlocks } from '../sections/promises.ts'
import { provenance, remarkBlocks } from '../sections/provenance.ts'
import { sliceBlocks } from '../sections/slices.ts'
import { gateBlocks, openGateLines } from './gates.ts'
import { comparisonLead, laterSteps } from './lead.ts'

/** `compare`: what a pull request shows. The answer first, then why, then everything else folded. */
export function describeComparison(result: ComparisonResult): Block[] {
  const { facts, champion, challenger } = result
  return [
    ...comparisonLead(result),
    ...laterSteps(result),
    ...judgement(result.gates),
    ...trapBlocks(result['challenger-evaluation']?.traps, facts.rows),
    ...metricBlocks(result),
    ...sliceBlocks(result),
    ...fairnessBlocks(result.fairness),
    ...curveBlocks(
      (['champion', 'challenger'] as const).flatMap(name => {
        const evaluation = result[`${name}-evaluation`]
        return evaluation === undefined ? [] : [{ name, evaluation }]
      }),
    ),
    ...disagreementBlocks(facts),
    ...latencyBlocks(result.latency),
    ...reproducibilityBlocks(result.reproducibility),
    ...contractBlocks(result.contract),
    ...testBlocks(result.tests),
    ...dataBlocks(result['data-change']),
    ...paramBlocks(result.params),
    ...importanceBlocks(result.importance),
    ...cardBlocks(result),
    ...remarkBlocks(result.remarks),
    footnote(
      `champion v${champion.version} `,
      code(short(champion.artifact)),
      ` · challenger v${challenger.version} `,
      code(short(challenger.artifact)),
      ...provenance(result),
      ' · policy at ',
      code(short(result['policy-commit'])),
    ),
  ]
}

/** Why the gates did not all pass, then each of them with what it saw and wanted. */
export function judgement(gates: ComparisonResult['gates']): Block[] {
  if (gates === undefined) return []
  const reasons = openGateLines(gates)
  const list: readonly Block[] = reasons.length === 0 ? [] : [{ block: 'list', items: reasons }]
  return [part('gates', ...list, ...gateBlocks(gates))]
}
