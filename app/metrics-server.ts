import { createServer } from 'node:http'
import type { Metrics } from './metrics.ts'
import { type Listening, listening, type RunningServer } from './server.ts'

/** On a port of its own, which is not for the world. */
export function startMetricsServer(at: Listening, metrics: Metrics): Promise<RunningServer> {
  const server = createServer((request, response) => {
    const isAsked = request.method === 'GET' && request.url === '/metrics'
    response.writeHead(isAsked ? 200 : 404, { 'content-type': 'text/plain; version=0.0.4' })
    response.end(isAsked ? metrics.text() : '')
  })
  return listening(server, at)
}
