import { DOCUMENTATION, type Exchange, type Recognised, refusalAnswer } from './exchange.ts'
import { checkAnswer, checkRequest, type ReadRequest } from './guard.ts'
import { type Alternatives, REQUIRED } from './permissions.ts'
import { type Actor, type Answer, type Call, invalid, notFound, Refusal } from './route.ts'
import { type Match, matchRoute, type Route } from './router.ts'
import { ARCHIVED, permit, reaches } from './session.ts'
import type { Repository, World } from './world.ts'

/** A call of the REST API: guarded on its way in and on its way out. */
export function answerRest(exchange: Exchange): Recognised {
  const { request, url } = exchange
  const method = request.method ?? ''
  const address = new URL(byName(exchange.world, request.url ?? '/'), url)
  const match = matchRoute(method, address.pathname)
  if (match === undefined) return unknownRoute(exchange, `${method} ${address.pathname}`)
  const { route } = match
  return {
    name: route.id,
    route: route.operation.path,
    operationId: route.id,
    resource: 'core',
    reads: method === 'GET',
    isOpen: route.id === 'apps/create-from-manifest',
    act: async (actor, world) =>
      movedAnswer(world, url, actor, match, address) ?? guarded(exchange, match, address, actor, world),
  }
}

/** `/repositories/ID/…`, where GitHub sends who asks by an earlier name, as the path that the description has. */
function byName({ state }: World, target: string): string {
  const [, id, rest = ''] = /^\/repositories\/(\d+)(.*)$/.exec(target) ?? []
  const found = [...state.repositories.values()].find(repository => repository.id === Number(id))
  return found === undefined ? target : `/repos/${found.owner}/${found.name}${rest}`
}

/** GitHub's answer under a name that a repository had before: what is no look keeps its method and its body. */
function movedAnswer(
  world: World,
  url: string,
  actor: Actor,
  { path, route }: Match,
  { pathname, search }: URL,
): Answer | undefined {
  const { owner, repo } = path
  const moved = owner !== undefined && repo !== undefined && world.movedFrom(`${owner}/${repo}`)
  if (!moved || !reaches(world, actor, moved)) return undefined
  const location = `${url}/repositories/${moved.id}${pathname
    .split('/')
    .slice(4)
    .map(part => `/${part}`)
    .join('')}${search}`
  const isLook = route.operation.method === 'GET'
  return {
    status: isLook ? 301 : 307,
    headers: { location },
    body: {
      message: isLook ? 'Moved Permanently' : 'Temporary Redirect',
      url: location,
      documentation_url: DOCUMENTATION,
    },
  }
}

function unknownRoute({ violate }: Exchange, called: string): Recognised {
  violate('route', called, 'the sandbox has no such route')
  return { name: called, route: called, resource: 'core', reads: true, act: () => Promise.reject(notFound()) }
}

async function guarded(
  exchange: Exchange,
  { route, path }: Match,
  address: URL,
  actor: Actor,
  world: World,
): Promise<Answer> {
  const answer = await answered(exchange, route, path, address, actor, world).catch(error =>
    refusalAnswer(exchange, route.id, error),
  )
  for (const complaint of checkAnswer(route.id, route.operation, answer)) {
    exchange.violate('answer', route.id, complaint)
  }
  return answer
}

async function answered(
  exchange: Exchange,
  route: Route,
  path: Match['path'],
  address: URL,
  actor: Actor,
  world: World,
): Promise<Answer> {
  const read = readRequest(exchange, route, path, address.searchParams)
  const repository = repositoryOf(world, actor, path)
  const allow = (alternatives: Alternatives) =>
    allowed(exchange, route.id, world, actor, repository, alternatives)
  if (!route.operation.forApps && actor.token.kind !== 'person') allow([{ 'a token of a person': 'read' }])
  allow(requiredFor(route.id))
  if (repository?.archived && route.operation.method !== 'GET') throw new Refusal(403, ARCHIVED)
  const call: Call = {
    ...read,
    world,
    actor,
    bytes: route.operation.takesBytes ? exchange.body : Buffer.alloc(0),
    contentType: exchange.request.headers['content-type'] ?? '',
    accept: exchange.request.headers.accept ?? '',
    url: exchange.url,
    target: address.pathname + address.search,
    now: world.clock.now(),
    quota: resource => exchange.quotas.look(actor.token, resource, world.clock.now()),
    permit: (...alternatives) => allow(alternatives),
    get repository() {
      if (repository === undefined) throw new Error(`${route.id} names no repository`)
      return repository
    },
  }
  return route.endpoint(call)
}

function readRequest(
  { body, tooLong, violate }: Exchange,
  route: Route,
  path: Match['path'],
  query: URLSearchParams,
): ReadRequest {
  if (tooLong !== undefined) throw tooLarge(route, tooLong)
  const { request, complaints } = checkRequest(route.id, route.operation, {
    path,
    query,
    body: route.operation.takesBytes ? undefined : parsed(body.toString('utf8')),
  })
  for (const complaint of complaints) violate('request', route.id, complaint)
  if (complaints.length > 0) throw new Refusal(422, `Invalid request. ${complaints.join('; ')}`)
  return request
}

/** GitHub's limit of an asset; what lies between that and what is read here is no call that a test makes. */
const MOST_ASSET_BYTES = 2 * 2 ** 30

function tooLarge({ operation }: Route, bytes: number): Refusal {
  if (!operation.takesBytes) return new Refusal(413, 'Payload Too Large')
  if (bytes < MOST_ASSET_BYTES) throw new Error(`the sandbox reads no body of ${bytes} bytes`)
  const message = `size must be less than or equal to ${MOST_ASSET_BYTES - 1}`
  return invalid({ resource: 'ReleaseAsset', code: 'custom', field: 'size', message })
}

function parsed(body: string): unknown {
  if (body === '') return undefined
  try {
    return JSON.parse(body)
  } catch {
    throw new Refusal(400, 'Problems parsing JSON')
  }
}

/** What the path names; a repository out of reach is told from a missing one by nothing. */
function repositoryOf(world: World, actor: Actor, { owner, repo }: Match['path']): Repository | undefined {
  if (owner === undefined || repo === undefined) return undefined
  const repository = world.repository(`${owner}/${repo}`)
  if (repository === undefined || !reaches(world, actor, repository)) throw notFound()
  return repository
}

function requiredFor(id: string): Alternatives {
  const alternatives = REQUIRED[id]
  if (alternatives === undefined) throw new Error(`permissions.ts has no row for ${id}`)
  return alternatives
}

function allowed(
  { used, violate }: Exchange,
  id: string,
  world: World,
  actor: Actor,
  repository: Repository | undefined,
  alternatives: Alternatives,
): void {
  try {
    permit(world, actor, repository, alternatives, used)
  } catch (error) {
    violate('permission', id, `${actor.account.login} was not granted ${JSON.stringify(alternatives)}`)
    throw error
  }
}
