import type { SampleProfile } from '../domain/drift/judge-drift.ts'
import { keepProfile } from '../domain/drift/kept-profile.ts'
import type { Evidence } from '../domain/evidence/evidence.ts'
import type { Ports, TemporaryFolder } from '../ports.ts'
import type { Watch } from './define.ts'
import { originOf } from './evidence-writer.ts'
import type { MeasuredVersion } from './measured-version.ts'
import { profileReference } from './profile-sample.ts'
import { placeOfTrainingData } from './training-data.ts'

/** What monitoring compares with, and where the rows are that it was made of. */
export interface TrainingProfile {
  readonly path: string
  readonly profile: SampleProfile
  readonly evidence: Extract<Evidence, { kind: 'profile' }>
}

/**
 * Profiles what a version was trained on.
 *
 * @param folder - For a copy of training data that only a commit has.
 * @returns Or why they cannot be read: a sentence without its full stop.
 * @throws {ModelyardError} `bad-data` where nothing of the file can be read.
 */
export async function profileTraining(
  { registry, record }: MeasuredVersion,
  folder: TemporaryFolder,
  ports: Ports,
  { progress }: Watch,
): Promise<TrainingProfile | { readonly why: string }> {
  const startedAt = ports.clock.now()
  const place = await placeOfTrainingData(record, folder, ports)
  if ('why' in place) return place
  const { path, data } = place
  progress?.('reading the training data')
  const profile = await profileReference(path, ports.tables)
  const evidence: TrainingProfile['evidence'] = {
    schema: 1,
    kind: 'profile',
    subject: { artifact: record.artifact.sha256, 'training-data': data.sha256 },
    facts: keepProfile(profile, data.uri, await ports.tables.countRows(path)),
    origin: await originOf(startedAt, registry.commit, ports, []),
  }
  return { path, profile, evidence }
}
