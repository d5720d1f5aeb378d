import type { IncomingMessage, ServerResponse } from 'node:http'
import { pushViolation, type Violation } from './branch-rules.ts'
import { forbiddenWorkflow, workflowMessage } from './branches.ts'
import type { LoggedCall } from './exchange.ts'
import { followMoves, type Move } from './follow-pulls.ts'
import type { RefUpdate, Refused } from './git/receive.ts'
import { type Access, type Credentials, type GitDoor, serveGit } from './git/smart-http.ts'
import { hostedGit } from './hosting.ts'
import type { Level } from './roles.ts'
import { type Actor, Refusal } from './route.ts'
import { authenticate, permit, reaches, type UsedPermissions } from './session.ts'
import type { ViolationKind } from './violations.ts'
import type { Repository, World } from './world.ts'

/** What of the sandbox git over HTTP needs. */
export interface GitHost {
  readonly world: World
  readonly used: UsedPermissions
  violate(kind: ViolationKind, call: string, message: string): void
}

export interface GitCall {
  readonly owner: string
  readonly name: string
  readonly service: 'git-upload-pack' | 'git-receive-pack'
}

const PATH = /^\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/(?:info\/refs\?service=)?(git-(?:upload|receive)-pack)$/

/** What a URL asks by git's protocol; undefined for any other. */
export function gitCallOf(url: string): GitCall | undefined {
  const [, owner = '', name = '', service] = PATH.exec(url) ?? []
  return service === undefined ? undefined : { owner, name, service: service as GitCall['service'] }
}

/** Answers git's own protocol for a repository of the world; the entry for the log. */
export async function answerGit(
  host: GitHost,
  { owner, name, service }: GitCall,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<LoggedCall> {
  const entry = {
    method: request.method ?? '',
    route: service,
    // Each push begins with a look.
    ...(service === 'git-receive-pack' && request.method === 'POST' && { writes: true as const }),
  }
  const repository = host.world.repository(`${owner}/${name}`)
  const bare = repository && hostedGit(repository)
  const moved = host.world.movedFrom(`${owner}/${name}`)
  if (moved !== undefined) {
    const place = (request.url ?? '').replace(`/${owner}/${name}`, `/${moved.owner}/${moved.name}`)
    response.writeHead(301, { location: place }).end()
    return { ...entry, status: 301 }
  }
  if (repository === undefined || bare === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Repository not found.\n')
    return { ...entry, status: 404 }
  }
  let actor: Actor | undefined
  const door = doorOf(host, repository)
  await serveGit(request, response, bare, {
    ...door,
    async authorize(credentials, access) {
      const granted = await door.authorize(credentials, access)
      if ('actor' in granted) actor = granted.actor
      return granted
    },
  })
  return { ...entry, ...(actor && { actor: actor.account.login }), status: response.statusCode }
}

function doorOf({ world, used, violate }: GitHost, repository: Repository): GitDoor<Actor> {
  const moveBy = (actor: Actor): Move => ({ world, repository, actor })
  return {
    authorize: (credentials, access) => admit({ world, used, violate }, repository, credentials, access),
    async judge(update, actor) {
      const violation = await pushViolation(world, repository, update, actor)
      if (violation !== undefined) return declined(update, violation)
      const workflow = await forbiddenWorkflow(moveBy(actor), update)
      return workflow === undefined ? undefined : { reason: workflowMessage(workflow) }
    },
    pushed: (updates, actor) => followMoves(moveBy(actor), updates),
  }
}

/** Who shows these credentials, where they may read or write the contents; otherwise what is answered. */
export function admit(
  { world, used, violate }: GitHost,
  repository: Repository,
  credentials: Credentials | undefined,
  access: Level & ('read' | 'write'),
): Access<Actor> {
  if (credentials === undefined) return { status: 401, message: 'No anonymous read access.' }
  const actor = actorOf(world, credentials)
  if (actor === undefined) return { status: 401, message: 'Invalid username or token.' }
  if (!reaches(world, actor, repository)) return { status: 404, message: 'Repository not found.' }
  try {
    permit(world, actor, repository, [{ contents: access }], used)
    if (repository.archived && access === 'write')
      return { status: 403, message: 'This repository was archived so it is read-only.' }
    return { actor }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    violate('permission', `git ${access}`, `${actor.account.login} was not granted contents: ${access}`)
    return { status: 403, message: 'Write access to repository not granted.' }
  }
}

function actorOf(world: World, { token }: Credentials): Actor | undefined {
  try {
    return authenticate(world, `token ${token}`)
  } catch {
    return undefined
  }
}

/** As GitHub's hooks put it. */
function declined({ name }: RefUpdate, { by, problems }: Violation): Refused {
  const lines = problems.map(problem => `- ${problem}`).join('\n')
  return by === 'protection'
    ? {
        reason: 'protected branch hook declined',
        message: `error: GH006: Protected branch update failed for ${name}.\n${lines}`,
      }
    : {
        reason: 'push declined due to repository rule violations',
        message: `error: GH013: Repository rule violations found for ${name}.\n${lines}`,
      }
}
