import { ModelyardError } from '../domain/errors/index.ts'
import { isError } from '../domain/problem.ts'
import {
  type ApprovalFacts,
  judgeApprovals,
  type Membership,
  standingApprovals,
} from '../domain/registry/approvals.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { approvalDemand } from '../domain/registry/merged-move.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import { championOf } from '../domain/registry/model-state.ts'
import { judgePromotion } from '../domain/registry/plan-promotion.ts'
import type { SourcedApprovalRule } from '../domain/registry/policy.ts'
import type { PromotionRecord } from '../domain/registry/record.ts'
import type { Held } from '../domain/registry/seal.ts'
import type { GivenReview, MergedPull, Merges, Ports } from '../ports.ts'
import { readEvidence } from './evidence-reader.ts'
import { openRegistry, type RegistryAt, readModel, readVersion } from './registry-reader.ts'
import type { UnsealedRecord } from './unsealed-records.ts'
import { validateAgainstBase } from './validate-base.ts'

/** What a merge comes to, judged by what it was built on. */
export interface JudgedMerge {
  readonly pull: MergedPull | undefined
  readonly approvals: readonly GivenReview[]
  readonly held: Held
  /** Digest of the gate tree, judged again; undefined where there was none or it cannot be. */
  readonly gates: string | undefined
  readonly problems: readonly string[]
}

/**
 * Judges a merged move as its pull request was: record and pointers against the plan from the base, approvals on the
 * merged head by the base's policy.
 */
export async function judgeMerge(unsealed: UnsealedRecord, ports: Ports): Promise<JudgedMerge> {
  const { repository, merges } = ports
  const { arrival } = unsealed
  const [base] = (await repository.commitFacts(arrival.commit)).parents
  const pull = await merges.pullOf(arrival.commit)
  const reviews = pull === undefined ? [] : await merges.reviews(pull.number)
  const approvals = pull === undefined ? [] : standingApprovals(reviews, pull.head)
  const before = base === undefined ? undefined : await stateAt(base, unsealed.state.name, ports)
  return {
    pull,
    approvals,
    held: await judgeHeld(unsealed, base ?? arrival.commit, before?.state, pull, reviews, merges),
    gates: before === undefined ? undefined : await gateDigest(unsealed, before, ports),
    problems: [...(base === undefined ? [] : await problemsOf(unsealed, base, ports))],
  }
}

interface Before {
  readonly registry: RegistryAt
  readonly state: ModelState
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

async function problemsOf({ state, number, arrival }: UnsealedRecord, base: string, ports: Ports) {
  const folder = modelFolder(state.config, state.name)
  // What is merged is believed, and its approvals are judged by its reviews: a pull request alone is asked for its rules.
  const merged = { ...ports, provenance: undefined, branchRules: undefined }
  const { problems } = await validateAgainstBase(base, arrival.commit, merged)
  const found = problems
    .filter(problem => isError(problem) && problem.place.path.startsWith(`${folder}/`))
    .map(({ place, message }) => `${place.path.slice(folder.length + 1)}: ${message}`)
  const path = `${folder}/promotions/${number}.json`
  const changed = await ports.repository.changes(arrival.commit, 'HEAD', [path])
  return changed.length === 0 ? found : [...found, `promotions/${number}.json was changed after its merge`]
}

async function gateDigest(
  { record, number: _, arrival, state: { name } }: UnsealedRecord,
  { registry, state }: Before,
  { repository, artifacts }: Ports,
): Promise<string | undefined> {
  if (record.kind !== 'promotion' || record.gates === undefined) return undefined
  const merged = await openRegistry(repository, arrival.commit)
  const version = await readVersion(merged, name, record.version)
  const champion = championOf(state.pointers)
  const tree = judgePromotion(
    {
      state,
      base: registry.commit,
      version: record.version,
      artifact: version.artifact.sha256,
      finding: { is: 'same' },
      championArtifact:
        champion === undefined ? undefined : (await readVersion(registry, name, champion)).artifact.sha256,
      evidence: await readEvidence(merged, artifacts, name, record.version),
    },
    record.to,
    record['requested-at'],
  )
  return artifacts.hash(new TextEncoder().encode(JSON.stringify(tree)))
}

async function judgeHeld(
  { record, state: now }: UnsealedRecord,
  base: string,
  before: ModelState | undefined,
  pull: MergedPull | undefined,
  reviews: readonly GivenReview[],
  merges: Merges,
): Promise<Held> {
  const answer = (outcome: Held['outcome'], reasons: string[]): Held => ({
    outcome,
    'policy-commit': base,
    reasons,
  })
  // A model that the base does not have is asked what it asks of itself.
  const { rules, byHand } = approvalDemand(before ?? now, record)
  const said = byHand
    ? ['the policy leaves approvals to people: `approvals: by-hand`, nothing judged them']
    : []
  const asked = rules.filter(({ rule }) => rule.required > 0)
  if (asked.length === 0) return answer('passed', byHand ? said : ['the policy asks for no approval'])
  if (pull === undefined) return answer('failed', [...said, 'without a pull request nobody approved it'])
  const facts = await approvalFacts(record, asked, pull, reviews, merges)
  const judged = judgeApprovals(asked, facts)
  const reasons = judged.rules.flatMap(({ reason, notCounted }) => [
    reason,
    ...notCounted.map(({ who, why }) => `${who} does not count: ${why}`),
  ])
  return answer(judged.outcome, [...said, ...new Set(reasons)])
}

async function approvalFacts(
  record: PromotionRecord,
  rules: readonly SourcedApprovalRule[],
  pull: MergedPull,
  reviews: readonly GivenReview[],
  merges: Merges,
): Promise<ApprovalFacts> {
  const givers = standingApprovals(reviews, pull.head).flatMap(({ login }) => login ?? [])
  const maintainers = new Map<string, Membership>()
  if (rules.some(({ rule }) => rule.from === undefined)) {
    for (const login of givers) maintainers.set(login, await merges.maintains(login))
  }
  const isAuthorAsked = rules.some(({ rule }) => rule['not-author'])
  return {
    head: pull.head,
    reviews,
    asker: await askerOf(record, pull, merges),
    authors: isAuthorAsked
      ? (await merges.commitAuthors(pull.number)).filter(login => !isBotName(login))
      : [],
    membership: (login, owner) => {
      if (owner === undefined) return maintainers.get(login) ?? 'unknown'
      // Who is in a team a job's token cannot read.
      if (owner.includes('/')) return 'unknown'
      return owner.slice(1).toLowerCase() === login.toLowerCase() ? 'member' : 'other'
    },
  }
}

function isBotName(login: string | undefined): boolean {
  return login?.endsWith('[bot]') === true
}

/** A person opened it and asked; of what a bot opened the run tells who, where GitHub still knows it. */
async function askerOf(
  record: PromotionRecord,
  { author }: MergedPull,
  merges: Merges,
): Promise<ApprovalFacts['asker']> {
  if (author !== undefined && !author.isBot) return { is: 'person', login: author.login }
  const run = record['judged-at']
  const starter = author === undefined || run === 'terminal' ? undefined : await merges.starterOf(run)
  if (starter?.event === 'push' || starter?.event === 'schedule') return { is: 'none' }
  if (starter?.event !== 'workflow_dispatch' || isBotName(starter.login)) return { is: 'unknown' }
  return { is: 'person', login: starter.login }
}
