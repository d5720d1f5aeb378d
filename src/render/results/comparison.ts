import type { ComparisonResult } from '../../domain/results/measurement.ts'
import { type Block, code, footnote, name, part, type Span } from '../blocks.ts'
import { ownName } from '../labels.ts'
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
    ...trapBlocks(result['challenger-evaluation']?.traps, facts.rows, result['champion-evaluation']?.traps),
    ...metricBlocks(result),
    ...sliceBlocks(result),
    ...fairnessBlocks(result.fairness),
    ...curveBlocks(
      (['champion', 'challenger'] as const).flatMap(side => {
        const evaluation = result[`${side}-evaluation`]
        return evaluation === undefined ? [] : [{ name: side, evaluation }]
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
      'champion ',
      ...sideSpans(champion),
      ' · challenger ',
      ...sideSpans(challenger),
      ...provenance(result),
      ...policyPlace(result),
    ),
  ]
}

/** A version of the registry, or a file in the folder that tells it from another of the same name. */
function sideSpans({ version, file, artifact }: ComparisonResult['champion']): Span[] {
  return [version === undefined ? name(ownName(file ?? '', 2)) : `v${version}`, ' ', code(short(artifact))]
}

function policyPlace({ 'policy-commit': commit }: ComparisonResult): Span[] {
  return commit === undefined ? [] : [' · policy at ', code(short(commit))]
}

/** Why the gates did not all pass, then each of them with what it saw and wanted. */
export function judgement(gates: ComparisonResult['gates']): Block[] {
  if (gates === undefined) return []
  const reasons = openGateLines(gates)
  const list: readonly Block[] = reasons.length === 0 ? [] : [{ block: 'list', items: reasons }]
  return [part('gates', ...list, ...gateBlocks(gates))]
}
