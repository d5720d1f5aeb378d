import * as z from 'zod/mini'
import { ObjectId, PersonName, Sha256, Timestamp } from '../registry/names.ts'
import { Comparison } from './comparison.ts'
import { Evaluation } from './evaluation.ts'

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

const Subject = z.strictObject({
  artifact: Sha256.check(z.describe('Digest of the artifact that was measured.')),
  data: Sha256.check(z.describe('Digest of the evaluation data.')),
})
const PairedSubject = z.extend(Subject, {
  champion: Sha256.check(z.describe("Digest of the champion's artifact.")),
})

const EvaluationEvidence = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('evaluation'),
  subject: Subject,
  facts: Evaluation,
  origin: Origin,
})
export type EvaluationEvidence = z.infer<typeof EvaluationEvidence>

const ComparisonEvidence = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('comparison'),
  subject: PairedSubject,
  facts: Comparison,
  origin: Origin,
})
export type ComparisonEvidence = z.infer<typeof ComparisonEvidence>

/** What a pipeline step measured: of what (subject), what came out (facts), where and when (origin). */
export const Evidence = z.discriminatedUnion('kind', [EvaluationEvidence, ComparisonEvidence])
export type Evidence = z.infer<typeof Evidence>
export type EvidenceKind = Evidence['kind']

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
