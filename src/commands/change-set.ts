import { ModelyardError } from '../domain/errors/index.ts'
import type { ChangeStatus } from '../domain/results/move.ts'
import type { FileChange, Head, Person, Ports, PullRequest, PullRequests, Repository } from '../ports.ts'
import { closeUnfit, type FatedCandidate, standingCandidate } from './candidate-fate.ts'
import { type LeftChange, leaveProposal } from './leave-proposal.ts'
import { type JudgedMove, type MarkedHead, markHead, type Standing, standingOf } from './proposal-standing.ts'

/** One commit to make: what it changes, on what, and where it goes. */
export interface ChangeSet {
  readonly head: Head
  /** The commit that was read and judged, and that is built on. */
  readonly base: string
  /** The branch that the commit gets when it is not merged at once: a function of the change. */
  readonly branch: string
  /** Whether it goes to the current branch instead. */
  readonly merge: boolean
  readonly files: readonly FileChange[]
  readonly message: string
  readonly person: Person
  /** UTC, milliseconds. */
  readonly at: number
}

/** A commit to make, and what its pull request would say, in Markdown. */
export interface DescribedChange extends ChangeSet {
  /** What it moves, as far as it is judged; without it the pull request's head is not marked here. */
  readonly move?: JudgedMove | undefined
  /** The answer of the command that plans it. */
  readonly planned: LeftChange['planned']
  /** Of a retraining's candidate. */
  readonly fated?: FatedCandidate | undefined
  describe(standing: Standing): string
}

/** What a plan says and what it would do; without a change set there is nothing to do. */
export interface ChangePlan<R> {
  readonly result: R
  readonly change?: ChangeSet
}

interface Applied {
  readonly status: Extract<ChangeStatus, 'branched' | 'merged' | 'proposed' | 'left' | 'unchanged'>
  readonly branch: string
  /** Undefined where it is still to be made. */
  readonly commit?: string
  readonly pullRequest?: PullRequest | undefined
  readonly why?: string
  readonly standing?: Standing
  readonly mark?: MarkedHead
  readonly remarks?: readonly string[]
}

/**
 * Makes the commit. On a branch of its own when it is a pull request to be; the same change again changes nothing,
 * an outdated one is made anew. Where there are pull requests it goes there, as the same commit. With `merge` on the current branch, and the files on disk follow.
 *
 * @throws {ModelyardError} `detached-head`, `merge-under-way`, `dirty-tree`, `moved-meanwhile`, `cannot-write`.
 */
export async function applyChangeSet(
  change: DescribedChange,
  ports: Pick<
    Ports,
    | 'repository'
    | 'worktree'
    | 'pullRequests'
    | 'branchRules'
    | 'statuses'
    | 'app'
    | 'outbox'
    | 'comments'
    | 'openPulls'
  >,
): Promise<Applied> {
  if (change.merge) return applyToCurrentBranch(change, ports)
  const { repository, pullRequests } = ports
  return pullRequests === undefined
    ? applyToOwnBranch(change, repository)
    : applyAsPullRequest(change, pullRequests, ports)
}

/** The commit is made here first, where its tree is known without asking; GitHub makes and signs its own of it. */
async function applyAsPullRequest(
  change: DescribedChange,
  pullRequests: PullRequests,
  ports: Pick<Ports, 'repository' | 'branchRules' | 'statuses' | 'app' | 'outbox' | 'comments' | 'openPulls'>,
): Promise<Applied> {
  const { repository } = ports
  const { base, branch, files, message, head, fated } = change
  if (head.branch === undefined) {
    throw new ModelyardError({
      code: 'detached-head',
      message: 'no branch is checked out: there is none that a pull request could go to',
      next: 'check one out: write `ref: main` under `with:` of actions/checkout',
    })
  }
  if (ports.outbox !== undefined && (await ports.outbox.isUsed())) {
    await leaveProposal(change, ports.outbox)
    return { status: 'left', branch }
  }
  const stands = fated && (await standingCandidate(fated, branch, head.branch, pullRequests, ports))
  if (stands !== undefined) return { status: 'unchanged', branch, ...stands }
  const isUnfit = fated !== undefined && fated.fate !== 'ready'
  const local = await applyToOwnBranch(change, repository)
  const { tree } = await repository.commitFacts(local.commit)
  const title = message.split('\n', 1)[0] ?? ''
  // Approvals are asked of what may be merged.
  const standing = isUnfit ? {} : await standingOf(change, head.branch, pullRequests, ports)
  const { commit, is, pullRequest } = await pullRequests.propose({
    branch,
    base,
    into: head.branch,
    files,
    tree,
    message,
    mark: TRAILER,
    title,
    body: change.describe(standing),
    ...(fated && { run: fated.run, draft: isUnfit }),
  })
  const applied = { branch, commit, pullRequest, standing }
  if (is === 'newer')
    return { ...applied, status: 'unchanged', why: `the branch ${branch} is built on a newer commit` }
  // The App judges what it opens by its check run, as every pull request.
  const move = ports.app === undefined ? change.move : undefined
  const marked = { ...applied, ...(await markHead(commit, move, standing, ports)) }
  if (fated !== undefined && pullRequest !== undefined) await closeUnfit(fated, pullRequest.number, ports)
  return is === 'same' && pullRequest?.change === 'unchanged'
    ? { ...marked, status: 'unchanged', why: `the pull request of ${branch} holds exactly this already` }
    : { ...marked, status: 'proposed' }
}

/** What the answer of a change says of how it was applied. */
export function appliedFacts({ status, branch, commit, why, pullRequest, standing, mark }: Applied) {
  return {
    ...standing,
    ...(mark === undefined ? {} : { 'commit-status': mark }),
    status,
    branch,
    ...(commit === undefined ? {} : { commit }),
    ...(pullRequest === undefined ? {} : { 'pull-request': { ...pullRequest } }),
    ...(why === undefined ? {} : { why }),
  }
}

/** What to do with a branch that is a pull request to be, or is one already. */
export function nextOnBranch({ status, branch, pullRequest }: Applied): string[] {
  if (status === 'left') return []
  if (pullRequest !== undefined) return [`review it: ${pullRequest.url}`]
  return [
    `open a pull request: git push -u origin ${branch}`,
    `or merge it here: git merge --no-ff ${branch}`,
  ]
}

async function applyToCurrentBranch(
  change: ChangeSet,
  { repository, worktree }: Pick<Ports, 'repository' | 'worktree'>,
): Promise<Applied> {
  const branch = await mergeableBranch(change.head, worktree)
  const paths = change.files.map(({ path }) => path)
  const dirty = [...(await worktree.modified(paths)), ...(await inTheWay(change, { repository, worktree }))]
  if (dirty.length > 0) throw dirtyTree(dirty)
  const commit = await commitOn(repository, change, branch, change.base)
  const left = await worktree.follow(change.base, commit).catch((error: unknown) => {
    throw afterCommit(error, branch)
  })
  if (left.length > 0) throw dirtyTree(left)
  return { status: 'merged', branch, commit }
}

/** The commit is made: what was in the way of the files on disk is told, and that the next run brings them along. */
function afterCommit(error: unknown, branch: string): unknown {
  if (!(error instanceof ModelyardError) || error.code !== 'cannot-write') return error
  return new ModelyardError({
    code: error.code,
    message: `${branch} has the new commit, but ${error.message}`,
    next: 'make room on the disk or allow writing there, then run the command again: the files follow',
    place: error.place,
    cause: error,
  })
}

/** The branch that `--merge` commits to. */
export async function mergeableBranch(head: Head, worktree: Ports['worktree']): Promise<string> {
  const operation = await worktree.operation()
  if (operation !== undefined) {
    throw new ModelyardError({
      code: 'merge-under-way',
      message: `${operation} is under way in this repository`,
      next: 'finish it or abort it, then run the command again',
    })
  }
  if (head.branch !== undefined) return head.branch
  throw new ModelyardError({
    code: 'detached-head',
    message: 'the head is detached: there is no branch to merge into',
    next: 'switch to a branch first: git switch main; or leave out --merge',
  })
}

/** New files of the commit where others lie on disk already. */
async function inTheWay(
  { base, files }: ChangeSet,
  { repository, worktree }: Pick<Ports, 'repository' | 'worktree'>,
): Promise<string[]> {
  const paths: string[] = []
  for (const { path, content } of files) {
    const present = content === null ? undefined : await worktree.readFile(path)
    if (present === undefined || content === null || (await repository.readFile(base, path)) !== undefined)
      continue
    if (!sameBytes(present, content)) paths.push(path)
  }
  return paths
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

function dirtyTree(paths: readonly string[]): ModelyardError {
  const shown = paths.slice(0, 5).join(', ')
  return new ModelyardError({
    code: 'dirty-tree',
    message: `uncommitted changes stand in the way: ${shown}${paths.length > 5 ? ` and ${paths.length - 5} more` : ''}`,
    next: 'commit, stash or remove them, then run the command again',
    place: { path: paths[0] ?? '' },
  })
}

async function applyToOwnBranch(
  change: ChangeSet,
  repository: Repository,
): Promise<Applied & { readonly commit: string }> {
  const { branch } = change
  const present = await repository.resolve(`refs/heads/${branch}`)
  if (present !== undefined) {
    const { parents } = await repository.commitFacts(present)
    const [parent] = parents
    if (parents.length !== 1 || parent === undefined || !(await isOnChain(repository, parent, change.base))) {
      throw new ModelyardError({
        code: 'bad-input',
        message: `the branch ${branch} holds more than the one commit that is made for it`,
        next: `keep what is yours under another name, then delete it: git branch -m ${branch} mine`,
      })
    }
    if (parent === change.base && (await holdsSame(repository, present, change))) {
      return {
        status: 'unchanged',
        branch,
        commit: present,
        why: `the branch ${branch} holds exactly this already`,
      }
    }
  }
  return { status: 'branched', branch, commit: await commitOn(repository, change, branch, present) }
}

async function isOnChain(repository: Repository, commit: string, base: string): Promise<boolean> {
  return commit === base || (await repository.mergeBase(commit, base)) === commit
}

async function holdsSame(
  repository: Repository,
  commit: string,
  { base, files }: ChangeSet,
): Promise<boolean> {
  const changed = await repository.changes(base, commit, [])
  if (changed.length !== files.length) return false
  const ids = await repository.blobIds(files.map(({ content }) => content ?? new Uint8Array()))
  return files.every(({ path, content }, index) =>
    changed.some(
      entry => entry.path === path && entry.after?.id === (content === null ? undefined : ids[index]),
    ),
  )
}

function commitOn(
  repository: Repository,
  { base, files, message, person, at }: ChangeSet,
  branch: string,
  expected: string | undefined,
): Promise<string> {
  return repository.commit({ parent: base, changes: files, message, person, at, branch, expected })
}

/**
 * Finishes what an interrupted `--merge` left undone: the branch stands at its commit already, files on disk do not.
 * Touches only files below `folder` that still are as the commit before had them.
 */
export async function catchUp(
  { repository, worktree }: Pick<Ports, 'repository' | 'worktree'>,
  head: Head,
  folder: string,
): Promise<void> {
  if (head.commit === undefined || head.branch === undefined) return
  const { parents, message } = await repository.commitFacts(head.commit)
  if (!message.includes(TRAILER)) return
  const changed = (await worktree.modified()).filter(path => path.startsWith(`${folder}/`))
  if (changed.length > 0) await worktree.follow(parents[0], head.commit)
}

/** Marks the commits that a command made. */
export const TRAILER = 'Made-by: modelyard'
