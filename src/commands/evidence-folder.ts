import type { StoredEvidence } from '../domain/evidence/evidence.ts'
import type { Ports } from '../ports.ts'
import { parseEvidence } from './evidence-file.ts'
import { filesLeft } from './trained-model.ts'

/** Evidence of one artifact that lies in a folder of the user's. */
export interface FoundEvidence {
  readonly stored: StoredEvidence
  readonly bytes: Uint8Array
}

const FILE = /(?:^|\/)[a-z]+-[0-9a-f]{12}\.json$/

/**
 * Reads the evidence that measuring jobs left, at any depth of a folder. What is about another artifact is passed over,
 * so that a folder may hold what was found out about several models; so is whatever is not named as evidence is.
 *
 * @throws {ModelyardError} `bad-file`, `digest-mismatch` where a file is none, or was changed; `bad-artifact` where the
 *   folder holds a link, or is not there.
 */
export async function readEvidenceFolder(
  folder: string,
  artifact: string,
  { artifacts }: Pick<Ports, 'artifacts'>,
): Promise<readonly FoundEvidence[]> {
  const found = new Map<string, FoundEvidence>()
  for (const { path } of await filesLeft(folder, artifacts)) {
    if (!FILE.test(path)) continue
    const bytes = await artifacts.readAll(`${folder}/${path}`)
    const stored = parseEvidence(`${folder}/${path}`, bytes, artifacts)
    if (stored.evidence.subject.artifact === artifact) found.set(stored.digest, { stored, bytes })
  }
  return [...found.values()]
}
