import {
  Evidence,
  type EvidenceKind,
  evidenceFileName,
  isRepeat,
  type Origin,
  type StoredEvidence,
} from '../domain/evidence/evidence.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { renderJson } from '../domain/registry/json-file.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import { timestamp } from '../domain/registry/names.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import { RELEASE } from '../domain/release.ts'
import type { Ports } from '../ports.ts'
import { digestOfPath, draftFolder, gatherEvidence } from './move-facts.ts'
import type { RegistryAt } from './registry-reader.ts'

export interface WrittenEvidence {
  readonly path: string
  readonly digest: string
  readonly is: 'new' | 'repeat'
}

/**
 * Where a measurement comes from: the run of a workflow, or who sits at a terminal.
 *
 * @param commit - What was checked out. A run says its own instead: a job may have committed to its checkout what nobody
 *   else ever sees.
 * @param predictions - The files that stood where the engine stands; undefined for a version that was scored.
 */
export async function originOf(
  startedAt: number,
  commit: string,
  { artifacts, clock, host, identity }: Ports,
  predictions: readonly (string | undefined)[],
): Promise<Origin> {
  const { machine, run } = host
  const by = run === undefined ? await identity.committer().catch(() => undefined) : undefined
  const files = predictions.filter(file => file !== undefined)
  const digests = await Promise.all(files.map(file => digestOfPath(file, artifacts)))
  return {
    tool: `modelyard ${RELEASE}`,
    ...(by === undefined ? {} : { by: by.name }),
    ...(run === undefined ? {} : { repository: run.repository, run: run.id }),
    ...(run?.workflow === undefined ? {} : { workflow: run.workflow }),
    commit: run?.commit ?? commit,
    ...(digests.length === 0 ? {} : { predictions: digests }),
    machine,
    'started-at': timestamp(startedAt),
    seconds: Math.round(clock.now() - startedAt) / 1000,
  }
}

/** What made the predictions, as a report names it. */
export function engineOf(
  { inference }: Pick<Ports, 'inference'>,
  predictions: readonly (string | undefined)[],
): string {
  const files = predictions.filter(file => file !== undefined)
  const named = files.length === 0 ? [] : [`predictions from ${files.join(' and ')}`]
  return [...(files.length < predictions.length ? [inference.engine] : []), ...named].join(', ')
}

/**
 * Leaves evidence as a draft, where the next promotion finds it. The same finding is not written again: the one on
 * record is named instead.
 */
export async function writeEvidence(
  registry: RegistryAt,
  state: ModelState,
  record: VersionRecord,
  evidence: Evidence,
  ports: Ports,
): Promise<{ readonly written: WrittenEvidence; readonly stored: StoredEvidence }> {
  const { all, pending } = await gatherEvidence({ registry, state }, record, ports)
  const { version } = record
  const folder = draftFolder(state.name, version)
  const place = (kind: EvidenceKind, digest: string) =>
    pending.has(digest)
      ? ports.drafts.place(`${folder}/${evidenceFileName(kind, digest)}`)
      : `${modelFolder(registry.config, state.name)}/versions/${version}/evidence/${evidenceFileName(kind, digest)}`
  const parsed = Evidence.parse(evidence)
  const repeat = all.findLast(known => isRepeat(known.evidence, parsed))
  if (repeat !== undefined) {
    const { digest } = repeat
    return { written: { path: place(evidence.kind, digest), digest, is: 'repeat' }, stored: repeat }
  }
  const bytes = new TextEncoder().encode(renderJson(Evidence, evidence))
  const digest = ports.artifacts.hash(bytes)
  const draft = `${folder}/${evidenceFileName(evidence.kind, digest)}`
  await ports.drafts.write(draft, bytes)
  return {
    written: { path: ports.drafts.place(draft), digest, is: 'new' },
    stored: { digest, evidence: parsed },
  }
}
