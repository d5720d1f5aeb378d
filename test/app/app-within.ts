import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { readSettings } from '../../app/settings.ts'
import { startApp } from '../../app/start-app.ts'
import { type AppOptions, atRest, installedApp, manifest, metricAt } from '../support/app.ts'
import type { Scene } from '../support/sandbox.ts'

/**
 * The App beside the test, which still meets GitHub over HTTP alone. It is not told anything by itself: deliveries are
 * posted by whoever has them.
 */
export async function appWithin(scene: Pick<Scene, 'sandbox' | 'repository'>, options: AppOptions = {}) {
  const { env, ...installed } = await installedApp(scene, options)
  process.env.LOG_LEVEL = 'silent'
  const app = await startApp(readSettings(env))
  onTestFinished(() => app.stop())
  const url = `${app.server.url}/api/github/webhooks`
  return {
    ...installed,
    events: manifest.default_events,
    url,
    sweep: app.sweep,
    metric: (name: string) => metricAt(app.metrics.url, name),
    settled: (delivered: () => Promise<unknown> = async () => {}) =>
      atRest(app.metrics.url, delivered, () => 'see its log', 8),
    /** With what it tries again. */
    triedAgain: () =>
      atRest(
        app.metrics.url,
        async () => {},
        () => 'see its log',
        20,
        true,
      ),
  }
}

/** A delivery that waits in the mailbox. */
export interface Letter {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Takes deliveries in the App's place, so that somebody can lose, repeat and shuffle them before it hears of them. */
export async function mailbox() {
  const letters: Letter[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      name.startsWith('x-') || name === 'content-type' ? [[name, String(value)]] : [],
    )
    letters.push({
      headers: Object.fromEntries(headers) as Record<string, string>,
      body: Buffer.concat(chunks).toString('utf8'),
    })
    response.end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** All that waits, which waits no more. */
    take: () => letters.splice(0),
  }
}

/** @returns The status of the answer. */
export async function post(url: string, { headers, body }: Letter): Promise<number> {
  const answer = await fetch(url, { method: 'POST', headers, body })
  await answer.body?.cancel()
  return answer.status
}
