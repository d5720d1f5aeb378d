import type { Actor } from '../route.ts'
import { type Repository, slot } from '../world.ts'

/** Something that starts workflows. */
export interface Trigger {
  readonly event: 'push' | 'pull_request' | 'workflow_dispatch'
  /** Of a pull request, as `opened`. */
  readonly action?: string
  /** The full name of the ref that was pushed, or that a pull request's run checks out. */
  readonly ref: string
  readonly sha: string
  readonly number?: number
  /** The workflow that was dispatched, by its file, and what it was given. */
  readonly path?: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly actor: string
  /** Whether runs stand still until a person with write access lets them go. */
  readonly needsApproval: boolean
}

/** Oldest first; what starts nothing is not among them. */
export const triggersOf = slot<Trigger[]>('triggers', () => [])

const WITH_APPROVAL = ['opened', 'synchronize', 'reopened']

/**
 * Remembers what starts workflows. What a job's own token does starts none, so that none starts itself; only the runs
 * of a pull request that it opened or moved are made, and wait. A workflow that it names and starts is started.
 */
export function trigger(
  repository: Repository,
  { account, token }: Actor,
  facts: Omit<Trigger, 'actor' | 'needsApproval'>,
): void {
  const byJob = token.kind === 'github-token'
  const isNamed = facts.event === 'workflow_dispatch'
  if (byJob && !isNamed && !(facts.event === 'pull_request' && WITH_APPROVAL.includes(facts.action ?? '')))
    return
  triggersOf(repository).push({ ...facts, actor: account.login, needsApproval: byJob && !isNamed })
}
