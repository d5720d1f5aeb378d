import { ModelyardError } from '../domain/errors/index.ts'
import { Evidence, evidenceFileName, type StoredEvidence } from '../domain/evidence/evidence.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import type { Artifacts } from '../ports.ts'
import { valueOrThrow } from './registry-reader.ts'

/**
 * Reads a piece of evidence.
 *
 * @throws {ModelyardError} `digest-mismatch` where its name does not carry its own digest: it was changed by hand.
 */
export function parseEvidence(path: string, bytes: Uint8Array, artifacts: Artifacts): StoredEvidence {
  const evidence = valueOrThrow(parseJson(Evidence, path, bytes))
  const digest = artifacts.hash(bytes)
  if (path.endsWith(`/${evidenceFileName(evidence.kind, digest)}`)) return { digest, evidence }
  throw new ModelyardError({
    code: 'digest-mismatch',
    message: `the evidence was changed after it was written: it hashes to ${digest.slice(0, 12)}`,
    next: 'restore it from git, or remove it and measure again',
    place: { path },
  })
}
