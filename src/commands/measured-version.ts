import type { ModelState } from '../domain/registry/model-state.ts'
import { aliasesOf } from '../domain/registry/pointers.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { Ports } from '../ports.ts'
import { openRegistry, type RegistryAt, readModel, readVersion, resolveVersion } from './registry-reader.ts'

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
    version: {
      version: record.version,
      artifact: record.artifact.sha256,
      aliases: [...aliasesOf(state.pointers, record.version)],
    },
  }
}
