import * as z from 'zod/mini'
import { KeptProfile } from '../drift/kept-profile.ts'
import { ObjectId, PersonName, Sha256, Timestamp } from '../registry/names.ts'
import { Comparison } from './comparison.ts'
import { Contract } from './contract.ts'
import { Evaluation } from './evaluation.ts'
import { Fairness } from './fairness.ts'
import { ChosenWindow } from './judging-rows.ts'
import { Latency } from './latency.ts'
import { Custom, DataChange, Importance, Size } from './other-kinds.ts'
import { Reproducibility } from './reproducibility.ts'
import { Tests } from './tests.ts'

/** Where evidence comes from. Shown to people; what is believed of it is decided elsewhere. */
export const Origin = z.strictObject({
  tool: z.string().check(z.maxLength(100), z.describe('What measured: name and version.')),
  by: z.optional(PersonName).check(z.describe('Who ran it, at a terminal.')),
  repository: z.optional(z.string().check(z.maxLength(200))),
  run: z.optional(z.int().check(z.minimum(1))).check(z.describe('The workflow run.')),
  workflow: z.optional(z.string().check(z.maxLength(300))).check(z.describe("The workflow file's path.")),
  commit: z.optional(ObjectId).check(z.describe('The commit that the evaluator started from.')),
  predictions: z
    .optional(z.array(Sha256).check(z.minLength(1), z.maxLength(2)))
    .check(z.describe("Digests of the files that stood where the engine stands, the champion's first.")),
  machine: z.string().check(z.maxLength(200)),
  'started-at': Timestamp,
  seconds: z.number().check(z.minimum(0)),
})
export type Origin = z.infer<typeof Origin>

/** What was measured. `data` and `champion` where they had a part in it. */
const Artifact = z.strictObject({
  artifact: Sha256.check(z.describe('Digest of the artifact that was measured.')),
})
/** Left out where the rows are those of a whole file. */
const chosen = z
  .optional(ChosenWindow)
  .check(z.describe('The window of the rows, where a rule of the policy chose them.'))
const Subject = z.extend(Artifact, {
  data: Sha256.check(z.describe('Digest of the evaluation data.')),
  window: chosen,
})
const PairedSubject = z.extend(Subject, {
  champion: Sha256.check(z.describe("Digest of the champion's artifact.")),
})
const OnDataOrNot = z.extend(Artifact, { data: z.optional(Sha256), window: chosen })
/** What a version was trained on, as far as later samples are compared with it. */
const TrainedSubject = z.extend(Artifact, {
  'training-data': Sha256.check(z.describe('Digest of the file that was profiled.')),
})
const Successor = z.extend(Artifact, { champion: Sha256 })

const evidenceOf = <K extends string, S extends z.ZodMiniType, F extends z.ZodMiniType>(
  kind: K,
  subject: S,
  facts: F,
) => z.strictObject({ schema: z.literal(1), kind: z.literal(kind), subject, facts, origin: Origin })

/** What a pipeline step measured: of what (subject), what came out (facts), where and when (origin). */
export const Evidence = z.discriminatedUnion('kind', [
  evidenceOf('evaluation', Subject, Evaluation),
  evidenceOf('comparison', PairedSubject, Comparison),
  evidenceOf('fairness', z.extend(Subject, { champion: z.optional(Sha256) }), Fairness),
  evidenceOf('latency', PairedSubject, Latency),
  evidenceOf('importance', Subject, Importance),
  evidenceOf('size', Artifact, Size),
  evidenceOf('data', Successor, DataChange),
  evidenceOf('reproducibility', Artifact, Reproducibility),
  evidenceOf('contract', OnDataOrNot, Contract),
  evidenceOf('tests', Artifact, Tests),
  evidenceOf('profile', TrainedSubject, KeptProfile),
  evidenceOf('custom', OnDataOrNot, Custom),
])
export type Evidence = z.infer<typeof Evidence>
export type EvidenceKind = Evidence['kind']
export const EVIDENCE_KINDS = Evidence.def.options.map(
  ({ shape }) => [...shape.kind.def.values][0],
) as EvidenceKind[]

/** Evidence of one kind. */
export type EvidenceOf<K extends EvidenceKind> = Extract<Evidence, { kind: K }>
export type EvaluationEvidence = EvidenceOf<'evaluation'>
export type ComparisonEvidence = EvidenceOf<'comparison'>

/** Evidence with the SHA-256 of its whole file, which names it. */
export interface StoredEvidence<E extends Evidence = Evidence> {
  readonly digest: string
  readonly evidence: E
}

/** `comparison-77aa01b2c3d4.json`: the kind and the first 12 digits of the file's SHA-256. */
export function evidenceFileName(kind: EvidenceKind, digest: string): string {
  return `${kind}-${digest.slice(0, 12)}.json`
}

/** Whether two pieces of evidence are repeats of one finding: the same kind, subject and facts. */
export function isRepeat(a: Evidence, b: Evidence): boolean {
  const finding = ({ kind, subject, facts }: Evidence) => JSON.stringify([kind, subject, facts])
  return finding(a) === finding(b)
}
