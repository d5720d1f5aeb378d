import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LoggedCall } from './exchange.ts'
import { type Artifact, runsOf } from './state/runs.ts'
import type { Repository, World } from './world.ts'

const PREFIX = '/_storage/'

/** The address under which everybody who knows it gets an archive: its own signature, no token. */
export function storageUrl(url: string, { id: repository }: Repository, { id }: Artifact): string {
  return `${url}${PREFIX}${repository}/${id}?sig=sandbox`
}

export function isStorageCall(url: string): boolean {
  return url.startsWith(PREFIX)
}

/** Answers as the store does to which GitHub sends: bytes, and a refusal to whoever shows it GitHub's token. */
export function answerStorage(world: World, request: IncomingMessage, response: ServerResponse): LoggedCall {
  const entry = { method: request.method ?? '', route: `${PREFIX}artifact` }
  const [, repository, artifact] = /^\/_storage\/(\d+)\/(\d+)\?sig=sandbox$/.exec(request.url ?? '') ?? []
  const found = [...world.state.repositories.values()]
    .filter(({ id }) => id === Number(repository))
    .flatMap(one => runsOf(one).flatMap(({ artifacts }) => artifacts))
    .find(({ id }) => id === Number(artifact))
  const status = request.headers.authorization !== undefined ? 400 : found === undefined ? 404 : 200
  response.writeHead(status, { 'content-type': 'application/zip' })
  response.end(status === 200 ? found?.zip : undefined)
  return { ...entry, status }
}
