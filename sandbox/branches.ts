import { pushViolation, type Violation } from './branch-rules.ts'
import { followMoves, type Move } from './follow-pulls.ts'
import { pathsChanged } from './git/changed-files.ts'
import { isAncestor, mergeBase } from './git/log.ts'
import { inspect } from './git/objects.ts'
import type { RefUpdate } from './git/receive.ts'
import { moveRefs, type RefMove, readRef } from './git/refs.ts'
import { GitRefusal } from './git/refusal.ts'
import { readTree } from './git/trees.ts'
import { gitOf } from './hosting.ts'
import { Refusal } from './route.ts'

/**
 * Moves refs for a caller of the API: judged by the rules of their branches, all or none, and followed by what hangs on
 * them.
 *
 * @throws {Refusal} 422 where a rule stands against it; 403 where workflows change and the token may not.
 * @throws {GitRefusal} as `moveRefs`.
 */
export async function moveByApi(move: Move, moves: readonly RefMove[]): Promise<void> {
  const git = gitOf(move.repository)
  const updates = await Promise.all(moves.map(wanted => updateOf(move, wanted)))
  for (const update of updates) await refuseBadMove(move, update)
  await moveRefs(git, moves)
  await followMoves(move, updates)
}

/** Whether a move may be made at all, before anything moves. */
async function refuseBadMove(move: Move, update: RefUpdate): Promise<void> {
  const violation = await pushViolation(move.world, move.repository, update, move.actor)
  if (violation !== undefined) throw new Refusal(422, violationMessage(violation))
  const workflow = await forbiddenWorkflow(move, update)
  if (workflow !== undefined) throw new Refusal(403, workflowMessage(workflow))
}

export function violationMessage({ by, problems }: Violation): string {
  if (by === 'protection') return problems.join(' ')
  return `Repository rule violations found\n\n${problems.map(problem => `${problem}\n`).join('\n')}`
}

const WORKFLOWS = /^\.github\/workflows\/[^/]+\.ya?ml$/

/** A workflow's file that a move changes, where the token was not granted `workflows`. */
export async function forbiddenWorkflow(
  { repository, actor }: Move,
  { before, after }: Pick<RefUpdate, 'before' | 'after'>,
): Promise<string | undefined> {
  const { kind, permissions } = actor.token
  // No job's token can be granted it.
  if (after === null || (kind !== 'github-token' && permissions.workflows === 'write')) return undefined
  const git = gitOf(repository)
  const [facts] = await inspect(git, [`${after}^{commit}`])
  if (facts === undefined) return undefined
  const from = before ?? (await readRef(git, `refs/heads/${repository.defaultBranch}`))?.sha
  if (from !== undefined && (await isAncestor(git, after, from))) return undefined
  // A branch that shares nothing with the default one is taken as a whole.
  const isApart = from === undefined || (before === null && (await mergeBase(git, from, after)) === undefined)
  const paths = isApart
    ? (await readTree(git, after, { recursive: true })).map(({ path }) => path)
    : await pathsChanged(git, from, after)
  return paths.find(path => WORKFLOWS.test(path))
}

export function workflowMessage(path: string): string {
  return `refusing to allow a GitHub App to create or update workflow \`${path}\` without \`workflows\` permission`
}

async function updateOf({ repository }: Move, { name, before, after }: RefMove): Promise<RefUpdate> {
  const git = gitOf(repository)
  const [wanted] = await inspect(git, [after ?? ''])
  if (after !== null && wanted === undefined) throw new GitRefusal('not-found', 'Object does not exist')
  const stands = before === undefined ? ((await readRef(git, name))?.sha ?? null) : before
  const isMove = stands !== null && wanted?.type === 'commit' && name.startsWith('refs/heads/')
  const forced = isMove && !(await isAncestor(git, stands, wanted.sha))
  return { name, before: stands, after, forced }
}
