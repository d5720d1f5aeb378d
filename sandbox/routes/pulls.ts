import { commitBody, fileBody } from '../commit-bodies.ts'
import { closePull, refreshPull, triggerPull } from '../follow-pulls.ts'
import { isAncestor } from '../git/log.ts'
import { readRef } from '../git/refs.ts'
import { takeCommit } from '../git/repository.ts'
import { gitOf, orRefuse } from '../hosting.ts'
import { openPull } from '../open-pull.ts'
import { paged } from '../paging.ts'
import { changesOf, headLabel, pullBody, pullsHolding, simplePull } from '../pull-bodies.ts'
import { type Answer, type Call, invalid, notFound, numberAt, type Routes, textAt } from '../route.ts'
import { findIssue, type Pull, pullsOf } from '../state/issues.ts'
import { announceEdited } from '../webhooks/issues.ts'

export const pullRoutes: Routes = {
  'pulls/get': async call => ({ status: 200, body: await pullBody(call, pullAt(call)) }),
  'pulls/list': list,
  'pulls/create': async call => {
    const body = await pullBody(call, await openPull(call, call.body))
    return { status: 201, body, headers: { location: String((body as { url: unknown }).url) } }
  },
  'pulls/update': update,
  'pulls/list-files': async call => {
    const pull = pullAt(call)
    const { files } = await orRefuse(changesOf(call.repository, pull))
    return paged(call, files, file => fileBody(call, pull.pull.headSha, file))
  },
  'pulls/list-commits': async call => {
    const { commits } = await orRefuse(changesOf(call.repository, pullAt(call)))
    return paged(call, commits, commit => commitBody(call, commit))
  },
  'repos/list-pull-requests-associated-with-commit': async call => {
    const sha = textAt(call.path, 'commit_sha')
    return paged(call, await pullsHolding(call.repository, sha), pull => simplePull(call, pull))
  },
}

/** @throws {Refusal} 404 when the repository has no pull request of that number. */
export function pullAt({ repository, path }: Call): Pull {
  const issue = findIssue(repository, numberAt(path, 'pull_number'))
  if (issue?.pull === undefined) throw notFound()
  return issue as Pull
}

function list(call: Call): Answer {
  const { state = 'open', head, base, direction } = call.query
  const found = pullsOf(call.repository).filter(
    issue =>
      (state === 'all' || issue.state === state) &&
      (head === undefined || headLabel(issue.pull) === head) &&
      (base === undefined || issue.pull.baseRef === base),
  )
  return paged(call, direction === 'asc' ? found : found.reverse(), pull => simplePull(call, pull))
}

async function update(call: Call): Promise<Answer> {
  const issue = pullAt(call)
  const { body } = call
  const before = { ...issue, pull: { ...issue.pull } }
  if (typeof body.title === 'string') issue.title = body.title
  if (typeof body.body === 'string') issue.body = body.body
  if (typeof body.base === 'string') await moveBase(call, issue, body.base)
  issue.updatedAt = call.world.clock.iso()
  announceEdited(call, before, issue)
  if (body.state === 'closed' && issue.state === 'open') await closePull(call, issue)
  if (body.state === 'open' && issue.state === 'closed') await reopen(call, issue)
  return { status: 200, body: await pullBody(call, issue) }
}

async function moveBase(call: Call, issue: Pull, base: string): Promise<void> {
  const ref = await readRef(gitOf(call.repository), `refs/heads/${base}`)
  if (ref === undefined) throw invalid({ resource: 'PullRequest', code: 'invalid', field: 'base' })
  Object.assign(issue.pull, { baseRef: base, baseSha: ref.sha })
  await refreshPull(call, issue)
}

/** Only to where it was, or further: what was merged, pushed over or taken in otherwise stays closed. */
async function reopen(call: Call, issue: Pull): Promise<void> {
  const { pull } = issue
  const head = pull.mergedAt === null ? await standingHead(call, issue) : undefined
  if (head === undefined) {
    const message = `state cannot be changed. The ${pull.headRef} branch was force-pushed or recreated.`
    throw invalid({ resource: 'PullRequest', code: 'custom', field: 'state', message })
  }
  pull.headSha = head
  Object.assign(issue, { state: 'open', closedAt: null })
  await refreshPull(call, issue)
  triggerPull(call, issue, 'reopened')
}

/** Where the branch stands, when it still leads to the head that was closed, and to something new. */
async function standingHead({ world, repository }: Call, { pull }: Pull): Promise<string | undefined> {
  const home = world.repository(pull.headRepository ?? '')
  if (home === undefined) return undefined
  const source = gitOf(home)
  const head = (await readRef(source, `refs/heads/${pull.headRef}`))?.sha
  if (head === undefined || !(await isAncestor(source, pull.headSha, head))) return undefined
  const git = gitOf(repository)
  await takeCommit(git, source, head)
  return (await isAncestor(git, head, `refs/heads/${pull.baseRef}`)) ? undefined : head
}
