import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Hook } from '../../sandbox/webhooks/deliver.ts'
import type { Scene } from '../support/sandbox.ts'

export const SECRET = 'it is a secret'

export interface Heard {
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** Who listens: answers with the statuses in turn, then 204; to 0 never. */
export async function receiver(...statuses: number[]) {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8').on('data', part => {
      text += part
    })
    request.on('end', () => {
      heard.push({ headers: request.headers, text })
      const status = statuses.shift() ?? 204
      if (status !== 0) response.writeHead(status).end()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

/** Event and action of each. */
export const told = (heard: readonly Heard[]) =>
  heard.map(({ headers, text }) =>
    [headers['x-github-event'], JSON.parse(text).action].filter(Boolean).join(' '),
  )

/** A hook of the scene's repository; what it has heard since it was asked last, each payload with what it is told as. */
export async function hearing(
  { sandbox, repository }: Pick<Scene, 'sandbox' | 'repository'>,
  facts: Partial<Pick<Hook, 'events' | 'app'>> = {},
) {
  const { heard, url } = await receiver()
  sandbox.webhooks.add({ repository, url, secret: SECRET, ...facts })
  return async () => {
    await sandbox.webhooks.settled()
    const news = heard.splice(0)
    return told(news).map((as, at) => ({ as, ...JSON.parse(news[at]?.text ?? '') }))
  }
}
