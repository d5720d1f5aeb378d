import { fullName } from './bodies.ts'
import { type Move, refreshPull, triggerPull } from './follow-pulls.ts'
import { compareCommits } from './git/compare.ts'
import { readRef } from './git/refs.ts'
import { takeCommit } from './git/repository.ts'
import { gitOf, hostedGit, orRefuse } from './hosting.ts'
import { type FieldError, invalid, type Params, Refusal } from './route.ts'
import { addPull, type Pull, pullsOf } from './state/issues.ts'
import type { Repository } from './world.ts'

/** Where a pull request comes from. */
interface Head {
  readonly repository: Repository
  readonly branch: string
  readonly sha: string
}

/**
 * Opens a pull request as the body of `POST /pulls` asks.
 *
 * @throws {Refusal} 422 for branches that are not there, that bring nothing, or that one is open for already; 403 for a
 * job's token where the repository does not let jobs open any.
 */
export async function openPull(move: Move, body: Params): Promise<Pull> {
  const { world, repository, actor } = move
  refuseJobs(move)
  const { title, base, draft = false } = body
  if (typeof title !== 'string' || title.trim() === '')
    throw refused({ code: 'missing_field', field: 'title' })
  const git = gitOf(repository)
  const head = await headOf(move, body)
  const baseSha = (await readRef(git, `refs/heads/${base}`))?.sha
  if (baseSha === undefined) throw refused({ code: 'invalid', field: 'base' })
  await takeCommit(git, gitOf(head.repository), head.sha)
  const { aheadBy } = await orRefuse(compareCommits(git, baseSha, head.sha), { unrelated: 422 })
  if (aheadBy === 0)
    throw refused({ code: 'custom', message: `No commits between ${base} and ${head.branch}` })
  // Nothing is waited for between looking and opening: of two at once one is told that it is there.
  refuseSecond(repository, head, String(base))
  const issue = addPull(world, repository, {
    author: actor.account.login,
    title,
    body: typeof body.body === 'string' ? body.body : null,
    headRef: head.branch,
    headSha: head.sha,
    headRepository: fullName(head.repository),
    baseRef: String(base),
    baseSha,
    draft: draft === true,
  })
  await refreshPull(move, issue)
  triggerPull(move, issue, 'opened')
  return issue
}

function refuseJobs({ repository, actor }: Move): void {
  if (actor.token.kind !== 'github-token' || repository.actionsMayOpenPulls) return
  throw new Refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.')
}

/** `BRANCH`, or `OWNER:BRANCH` of this repository or a fork of it. */
async function headOf({ world, repository }: Move, { head, head_repo: named }: Params): Promise<Head> {
  const [, owner = repository.owner, branch = ''] = /^(?:([^:]+):)?(.+)$/.exec(String(head)) ?? []
  const home = [...world.state.repositories.values()].find(
    known =>
      (known.id === repository.id || known.forkOf === repository.id) &&
      known.owner.toLowerCase() === owner.toLowerCase() &&
      (named === undefined || fullName(known) === named),
  )
  const git = home && hostedGit(home)
  const ref = git && (await readRef(git, `refs/heads/${branch}`))
  if (home === undefined || ref === undefined) throw refused({ code: 'invalid', field: 'head' })
  return { repository: home, branch, sha: ref.sha }
}

function refuseSecond(repository: Repository, head: Head, base: string): void {
  const isThere = pullsOf(repository).some(
    ({ state, pull }) =>
      state === 'open' &&
      pull.headRef === head.branch &&
      pull.headRepository === fullName(head.repository) &&
      pull.baseRef === base,
  )
  if (!isThere) return
  const message = `A pull request already exists for ${head.repository.owner}:${head.branch}.`
  throw refused({ code: 'custom', message })
}

function refused(error: Omit<FieldError, 'resource'>): Refusal {
  return invalid({ resource: 'PullRequest', ...error })
}
