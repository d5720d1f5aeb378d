import type { Evidence, StoredEvidence } from '../domain/evidence/evidence.ts'
import type { GateTree } from '../domain/gates/result.ts'
import { heldStages, nextStages } from '../domain/registry/lifecycle.ts'
import { championOf, type ModelState, policyFor, standingOf } from '../domain/registry/model-state.ts'
import { timestamp } from '../domain/registry/names.ts'
import { judgePromotion } from '../domain/registry/plan-promotion.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { Ports } from '../ports.ts'
import { countDecisions } from './decisions-on-data.ts'
import { type WrittenEvidence, writeEvidence } from './evidence-writer.ts'
import { gatherEvidence } from './move-facts.ts'
import { type RegistryAt, readVersion } from './registry-reader.ts'

/** What was measured, kept as a draft or not. */
export interface KeptEvidence {
  readonly written: WrittenEvidence[]
  readonly stored: StoredEvidence[]
}

/** Leaves what was measured as drafts; without `write` it is only shown and judged. */
export async function keepEvidence(
  write: boolean,
  registry: RegistryAt,
  state: ModelState,
  record: VersionRecord,
  found: readonly Evidence[],
  ports: Ports,
): Promise<KeptEvidence> {
  const written: WrittenEvidence[] = []
  const stored: StoredEvidence[] = []
  for (const evidence of found) {
    if (!write) {
      stored.push({ digest: '', evidence })
      continue
    }
    const kept = await writeEvidence(registry, state, record, evidence, ports)
    written.push(kept.written)
    stored.push(kept.stored)
  }
  return { written, stored }
}

export interface Judged {
  /** All evidence of the version, what was just measured last. */
  readonly evidence: readonly StoredEvidence[]
  readonly decidedBefore: number
  /** Undefined, as the gates are, where the model has no policy for it. */
  readonly stage: string | undefined
  readonly gates: GateTree | undefined
}

/**
 * Judges a version for a stage as a promotion would, on what was just measured and what is on record.
 *
 * @param wanted - The stage; undefined for the next one of the version.
 */
export async function judgeMeasured(
  registry: RegistryAt,
  state: ModelState,
  record: VersionRecord,
  wanted: string | undefined,
  fresh: readonly StoredEvidence[],
  ports: Ports,
): Promise<Judged> {
  const { version: number, artifact } = record
  const { lifecycle } = state.config
  const stage =
    wanted ??
    nextStages(lifecycle, standingOf(state, number)).find(next => heldStages(lifecycle).includes(next))
  const { all } = await gatherEvidence({ registry, state }, record, ports)
  const evidence = [...all, ...fresh]
  const decidedBefore = await countDecisions(registry, state, ports.artifacts)
  if (stage === undefined || !policyFor(state, stage).ownPolicy)
    return { stage: undefined, gates: undefined, evidence, decidedBefore }
  const current = championOf(state.pointers)
  const gates = judgePromotion(
    {
      state,
      base: registry.commit,
      version: number,
      artifact: artifact.sha256,
      finding: { is: 'same' },
      championArtifact:
        current === undefined
          ? undefined
          : (await readVersion(registry, state.name, current)).artifact.sha256,
      evidence,
      decidedBefore,
    },
    stage,
    timestamp(ports.clock.now()),
  )
  return { stage, gates, evidence, decidedBefore }
}

/** The step after a judgement: a promotion where every gate passed, otherwise what the gates say. */
export function promotionStep(
  state: ModelState,
  number: number,
  { stage, gates }: Pick<Judged, 'stage' | 'gates'>,
): string[] {
  if (stage === undefined || gates?.outcome !== 'passed' || standingOf(state, number) === stage) return []
  return [`promote it: modelyard promote ${state.name} ${number} ${stage}`]
}
