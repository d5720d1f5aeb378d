import { ModelyardError } from '../domain/errors/index.ts'
import { overall } from '../domain/gates/outcome.ts'
import { buttonsOfMoves } from '../domain/pipeline/check-buttons.ts'
import { checkConclusion } from '../domain/pipeline/gate-check.ts'
import { isError } from '../domain/problem.ts'
import { type ApprovalResult, judgeApprovals } from '../domain/registry/approvals.ts'
import { approvalDemand } from '../domain/registry/merged-move.ts'
import type { SourcedApprovalRule } from '../domain/registry/policy.ts'
import {
  GATE_CHECK,
  type JudgedMove,
  type JudgedRule,
  type JudgementResult,
} from '../domain/results/judgement.ts'
import type { Account, Ports, PullState, PullWork } from '../ports.ts'
import { approvalFacts, type Makers } from './approval-facts.ts'
import { askerOf } from './asker.ts'
import { type GateSource, gateRemarks } from './gate-source.ts'
import { gatesOfMove } from './judge-merge.ts'
import { emptyJudgement, unlessUnread } from './judge-unread.ts'
import { seeAuthors, seePullAuthors } from './move-authors.ts'
import { movesIn } from './moves-in.ts'
import { openRegistry, type RegistryAt } from './registry-reader.ts'
import { type AddedMove, type JudgedCommit, judgeCommit } from './validate-base.ts'

/** A pull request whose commits are at hand. */
export interface PullAtHand extends PullWork {
  readonly number: number
  readonly head: string
  /** The branch that it asks to be merged to. */
  readonly into: string
  /** The branch of this repository that it is on; undefined where it is a fork's. */
  readonly branch: string | undefined
  /** Undefined where the account is gone. */
  readonly author: Account | undefined
  /** What a merge would be: head and base as they are now, merged for trial. Its first parent is the base. */
  readonly trial: { readonly base: string; readonly commit: string }
}

/**
 * Judges a pull request as its merge would be: the registry against its base, each move with its gates and its
 * approvals by reviews of the head, and what judges with every rule that the base holds for it.
 *
 * @param gate - Who sets the check that is to be required, where its rules are to be looked at.
 */
export async function judgePull(pull: PullAtHand, ports: Ports, gate?: GateSource): Promise<JudgementResult> {
  const { number, head, into, trial } = pull
  const looked = { number, head, branch: into, ...trial }
  return unlessUnread(looked, ports.repository, () => judgeReadable(pull, ports, gate))
}

async function judgeReadable(
  pull: PullAtHand,
  ports: Ports,
  gate: GateSource | undefined,
): Promise<JudgementResult> {
  const { base, commit } = pull.trial
  // Approvals are judged here by the reviews themselves, and not by what GitHub's rules demand.
  const judged = await judgeCommit(base, commit, { ...ports, branchRules: undefined })
  const isAsked = judged.moves.length > 0 || judged.governed.length > 0
  const moves: JudgedMove[] = []
  for (const move of judged.moves) moves.push(await judgeMoveOf(pull, move, judged, ports))
  const governed = await judgeGoverned(pull, judged, ports)
  const { problems } = judged.found
  const rules = [...moves, ...governed].flatMap(({ approvals }) => approvals)
  const outcome = overall([
    problems.some(isError) ? 'failed' : 'passed',
    ...moves.flatMap(({ gates }) => gates?.outcome ?? []),
    ...rules.map(rule => rule.outcome),
  ])
  return {
    kind: 'judgement',
    outcome,
    check: GATE_CHECK,
    conclusion: checkConclusion({ outcome, problems: [...problems], moves }),
    'pull-request': pull.number,
    head: pull.head,
    base,
    problems: [...problems],
    moves,
    governed,
    buttons: buttonsOfMoves(moves),
    remarks: [
      ...judged.found.remarks,
      // Where nothing is asked of anybody it would only be read past.
      ...(gate === undefined || !isAsked ? [] : await gateRemarks(GATE_CHECK, pull.into, gate)),
    ],
    next: nextSteps(moves, rules),
  }
}

/**
 * What is said of a pull request that git would not merge: there is no tree that could be judged.
 *
 * @param base - Where the branch that it asks for stands.
 */
export async function judgeConflict(
  pull: Pick<PullState, 'number' | 'head' | 'into'>,
  base: string,
  { repository }: Pick<Ports, 'repository'>,
): Promise<JudgementResult> {
  const { into, head } = pull
  const judgement = nothingToJudge(
    pull,
    base,
    `it conflicts with ${into}, so that nothing can be judged`,
    `bring ${into} into the branch; a promotion is asked for again`,
  )
  return { ...judgement, buttons: buttonsOfMoves(await movesThatConflict(base, head, repository)) }
}

/** Where there is no tree that could be judged. */
export function nothingToJudge(
  { number, head }: Pick<PullState, 'number' | 'head'>,
  base: string | undefined,
  remark: string,
  next: string,
): JudgementResult {
  return emptyJudgement({ number, head }, base, {
    outcome: 'inconclusive',
    remarks: [remark],
    next: [next],
  })
}

/** What it asks for can be measured and built anew. */
async function movesThatConflict(base: string, head: string, repository: Ports['repository']) {
  const fork = await repository.mergeBase(base, head)
  const registry = await openRegistry(repository, base).catch(unlessBroken)
  if (fork === undefined || registry === undefined) return []
  return (await movesIn(registry, fork, head)).map(({ record }) => record)
}

function unlessBroken(error: unknown): undefined {
  if (error instanceof ModelyardError && error.code !== 'bug') return undefined
  throw error
}

async function judgeMoveOf(
  pull: PullAtHand,
  { state, number, record }: AddedMove,
  { base, head }: JudgedCommit,
  ports: Ports,
): Promise<JudgedMove> {
  const { rules, byHand } = approvalDemand(state, record)
  const makers: Makers = {
    asker: await askerOf(pull, record['judged-at'], state.config, ports),
    see: () =>
      seeAuthors(
        { state, record, commit: pull.trial.commit, base: pull.trial.base, before: state, pull },
        ports,
      ),
  }
  const gates = await treeOf(state, record, base, head, ports)
  return {
    model: state.name,
    record: number,
    kind: record.kind,
    ...(record.kind === 'alias' ? {} : { version: record.version, from: record.from, to: record.to }),
    ...(gates === undefined ? {} : { gates }),
    approvals: await judgeRules(rules, pull, makers, ports),
    ...(byHand ? { 'by-hand': true } : {}),
  }
}

/** The tree for people; what does not fit the record is among the problems already. */
async function treeOf(
  state: AddedMove['state'],
  record: AddedMove['record'],
  base: RegistryAt | undefined,
  head: RegistryAt | undefined,
  { artifacts }: Pick<Ports, 'artifacts'>,
): Promise<JudgedMove['gates']> {
  if (base === undefined || head === undefined) return undefined
  return gatesOfMove(record, { registry: base, state }, head, artifacts)
}

async function judgeGoverned(
  pull: PullAtHand,
  { governed, base }: JudgedCommit,
  ports: Ports,
): Promise<JudgementResult['governed']> {
  if (governed.length === 0) return []
  const makers: Makers = {
    asker: await askerOf(pull, undefined, base?.config, ports),
    see: () => seePullAuthors(pull, ports.merges),
  }
  const judged: JudgementResult['governed'] = []
  for (const { path, why, models, rules } of governed) {
    const approvals = await judgeRules(rules, pull, makers, ports)
    judged.push({ path, why, models: [...models], approvals })
  }
  return judged
}

async function judgeRules(
  rules: readonly SourcedApprovalRule[],
  pull: PullAtHand,
  makers: Makers,
  { merges }: Pick<Ports, 'merges'>,
): Promise<JudgedRule[]> {
  const asked = rules.filter(({ rule }) => rule.required > 0)
  if (asked.length === 0) return []
  const { facts, unseen } = await approvalFacts(asked, pull.reviews, pull.head, makers, merges)
  return judgeApprovals(asked, facts).rules.map(result => asRule(result, unseen))
}

function asRule(
  { outcome, rule, source, required, counted, notCounted, reason }: ApprovalResult,
  unseen: readonly string[],
): JudgedRule {
  const why = outcome === 'inconclusive' ? [reason, ...unseen].join('; ') : reason
  return {
    outcome,
    rule,
    source,
    required,
    counted: [...counted],
    'not-counted': [...notCounted],
    reason: why,
  }
}

function nextSteps(moves: readonly JudgedMove[], rules: readonly JudgedRule[]): string[] {
  const isOpen = moves.some(({ gates }) => gates !== undefined && gates.outcome !== 'passed')
  const missing = rules.filter(({ outcome }) => outcome !== 'passed')
  const whom = new Set(missing.map(({ rule }) => rule.from?.join(' or ') ?? 'somebody with maintain'))
  return [
    ...(isOpen ? ['see what the gates say, and ask for the promotion again once it is met'] : []),
    ...[...whom].map(from => `a review that approves this commit, by ${from}`),
  ]
}
