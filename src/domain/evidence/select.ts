import type { JudgedEvidence, MissingEvidence } from '../gates/judged-evidence.ts'
import type { Evidence, EvidenceKind, StoredEvidence } from './evidence.ts'

/** What evidence must be about to be judged. */
export interface Expectation {
  readonly model: string
  readonly version: number
  /** SHA-256 of the version's artifact. */
  readonly artifact: string
  /** SHA-256 of the evaluation data that the base pins; undefined where it pins none. */
  readonly data: string | undefined
  /** The champion that the base's pointers name now; undefined where they name none, or this very version. */
  readonly champion: { readonly version: number; readonly artifact: string } | undefined
}

/**
 * Picks the evidence that a gate may read: of this artifact, on the data that the base pins, and for a comparison
 * against the champion of now. Of several that fit, the last counts.
 *
 * @param candidates - In git order, oldest first; what is not committed yet comes last.
 */
export function selectEvidence(candidates: readonly StoredEvidence[], expected: Expectation): JudgedEvidence {
  return {
    evaluation: newest(candidates, 'evaluation', expected),
    comparison: newest(candidates, 'comparison', expected),
    hasChampion: expected.champion !== undefined,
  }
}

function newest<K extends EvidenceKind>(
  candidates: readonly StoredEvidence[],
  kind: K,
  expected: Expectation,
): StoredEvidence<Extract<Evidence, { kind: K }>> | MissingEvidence {
  const ofKind = candidates.filter(({ evidence }) => evidence.kind === kind) as StoredEvidence<
    Extract<Evidence, { kind: K }>
  >[]
  if (expected.data === undefined) {
    return {
      why: 'the policy pins no evaluation data, so no evidence can be bound to it',
      next: `write the file and its digest into model.yaml: modelyard evaluate ${expected.model} ${expected.version} --pin`,
    }
  }
  const fitting = ofKind.findLast(({ evidence }) => misfit(evidence, expected) === undefined)
  if (fitting !== undefined) return fitting
  const last = ofKind.at(-1)
  const why =
    last === undefined
      ? `there is no ${kind} of version ${expected.version}`
      : `the ${kind} ${last.digest.slice(0, 12)} ${misfit(last.evidence, expected)}`
  return { why, next: nextStep(kind, expected) }
}

function misfit(evidence: Evidence, expected: Expectation): string | undefined {
  const short = (digest: string) => digest.slice(0, 12)
  const { subject } = evidence
  if (subject.artifact !== expected.artifact) {
    return `is about the artifact ${short(subject.artifact)}, but version ${expected.version} is ${short(expected.artifact)}`
  }
  if ('data' in subject && subject.data !== undefined && subject.data !== expected.data) {
    return `used the data ${short(subject.data)}, but the policy pins ${short(expected.data ?? '')}`
  }
  if (
    'champion' in subject &&
    subject.champion !== undefined &&
    subject.champion !== expected.champion?.artifact
  ) {
    const now =
      expected.champion === undefined
        ? 'there is none now'
        : `the champion is version ${expected.champion.version}, ${short(expected.champion.artifact)}`
    return `is against the champion ${short(subject.champion)}, but ${now}`
  }
  return undefined
}

function nextStep(kind: EvidenceKind, { model, version, champion }: Expectation): string {
  if (kind === 'evaluation' && champion === undefined) return `run: modelyard evaluate ${model} ${version}`
  return `run: modelyard compare ${model} champion ${version}`
}
