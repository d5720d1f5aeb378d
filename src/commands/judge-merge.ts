import { ModelyardError, placeText } from '../domain/errors/index.ts'
import type { GateTree } from '../domain/gates/result.ts'
import { isError } from '../domain/problem.ts'
import { standingApprovals } from '../domain/registry/approvals.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { championOf } from '../domain/registry/model-state.ts'
import { judgePromotion } from '../domain/registry/plan-promotion.ts'
import type { PromotionRecord } from '../domain/registry/record.ts'
import type { Held } from '../domain/registry/seal.ts'
import type { GivenReview, MergedPull, Ports } from '../ports.ts'
import { readEvidence } from './evidence-reader.ts'
import { type Before, judgeHeld } from './judge-held.ts'
import { isOfRegistry, openRegistry, type RegistryAt, readModel, readVersion } from './registry-reader.ts'
import type { UnsealedRecord } from './unsealed-records.ts'
import { validateAgainstBase } from './validate-base.ts'

/** What a merge comes to, judged by what it was built on. */
export interface JudgedMerge {
  readonly pull: MergedPull | undefined
  readonly approvals: readonly GivenReview[]
  /** Undefined where nothing was asked that could be judged. */
  readonly held: Held | undefined
  /** Digest of the gate tree, judged again; undefined where there was none or it cannot be. */
  readonly gates: string | undefined
  readonly problems: readonly string[]
}

/**
 * Judges a merged move as its pull request was: record and pointers against the plan from the base, approvals on the
 * merged head by the base's policy.
 *
 * @param branch - The one that it was merged to.
 */
export async function judgeMerge(
  unsealed: UnsealedRecord,
  branch: string,
  ports: Ports,
): Promise<JudgedMerge> {
  const { repository, merges } = ports
  const { arrival } = unsealed
  const [base] = (await repository.commitFacts(arrival.commit)).parents
  const pull = (await merges.pullsOf([arrival.commit])).get(arrival.commit)
  const reviews = pull === undefined ? [] : givenBefore(pull)
  const approvals = pull === undefined ? [] : standingApprovals(reviews, pull.head)
  if (unsealed.isEarly) return { pull, approvals, held: undefined, gates: undefined, problems: [] }
  const unread = await whyUnread(unsealed, base, ports)
  if (unread !== undefined) {
    const held: Held = {
      outcome: 'inconclusive',
      'policy-commit': base ?? arrival.commit,
      reasons: [unread],
    }
    return { pull, approvals, held, gates: undefined, problems: [unread] }
  }
  const before = base === undefined ? undefined : await stateAt(base, unsealed.state.name, ports)
  return {
    pull,
    approvals,
    held: await judgeHeld({ unsealed, base: base ?? arrival.commit, before, pull, reviews, branch }, ports),
    gates: before === undefined ? undefined : await gateDigest(unsealed, before, ports),
    problems: [...(base === undefined ? [] : await problemsOf(unsealed, base, ports))],
  }
}

/** What of the registry could not be read when the move was merged: then nobody could judge it, and its own policy must not. */
async function whyUnread(
  { state, arrival }: UnsealedRecord,
  base: string | undefined,
  { repository }: Ports,
): Promise<string | undefined> {
  try {
    await openRegistry(repository, arrival.commit)
    if (base !== undefined) await readModel(await openRegistry(repository, base), state.name)
    return undefined
  } catch (error) {
    if (!isOfRegistry(error)) throw error
    // The base may have neither yet.
    if (error.code === 'no-registry' || error.code === 'unknown-model') return undefined
    const { place, message } = error
    return `${place === undefined ? '' : `${placeText(place)} `}could not be read when it was merged: ${message}`
  }
}

/** GitHub takes reviews of what is merged, too; what was approved too late was not approved. */
function givenBefore({ mergedAt, reviews }: MergedPull): readonly GivenReview[] {
  return reviews.filter(({ at }) => at <= mergedAt)
}

/** @returns Undefined where the base has no such model, or it cannot be read there. */
async function stateAt(commit: string, model: string, { repository }: Ports): Promise<Before | undefined> {
  try {
    const registry = await openRegistry(repository, commit)
    return { registry, state: await readModel(registry, model) }
  } catch (error) {
    if (error instanceof ModelyardError && error.code !== 'bug') return undefined
    throw error
  }
}

async function problemsOf({ state, number, arrival, tip }: UnsealedRecord, base: string, ports: Ports) {
  const folder = modelFolder(state.config, state.name)
  // What is merged is believed, and its approvals are judged by its reviews: a pull request alone is asked for its rules.
  const merged = { ...ports, provenance: undefined, branchRules: undefined }
  const { problems } = await validateAgainstBase(base, arrival.commit, merged)
  const found = problems
    .filter(problem => isError(problem) && problem.place.path.startsWith(`${folder}/`))
    .map(({ place, message }) => `${place.path.slice(folder.length + 1)}: ${message}`)
  const path = `${folder}/promotions/${number}.json`
  const changed = await ports.repository.changes(arrival.commit, tip, [path])
  return changed.length === 0 ? found : [...found, `promotions/${number}.json was changed after its merge`]
}

async function gateDigest(
  { record, arrival }: UnsealedRecord,
  { registry, state }: Before,
  { repository, artifacts }: Ports,
): Promise<string | undefined> {
  const merged = await openRegistry(repository, arrival.commit)
  const tree = await gatesOfMove(record, { registry, state }, merged, artifacts)
  return tree && artifacts.hash(new TextEncoder().encode(JSON.stringify(tree)))
}

/** The gates of a promotion, judged again by what it was built on; undefined for what no gate is asked of. */
export async function gatesOfMove(
  record: PromotionRecord,
  { registry, state }: Before,
  holding: RegistryAt,
  artifacts: Ports['artifacts'],
): Promise<GateTree | undefined> {
  if (record.kind !== 'promotion' || record.gates === undefined) return undefined
  const { name } = state
  const version = await readVersion(holding, name, record.version)
  const champion = championOf(state.pointers)
  return judgePromotion(
    {
      state,
      base: registry.commit,
      version: record.version,
      artifact: version.artifact.sha256,
      finding: { is: 'same' },
      championArtifact:
        champion === undefined ? undefined : (await readVersion(registry, name, champion)).artifact.sha256,
      evidence: await readEvidence(holding, artifacts, name, record.version),
    },
    record.to,
    record['requested-at'],
  )
}
