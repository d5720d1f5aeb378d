import type { VersionRecord } from '../registry/version.ts'
import type { EvidenceOf, Origin } from './evidence.ts'

/** How large a version's artifact is, as its record says: its digest holds the record to the bytes. */
export function sizeEvidence(
  { artifact }: Pick<VersionRecord, 'artifact'>,
  origin: Origin,
): EvidenceOf<'size'> {
  return {
    schema: 1,
    kind: 'size',
    subject: { artifact: artifact.sha256 },
    facts: { bytes: artifact.bytes, files: artifact.files ?? 1 },
    origin,
  }
}
