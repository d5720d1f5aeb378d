import type { DataColumn } from '../domain/comparison/input-plan.ts'
import type { Predicted } from '../domain/contract/predicted.ts'
import type { Protocol } from '../domain/contract/protocol.ts'
import type { Endpoint, Reply } from '../ports.ts'
import type { Watch } from './define.ts'

export interface EndpointUnderTest {
  readonly endpoint: Endpoint
  readonly url: string
  readonly protocol: Protocol
  readonly timeoutMs: number
  readonly columns: readonly DataColumn[]
  /** What the artifact itself predicts for some rows, in a form that an answer of this width can be held to. */
  expectedFor(given: Predicted): Predicted
}

/** An endpoint's answer to rows: predictions, a refusal of the caller's fault, or something that it must not do. */
export type Answer =
  | { readonly is: 'predictions'; readonly predicted: Predicted; readonly contentType: string }
  | { readonly is: 'refusal'; readonly status: number }
  | { readonly is: 'wrong'; readonly why: string; readonly gone: boolean }

/** Asks once. */
export async function ask(
  { endpoint, url, timeoutMs, protocol }: EndpointUnderTest,
  body: string,
  { signal }: Watch,
): Promise<Answer> {
  return read(await endpoint.call({ method: 'POST', url, body, timeoutMs, signal }), protocol)
}

function read(reply: Reply, protocol: Protocol): Answer {
  if (reply.is === 'nothing') {
    const { why, detail } = reply
    const said = {
      'timed-out': 'timed out',
      'too-large': 'its answer is too large',
      redirected: 'it redirects',
      unreachable: 'it cannot be reached',
      cut: 'it ended the connection',
    }[why]
    return { is: 'wrong', why: `${said}: ${detail}`, gone: why === 'timed-out' || why === 'unreachable' }
  }
  const { status, contentType, text } = reply
  if (status >= 400 && status < 500) return { is: 'refusal', status }
  if (status < 200 || status >= 300)
    return { is: 'wrong', why: `it answers with status ${status}`, gone: false }
  const decoded = protocol.decode(text)
  if ('unreadable' in decoded) return { is: 'wrong', why: decoded.unreadable, gone: false }
  return { is: 'predictions', predicted: decoded.predicted, contentType }
}
