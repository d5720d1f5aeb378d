import { apiRoot, fullName, nowIso, repositoryFacts, userBody } from '../bodies.ts'
import { fill } from '../fill.ts'
import { commitNamed, hasCommit } from '../hosting.ts'
import { nodeId } from '../node-id.ts'
import { paged } from '../paging.ts'
import { type Answer, type Call, invalid, Refusal, type Routes, textAt } from '../route.ts'
import { type CommitStatus, statusesOf } from '../state/statuses.ts'
import { announce } from '../webhooks/announce.ts'

const MOST_DESCRIPTION = 140
const MOST_PER_CONTEXT = 1000

export const statusRoutes: Routes = {
  'repos/create-commit-status': create,
  'repos/list-commit-statuses-for-ref': async call => {
    const newestFirst = onCommit(call, await commitAt(call)).reverse()
    return paged(call, newestFirst, status => statusBody(call, status))
  },
  'repos/get-combined-status-for-ref': combined,
}

async function create(call: Call): Promise<Answer> {
  const sha = textAt(call.path, 'sha')
  if (!(await hasCommit(call.repository, sha))) throw new Refusal(422, `No commit found for SHA: ${sha}`)
  const { description = null, target_url: targetUrl = null, context = 'default' } = call.body
  refuseBad(call, sha, { description, targetUrl, context })
  const status = {
    id: call.world.nextId(),
    sha,
    state: call.body.state as CommitStatus['state'],
    context: context as string,
    description: description as string | null,
    targetUrl: targetUrl as string | null,
    creator: call.actor.account.login,
    createdAt: nowIso(call),
  }
  statusesOf(call.repository).push(status)
  announce(call, 'status', undefined, seen => statusPayload(seen, status))
  return { status: 201, body: statusBody(call, status) }
}

/** Of an id, a branch or a tag. */
async function commitAt({ repository, path }: Call): Promise<string> {
  const named = textAt(path, 'ref')
  const sha = await commitNamed(repository, named)
  if (sha === undefined) throw new Refusal(404, `No commit found for SHA: ${named}`)
  return sha
}

interface StatusInput {
  readonly description: unknown
  readonly targetUrl: unknown
  readonly context: unknown
}

function refuseBad(call: Call, sha: string, { description, targetUrl, context }: StatusInput): void {
  const refuse = (field: string, message: string) =>
    invalid({ resource: 'Status', code: 'custom', field, message })
  if (typeof description === 'string' && [...description].length > MOST_DESCRIPTION) {
    throw refuse('description', `description is too long (maximum is ${MOST_DESCRIPTION} characters)`)
  }
  if (typeof targetUrl === 'string' && targetUrl !== '' && !/^https?:\/\//.test(targetUrl)) {
    throw refuse('target_url', 'target_url must use http(s) scheme')
  }
  if (onCommit(call, sha).filter(status => status.context === context).length >= MOST_PER_CONTEXT) {
    throw refuse('base', 'This SHA and context has reached the maximum number of statuses.')
  }
}

function onCommit({ repository }: Call, sha: string): CommitStatus[] {
  return statusesOf(repository).filter(status => status.sha === sha)
}

/** The newest of each context together: one failure or error is a failure, none at all is pending. */
async function combined(call: Call): Promise<Answer> {
  const sha = await commitAt(call)
  const newest = [...new Map(onCommit(call, sha).map(status => [status.context, status])).values()]
  const states = newest.map(({ state }) => state)
  const bad = states.some(state => state === 'failure' || state === 'error')
  const good = states.length > 0 && states.every(state => state === 'success')
  const api = apiRoot(call, call.repository)
  return {
    status: 200,
    body: fill('combined-commit-status', {
      state: bad ? 'failure' : good ? 'success' : 'pending',
      statuses: newest.map(status => withoutCreator(statusBody(call, status))),
      sha,
      total_count: newest.length,
      repository: repositoryFacts(call),
      commit_url: `${api}/commits/${encodeURIComponent(sha)}`,
      url: `${api}/commits/${encodeURIComponent(sha)}/status`,
    }),
  }
}

function statusPayload(call: Call, status: CommitStatus): object {
  const { repository } = call
  const email = `${status.creator}@users.noreply.github.com`.replace('[bot]', '')
  // A commit may be only a name here: who set the status stands for who made it.
  const signature = { name: status.creator, email, date: status.createdAt }
  return {
    id: status.id,
    sha: status.sha,
    name: fullName(repository),
    context: status.context,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    avatar_url: null,
    branches: [],
    commit: { sha: status.sha, commit: { author: signature, committer: signature } },
    created_at: status.createdAt,
    updated_at: status.createdAt,
  }
}

function withoutCreator({ creator: _, ...status }: Readonly<Record<string, unknown>>): object {
  return status
}

function statusBody(call: Call, status: CommitStatus): Readonly<Record<string, unknown>> {
  return fill('status', {
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    url: `${apiRoot(call, call.repository)}/statuses/${status.sha}`,
    avatar_url: String(userBody(call, status.creator).avatar_url),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: userBody(call, status.creator),
  })
}
