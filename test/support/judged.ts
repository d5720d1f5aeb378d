import type { PairedMetric, PairedSlice } from '../../src/domain/evidence/comparison.ts'
import type { EvidenceKind, EvidenceOf, StoredEvidence } from '../../src/domain/evidence/evidence.ts'
import { selectEvidence } from '../../src/domain/evidence/select.ts'
import type { JudgedEvidence } from '../../src/domain/gates/judged-evidence.ts'
import { artifactOf, DATA, digest } from './models.ts'

export const NOW = '2026-11-21T10:02:11Z'

const SUBJECT = { artifact: artifactOf(2) }
const SUBJECTS: { readonly [K in EvidenceKind]: EvidenceOf<K>['subject'] } = {
  evaluation: { ...SUBJECT, data: DATA },
  comparison: { ...SUBJECT, data: DATA, champion: artifactOf(1) },
  fairness: { ...SUBJECT, data: DATA, champion: artifactOf(1) },
  latency: { ...SUBJECT, data: DATA, champion: artifactOf(1) },
  importance: { ...SUBJECT, data: DATA },
  size: SUBJECT,
  data: { ...SUBJECT, champion: artifactOf(1) },
  reproducibility: SUBJECT,
  contract: SUBJECT,
  tests: SUBJECT,
  profile: { ...SUBJECT, 'training-data': DATA },
  custom: SUBJECT,
}

/** Evidence about version 2 on the pinned data, against version 1. */
export function measured<K extends EvidenceKind>(
  kind: K,
  facts: EvidenceOf<K>['facts'],
  more: {
    readonly digest?: string
    readonly startedAt?: string
    readonly subject?: Partial<EvidenceOf<K>['subject']>
  } = {},
): StoredEvidence {
  const origin = {
    tool: 'test',
    machine: 'test',
    'started-at': more.startedAt ?? '2026-11-21T10:00:00Z',
    seconds: 1,
  }
  const subject = { ...SUBJECTS[kind], ...more.subject }
  const evidence = { schema: 1, kind, subject, facts, origin } as unknown as EvidenceOf<K>
  return { digest: more.digest ?? digest(kind.charAt(0)), evidence }
}

/** What a gate on version 2 may read of it, with version 1 as the champion. */
export function judged(...evidence: readonly StoredEvidence[]): JudgedEvidence {
  return selectEvidence(evidence, { ...EXPECTED, champion: { version: 1, artifact: artifactOf(1) } })
}

/** The same where the base names no champion. */
export function judgedAlone(...evidence: readonly StoredEvidence[]): JudgedEvidence {
  return selectEvidence(evidence, { ...EXPECTED, champion: undefined })
}

export const EXPECTED = {
  model: 'churn',
  version: 2,
  artifact: artifactOf(2),
  data: { uri: 'data/test.csv', sha256: DATA },
} as const

export const SETTING = { task: 'binary-classification', rows: 1409, target: 'churn' } as const

/** A difference with its interval, as a comparison holds it. */
export function paired(low: number, high: number, level = 0.95): PairedMetric {
  const difference = (low + high) / 2
  return {
    champion: 0.8,
    challenger: 0.8 + difference,
    difference,
    interval: { low, high, level, method: 'delong' },
  }
}

type Paired = Readonly<Record<string, PairedMetric>>

export function compared(
  metrics: Paired,
  more: { readonly own?: object; readonly slices?: PairedSlice[] } = {},
) {
  return measured('comparison', {
    ...SETTING,
    metrics,
    ...(more.own === undefined ? {} : { 'own-metrics': more.own as never }),
    ...(more.slices === undefined ? {} : { slices: more.slices }),
  })
}

/** A slice of the column `region` in a comparison. */
export function pairedSlice(value: string, [low, high]: readonly [number, number], rows = 300): PairedSlice {
  return { column: 'region', value, rows, metrics: { recall: paired(low, high) } }
}
