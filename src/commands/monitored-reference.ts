import type { SampleProfile } from '../domain/drift/judge-drift.ts'
import { readProfile } from '../domain/drift/kept-profile.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { SampleSource } from '../domain/monitoring/sample-source.ts'
import { championOf } from '../domain/registry/model-state.ts'
import type { DriftResult } from '../domain/results/drift.ts'
import type { Ports, TemporaryFolder } from '../ports.ts'
import type { Watch } from './define.ts'
import { keepEvidence } from './judge-measured.ts'
import type { MeasuredVersion } from './measured-version.ts'
import { openSample } from './monitored-sample.ts'
import { digestOfNamedData, gatherEvidence } from './move-facts.ts'
import { profileReference } from './profile-sample.ts'
import { profileTraining } from './profile-training.ts'
import { openRegistry, readModel, readVersion, resolveVersion } from './registry-reader.ts'
import { placeOfTrainingData } from './training-data.ts'
import { sideOf } from './version-side.ts'
import { missingKey, type WorkingDefinition } from './working-definition.ts'

/** What a current sample is compared with. */
export interface MonitoredReference {
  readonly facts: DriftResult['reference']
  readonly profile: SampleProfile
  /** Where its rows are; undefined where only the profile is at hand. Looked for when it is asked: they may be large, or elsewhere. */
  rowsAt(): Promise<string | undefined>
  /** What this run left. */
  readonly written: DriftResult['evidence']
  /** What is odd about it. */
  readonly remarks: readonly string[]
}

interface Wanted {
  readonly model: string
  readonly version?: string | undefined
  /** Rows in place of training data. */
  readonly reference?: SampleSource | undefined
  readonly evidence: boolean
}

/**
 * The rows that are named; otherwise what the version that serves was trained on, by the profile that stands on record. A
 * version that has none yet is profiled once, where its training data are at hand, and the profile is left as evidence. A
 * model of which nothing serves is compared with the training data that model.yaml names.
 *
 * @param folder - For a copy of training data that only a commit has, and of rows that lie otherwise than in a file.
 * @throws {ModelyardError} `bad-data` where a version has no profile and its training data are not at hand.
 */
export async function readReference(
  wanted: Wanted,
  found: WorkingDefinition,
  folder: TemporaryFolder,
  ports: Ports,
  watch: Watch,
): Promise<MonitoredReference> {
  const { reference } = wanted
  if (reference !== undefined) {
    watch.progress?.('reading the reference')
    const { path, facts, remarks } = await openSample(reference, 'reference', folder, ports)
    const profile = await profileReference(path, ports.tables)
    return { facts, profile, rowsAt: async () => path, written: [], remarks }
  }
  const version = await monitoredVersion(wanted, ports)
  if (version !== undefined) return referenceOfVersion(version, wanted.evidence, folder, ports, watch)
  const { train } = found.definition
  if (train === undefined)
    throw missingKey(found, 'train', 'train: {command: …, data: …}, or name a --reference')
  const sha256 = await digestOfNamedData(train.data, ports)
  const path = `${ports.worktree.root}/${train.data}`
  return profiled({ uri: train.data, path, sha256 }, ports, watch)
}

interface Sample {
  readonly uri: string
  readonly path: string
  readonly sha256: string
}

async function profiled(
  { uri, path, sha256 }: Sample,
  { tables }: Ports,
  { progress }: Watch,
): Promise<MonitoredReference> {
  progress?.('reading the reference')
  const profile = await profileReference(path, tables)
  const facts = { uri, sha256, rows: await tables.countRows(path) }
  return { facts, profile, rowsAt: async () => path, written: [], remarks: [] }
}

/** The one that is named, otherwise the one that serves; undefined where none does. */
export async function monitoredVersion(
  { model, version }: Pick<Wanted, 'model' | 'version'>,
  { repository }: Ports,
): Promise<MeasuredVersion | undefined> {
  const registry = await openRegistry(repository).catch(unlessUnborn)
  if (registry === undefined) return undefined
  const state = await readModel(registry, model).catch(error => {
    // On disk it is: nobody committed it yet.
    if (version === undefined && error instanceof ModelyardError && error.code === 'unknown-model')
      return undefined
    throw error
  })
  if (state === undefined) return undefined
  const number =
    version === undefined ? championOf(state.pointers) : await resolveVersion(registry, state, version)
  if (number === undefined) return undefined
  return { registry, state, record: await readVersion(registry, state.name, number) }
}

function unlessUnborn(error: unknown): undefined {
  if (error instanceof ModelyardError && (error.code === 'no-commit' || error.code === 'no-registry'))
    return undefined
  throw error
}

async function referenceOfVersion(
  { registry, state, record }: MeasuredVersion,
  leaves: boolean,
  folder: TemporaryFolder,
  ports: Ports,
  watch: Watch,
): Promise<MonitoredReference> {
  const version = sideOf(state, record)
  const { all } = await gatherEvidence({ registry, state }, record, ports)
  const kept = all.flatMap(({ digest, evidence }) =>
    evidence.kind === 'profile' ? [{ digest, evidence }] : [],
  )
  const last = kept.at(-1)
  if (last !== undefined) {
    const { subject, facts } = last.evidence
    const sha256 = subject['training-data']
    return {
      facts: { uri: facts.uri, sha256, rows: facts.rows, version, profile: last.digest },
      profile: readProfile(facts),
      async rowsAt() {
        const place = await placeOfTrainingData(record, folder, ports)
        // What is at hand may be other rows than were profiled.
        return 'path' in place && place.data.sha256 === sha256 ? place.path : undefined
      },
      written: [],
      remarks: [],
    }
  }
  const found = await profileTraining({ registry, state, record }, folder, ports, watch)
  if ('why' in found) {
    throw new ModelyardError({
      code: 'bad-data',
      message: `version ${record.version} has no profile of its training data, and nothing to make one of: ${found.why}`,
      next: 'run it once where the training data are, or name a --reference',
    })
  }
  const { path, profile, evidence } = found
  const { written } = await keepEvidence(leaves, registry, state, record, [evidence], ports)
  const { uri, rows } = evidence.facts
  return {
    facts: { uri, sha256: evidence.subject['training-data'], rows, version },
    profile,
    rowsAt: async () => path,
    written,
    remarks: [],
  }
}
