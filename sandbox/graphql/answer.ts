import type { Exchange, Recognised } from '../exchange.ts'
import { type Actor, type Answer, Refusal } from '../route.ts'
import { ARCHIVED, permit, reaches } from '../session.ts'
import type { World } from '../world.ts'
import { executeGraphql, type GraphqlRequest, isQuery, operationName } from './execute.ts'
import { type GraphqlCall, GraphqlRefusal } from './resolver.ts'

/** A call of the GraphQL API. Its errors are answers of 200, as GitHub's are. */
export function answerGraphql(exchange: Exchange): Recognised {
  const request = requestIn(exchange.body.toString('utf8'))
  const name = request ? operationName(request) : '(no document)'
  return {
    name,
    route: name,
    resource: 'graphql',
    reads: request !== undefined && isQuery(request),
    async act(actor, world) {
      if (request === undefined) throw new Refusal(400, 'Problems parsing JSON')
      return executed(exchange, name, request, actor, world)
    },
  }
}

async function executed(
  exchange: Exchange,
  name: string,
  request: GraphqlRequest,
  actor: Actor,
  world: World,
): Promise<Answer> {
  const { answer, complaints, refusals } = await executeGraphql(request, callOf(exchange, actor, world))
  for (const complaint of complaints) exchange.violate('graphql', name, complaint)
  for (const refusal of refusals) exchange.violate('permission', name, refusal)
  return { status: 200, body: answer }
}

function callOf({ url, used, quotas }: Exchange, actor: Actor, world: World): GraphqlCall {
  return {
    world,
    actor,
    url,
    now: world.clock.now(),
    quota: resource => quotas.look(actor.token, resource, world.clock.now()),
    find(fullName) {
      const repository = world.repository(fullName) ?? world.movedFrom(fullName)
      return repository && reaches(world, actor, repository) ? repository : undefined
    },
    permit(repository, ...alternatives) {
      permit(world, actor, repository, alternatives, used)
      if (repository.archived && alternatives.every(wanted => Object.values(wanted).includes('write')))
        throw new GraphqlRefusal('FORBIDDEN', ARCHIVED)
    },
  }
}

function requestIn(body: string): GraphqlRequest | undefined {
  try {
    const { query, variables, operationName: named } = JSON.parse(body)
    if (typeof query !== 'string') return undefined
    return {
      query,
      ...(variables && { variables }),
      ...(typeof named === 'string' && { operationName: named }),
    }
  } catch {
    return undefined
  }
}
