import { createHmac } from 'node:crypto'
import { judging } from './judging.ts'

interface Sent {
  readonly secret?: string
  readonly event?: string
  readonly headers?: Readonly<Record<string, string | undefined>>
}

export const signed = (body: string, secret: string) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

/** The App in a scene, and whoever sends it something. */
export async function door(options: Parameters<typeof judging>[0] = {}) {
  const scene = await judging(options)
  const { app } = scene
  const send = async (
    body: string,
    { secret = app.secret, event = 'pull_request', headers = {} }: Sent = {},
  ) => {
    const all = {
      'content-type': 'application/json',
      'x-github-event': event,
      'x-github-delivery': crypto.randomUUID(),
      'x-hub-signature-256': signed(body, secret),
      ...headers,
    }
    const given = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
    const answer = await fetch(app.url, {
      method: 'POST',
      body,
      headers: Object.fromEntries(given) as Record<string, string>,
    })
    return answer.status
  }
  return { ...scene, send }
}

export const payload = (more: object = {}) =>
  JSON.stringify({
    action: 'opened',
    installation: { id: 1 },
    repository: { id: 1, full_name: 'acme/models' },
    pull_request: { number: 1 },
    ...more,
  })
