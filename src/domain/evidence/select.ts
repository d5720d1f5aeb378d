import type { Choice, Found, JudgedEvidence } from '../gates/judged-evidence.ts'
import type { Evidence, EvidenceKind, EvidenceOf, StoredEvidence } from './evidence.ts'
import { bindsRows, type NamedRows, whyOtherRows } from './judging-rows.ts'

/** What evidence must be about to be judged. */
export interface Expectation {
  readonly model: string
  readonly version: number
  /** SHA-256 of the version's artifact. */
  readonly artifact: string
  /** The evaluation data that the base names; undefined where it names none. */
  readonly data: NamedRows | undefined
  /** The champion that the base's pointers name now; undefined where they name none, or this very version. */
  readonly champion: { readonly version: number; readonly artifact: string } | undefined
}

/**
 * Picks the evidence that a gate may read: of this artifact; where data had a part in it, on the data that the base
 * pins; where a champion had, against the champion of now. Of several that fit, the last counts.
 *
 * @param candidates - In git order, oldest first; what is not committed yet comes last.
 */
export function selectEvidence(candidates: readonly StoredEvidence[], expected: Expectation): JudgedEvidence {
  return {
    hasChampion: expected.champion !== undefined,
    of: (kind, choice) => newest(candidates, kind, expected, choice),
  }
}

/** Kinds that mean nothing without evaluation data. */
const ON_DATA: readonly EvidenceKind[] = ['evaluation', 'comparison', 'fairness', 'latency', 'importance']

/** What a person calls a piece of evidence. */
const NAMES: Readonly<Record<EvidenceKind, string>> = {
  evaluation: 'evaluation',
  comparison: 'comparison',
  fairness: 'fairness measurement',
  latency: 'latency measurement',
  importance: 'importance measurement',
  size: 'size measurement',
  data: 'comparison of training data',
  reproducibility: 'reproducibility measurement',
  contract: 'contract check',
  tests: 'test report',
  profile: 'profile of the training data',
  custom: 'custom measurement',
}

function newest<K extends EvidenceKind>(
  candidates: readonly StoredEvidence[],
  kind: K,
  expected: Expectation,
  { suits, named }: Choice<K> = { suits: () => true, named: NAMES[kind] },
): Found<K> {
  if (!bindsRows(expected.data) && ON_DATA.includes(kind)) {
    return {
      why: 'the policy pins no evaluation data, so no evidence can be bound to it',
      next: `hold out rows that no training sees, name their file under evaluate.data of model.yaml, and write its digest there: modelyard evaluate ${expected.model} ${expected.version} --pin`,
    }
  }
  const chosen = candidates.filter(
    (stored): stored is StoredEvidence<EvidenceOf<K>> =>
      stored.evidence.kind === kind && suits(stored.evidence.facts as EvidenceOf<K>['facts']),
  )
  const fitting = chosen.findLast(({ evidence }) => fits(evidence, expected))
  if (fitting !== undefined) return fitting
  const last = chosen.at(-1)
  const why =
    last === undefined
      ? `there is no ${named} of version ${expected.version}`
      : `the ${named} ${short(last.digest)} ${misfit(last.evidence, expected)}`
  return { why, next: nextStep(kind, expected) }
}

/** Whether evidence is about this artifact, and of these data and this champion where they had a part in it. */
export function fits(evidence: Evidence, expected: Expectation): boolean {
  return misfit(evidence, expected) === undefined
}

function misfit({ subject, origin }: Evidence, expected: Expectation): string | undefined {
  if (subject.artifact !== expected.artifact) {
    return `is about the artifact ${short(subject.artifact)}, but version ${expected.version} is ${short(expected.artifact)}`
  }
  const otherRows = 'data' in subject ? whyOtherRows(subject, origin['started-at'], expected.data) : undefined
  if (otherRows !== undefined) return otherRows
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

/** What brings evidence of a kind. */
function nextStep(kind: EvidenceKind, { model, version, champion }: Expectation): string {
  const compare = `run: modelyard compare ${model} champion ${version}`
  switch (kind) {
    case 'comparison':
    case 'data':
      return compare
    case 'evaluation':
    case 'fairness':
      return champion === undefined ? `run: modelyard evaluate ${model} ${version}` : compare
    case 'size':
      return `run: modelyard evaluate ${model} ${version}`
    case 'importance':
      return `run: modelyard evaluate ${model} ${version} --importance`
    case 'latency':
      return `run: modelyard bench ${model} champion ${version}`
    case 'reproducibility':
      return `run: modelyard reproduce ${model} ${version}`
    case 'contract':
      return `run: modelyard contract ${model} ${version}`
    case 'tests':
      return `run: modelyard tests ${model} ${version} REPORT`
    case 'profile':
      return `run: modelyard evaluate ${model} ${version} --profile`
    case 'custom':
      return `run: modelyard evidence add ${model} ${version}`
  }
}

function short(digest: string): string {
  return digest.slice(0, 12)
}
