import { metricEntry } from '../domain/comparison/metric-catalogue.ts'
import { signedInterval } from '../domain/comparison/verdict.ts'
import type { EvidenceKind, StoredEvidence } from '../domain/evidence/evidence.ts'
import { type Expectation, selectEvidence } from '../domain/evidence/select.ts'
import { isMissing } from '../domain/gates/judged-evidence.ts'
import { diffVersions } from '../domain/registry/diff-versions.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { ComparisonResult } from '../domain/results/measurement.ts'
import { rowsToSettle } from '../domain/stats/sample-size.ts'

/** Half the width of a 95 % interval, in standard errors. */
const HALF_WIDTH = 1.959963984540054

type Beside = Pick<
  ComparisonResult,
  'latency' | 'reproducibility' | 'contract' | 'tests' | 'importance' | 'data-change' | 'size'
>

/** What other commands found out about the challenger, the newest of each kind that is about these two models. */
export function measuredBeside(all: readonly StoredEvidence[], expected: Expectation): Beside {
  const evidence = selectEvidence(all, expected)
  const factsOf = <K extends EvidenceKind>(kind: K) => {
    const found = evidence.of(kind)
    return isMissing(found) ? undefined : found.evidence.facts
  }
  const found = {
    latency: factsOf('latency'),
    reproducibility: factsOf('reproducibility'),
    contract: factsOf('contract'),
    tests: factsOf('tests'),
    importance: factsOf('importance'),
    'data-change': factsOf('data'),
    size: factsOf('size'),
  }
  return Object.fromEntries(Object.entries(found).filter(([, facts]) => facts !== undefined)) as Beside
}

/** The parameters in which two versions differ. */
export function changedParams(
  champion: VersionRecord,
  challenger: VersionRecord,
): NonNullable<ComparisonResult['params']> {
  return diffVersions(champion, challenger).changes.flatMap(({ part, name, first, second }) =>
    part === 'params'
      ? [
          {
            name,
            ...(first === undefined ? {} : { champion: first }),
            ...(second === undefined ? {} : { challenger: second }),
          },
        ]
      : [],
  )
}

/** About how many rows would settle an open verdict on the primary metric; undefined for any other. */
export function rowsThatSettle({
  verdict,
  facts,
  margin,
  'primary-metric': primary,
}: Pick<ComparisonResult, 'verdict' | 'facts' | 'margin' | 'primary-metric'>): number | undefined {
  const metric = primary as keyof typeof facts.metrics
  const paired = facts.metrics[metric]
  if (verdict !== 'inconclusive' || paired?.interval === undefined) return undefined
  if (metricEntry(metric).direction === 'zero') return undefined
  const { value, low, high } = signedInterval(metric, paired.difference, paired.interval)
  const standardError = paired['standard-error'] ?? (high - low) / (2 * HALF_WIDTH)
  return rowsToSettle({ difference: value, standardError, rows: facts.rows }, 0 - margin)
}
