import type { EvidenceKind } from '../domain/evidence/evidence.ts'
import { decidedBefore } from '../domain/gates/decided-before.ts'
import { modelFolder } from '../domain/registry/config.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { Artifacts } from '../ports.ts'
import type { RegistryAt } from './registry-reader.ts'

/** Every gate on a metric reads one of these, so that one read a record mostly tells. */
const TELLING: readonly EvidenceKind[] = ['comparison', 'evaluation', 'fairness']

/** How many promotions of a model were decided on the evaluation rows that its definition pins. */
export async function countDecisions(
  registry: RegistryAt,
  state: ModelState,
  artifacts: Artifacts,
): Promise<number> {
  const pinned = state.definition.evaluate?.data.sha256
  if (pinned === undefined) return 0
  const dataOf = new Map<string, string>()
  for (const record of state.records) {
    if (record.kind !== 'promotion') continue
    for (const digest of record.evidence) {
      const data = await dataOfEvidence(registry, state.name, record.version, digest, artifacts)
      if (data === undefined) continue
      dataOf.set(digest, data)
      if (data === pinned) break
    }
  }
  return decidedBefore(state.records, dataOf, pinned)
}

/** The data that a piece of evidence was measured on; undefined where it had none, or is missing: `validate` says so. */
async function dataOfEvidence(
  { repository, commit, config }: RegistryAt,
  model: string,
  version: number,
  digest: string,
  artifacts: Artifacts,
): Promise<string | undefined> {
  const { parseEvidence } = await import('./evidence-file.ts')
  const { evidenceFileName } = await import('../domain/evidence/evidence.ts')
  const folder = `${modelFolder(config, model)}/versions/${version}/evidence`
  for (const kind of TELLING) {
    const path = `${folder}/${evidenceFileName(kind, digest)}`
    const bytes = await repository.readFile(commit, path)
    if (bytes === undefined) continue
    const { subject } = parseEvidence(path, bytes, artifacts).evidence
    return 'data' in subject ? subject.data : undefined
  }
  return undefined
}
