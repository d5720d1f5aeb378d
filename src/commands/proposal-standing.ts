import { ModelyardError } from '../domain/errors/index.ts'
import type { Outcome } from '../domain/gates/outcome.ts'
import { concludeMove } from '../domain/pipeline/move-status.ts'
import type { MoveResult } from '../domain/results/move.ts'
import type {
  FileChange,
  Ports,
  PullRequests,
  RequiredCheck,
  RulesInForce,
  UnreadableRules,
} from '../ports.ts'
import { judgeApprovalsBy } from './judge-approvals.ts'

/** A move with its gates judged; its approvals are judged where it is proposed. */
export interface JudgedMove {
  readonly gates: Outcome
  readonly approvals: NonNullable<MoveResult['approvals']>
}

/** What is proposed, as far as it is judged here. */
interface ProposedMove {
  readonly move?: JudgedMove | undefined
  readonly base: string
  readonly files: readonly FileChange[]
}

/** What the pull request of a move says of the branch that it goes to. */
export type Standing = Pick<MoveResult, 'approvals' | 'other-checks'>

export type MarkedHead = NonNullable<MoveResult['commit-status']>

const CONTEXT = 'modelyard/pipeline'

/** Judges a move's approvals by the rules of the branch that is to take it, and finds what else that branch requires. */
export async function standingOf(
  { move, base, files }: ProposedMove,
  into: string,
  pullRequests: PullRequests,
  { branchRules, repository }: Pick<Ports, 'branchRules' | 'repository'>,
): Promise<Standing> {
  if (move === undefined || branchRules === undefined) return {}
  const demanded = await branchRules.effective(into)
  const checks = await otherChecks(demanded, pullRequests)
  const record = files.find(({ path }) => /\/promotions\/\d+\.json$/.test(path))?.path ?? ''
  const rules = move.approvals.rules.map(({ source, required, from, 'not-author': notAuthor }) => ({
    source,
    rule: {
      required,
      ...(from && { from }),
      ...(notAuthor === undefined ? {} : { 'not-author': notAuthor }),
    },
  }))
  const judged = await judgeApprovalsBy(demanded, { rules, base, record }, repository)
  return {
    ...checks,
    approvals: {
      ...move.approvals,
      outcome: judged.outcome,
      rules: judged.rules.map(({ rule, ...found }) => ({ ...rule, ...found })),
    },
  }
}

async function otherChecks(
  demanded: RulesInForce | UnreadableRules,
  pullRequests: PullRequests,
): Promise<Pick<Standing, 'other-checks'>> {
  const checks: readonly RequiredCheck[] = demanded.is === 'rules' ? demanded.checks : []
  const names = [...new Set(checks.map(({ context }) => context))].filter(name => name !== CONTEXT)
  return { 'other-checks': { names, 'start-by-click': await pullRequests.startsByClick() } }
}

/**
 * Marks the head of a move's pull request: the run that opens it also judges it, since a pull request that a job's own
 * token opens starts none. A token that may set no status is no failure, and said.
 */
export async function markHead(
  commit: string,
  move: JudgedMove | undefined,
  { approvals = move?.approvals }: Standing,
  { statuses }: Pick<Ports, 'statuses'>,
): Promise<{ mark?: MarkedHead; remarks?: string[] }> {
  if (move === undefined || approvals === undefined) return {}
  const status = { context: CONTEXT, ...concludeMove({ ...move, approvals }) }
  try {
    return { mark: { ...status, change: await statuses.settle(commit, status) } }
  } catch (error) {
    if (!(error instanceof ModelyardError) || error.code !== 'missing-permission') throw error
    return {
      mark: { ...status, change: 'not-set' },
      remarks: [`${error.message}; no commit status was set. ${error.next}`],
    }
  }
}
