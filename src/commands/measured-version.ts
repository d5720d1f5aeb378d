import type { Evidence, EvidenceOf } from '../domain/evidence/evidence.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { Ports } from '../ports.ts'
import { originOf, type WrittenEvidence, writeEvidence } from './evidence-writer.ts'
import { openRegistry, type RegistryAt, readModel, readVersion, resolveVersion } from './registry-reader.ts'
import { sideOf } from './version-side.ts'

/** A version with the registry and the model that it stands in. */
export interface MeasuredVersion {
  readonly registry: RegistryAt
  readonly state: ModelState
  readonly record: VersionRecord
}

/** Reads the version that a measurement is about, as the last commit has it. */
export async function readMeasuredVersion(
  { model, version }: { readonly model: string; readonly version: string },
  { repository }: Pick<Ports, 'repository'>,
): Promise<MeasuredVersion> {
  const registry = await openRegistry(repository)
  const state = await readModel(registry, model)
  const record = await readVersion(registry, state.name, await resolveVersion(registry, state, version))
  return { registry, state, record }
}

/** What every answer says of the version that was measured. */
export function identityOf({ registry, state, record }: MeasuredVersion) {
  return {
    model: state.name,
    commit: registry.commit,
    version: sideOf(state, record),
  }
}

/** A finding about the artifact alone: no evaluation data and no champion had a part in it. */
export type ArtifactFinding = {
  [K in 'reproducibility' | 'tests' | 'custom']: Pick<EvidenceOf<K>, 'kind' | 'facts'>
}['reproducibility' | 'tests' | 'custom']

/** Leaves a finding as evidence about the version that was measured. */
export async function leaveFinding(
  { registry, state, record }: MeasuredVersion,
  finding: ArtifactFinding,
  startedAt: number,
  ports: Ports,
): Promise<WrittenEvidence> {
  const evidence: Evidence = {
    schema: 1,
    ...finding,
    subject: { artifact: record.artifact.sha256 },
    origin: await originOf(startedAt, registry.commit, ports, []),
  }
  return (await writeEvidence(registry, state, record, evidence, ports)).written
}
