import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import type { MetricFamily } from '../domain/monitoring/metric-definitions.ts'
import { plainServer, pushAddress } from '../domain/monitoring/push-address.ts'
import type { Ports, Reply } from '../ports.ts'
import type { Watch } from './define.ts'

/** Of every measurement that a schedule runs, beside `metrics`. */
export const pushgateway = z
  .optional(
    z.string().check(
      z.maxLength(4000),
      z.refine(address => plainServer(address) !== undefined, {
        error: 'a plain http: or https: address, like http://pushgateway:9091',
      }),
    ),
  )
  .check(
    z.describe(
      'The address of a Pushgateway to hand it to, too; a token is read from MODELYARD_PUSHGATEWAY_TOKEN.',
    ),
  )

/** One group of metrics is a thousandth of what takes so long. */
const PUSH_MS = 10_000
/** Of what a Pushgateway says, so much is told. */
const MOST_SAID = 200

/** Where a run's metrics go. */
export interface MetricPlaces {
  /** A file of the user's. */
  readonly metrics?: string | undefined
  /** The address of a Pushgateway. */
  readonly pushgateway?: string | undefined
}

/**
 * Hands out what a run found for Prometheus: to a file, whole or not at all, and to a Pushgateway. What was found is not lost
 * because a gateway is: then the result says so, and its outcome stays.
 *
 * @param monitor - As in the metrics: a group of its own, since a push takes the place of all that its group held.
 * @returns The result, with a remark where the gateway did not take it.
 * @throws {ModelyardError} `cannot-write`; `interrupted`.
 */
export async function handOutMetrics<R extends { readonly model: string; readonly remarks: string[] }>(
  result: R,
  monitor: string,
  families: readonly MetricFamily[],
  { metrics, pushgateway }: MetricPlaces,
  { artifacts, reports, prometheus }: Pick<Ports, 'artifacts' | 'reports' | 'prometheus'>,
  { signal }: Watch,
): Promise<R> {
  if (metrics === undefined && pushgateway === undefined) return result
  const text = reports.renderMetrics(families)
  if (metrics !== undefined) await artifacts.write(metrics, new TextEncoder().encode(text))
  const server = pushgateway === undefined ? undefined : plainServer(pushgateway)
  if (server === undefined) return result
  const url = pushAddress(server, { job: 'modelyard', model: result.model, monitor })
  const wrong = await pushed(() => prometheus.push(url, text, { timeoutMs: PUSH_MS, signal }))
  if (wrong === undefined) return result
  return { ...result, remarks: [...result.remarks, `the metrics did not reach ${server}: ${wrong}`] }
}

/** @returns What went wrong and what to do; undefined where the gateway took it. */
async function pushed(push: () => Promise<Reply>): Promise<string | undefined> {
  try {
    const reply = await push()
    if (reply.is === 'nothing')
      return `${reply.detail}; see that the address is that of a Pushgateway that runs`
    const { status, text } = reply
    if (status === 200 || status === 202) return undefined
    if (status === 401 || status === 403)
      return `it refuses (status ${status}); give a token in the environment, MODELYARD_PUSHGATEWAY_TOKEN`
    const said = text.trim().slice(0, MOST_SAID)
    return `it answered with status ${status}${said === '' ? '' : ` (${said})`}; see that the address is that of a Pushgateway`
  } catch (error) {
    // That a token would go out as plain text is known here first.
    if (!(error instanceof ModelyardError) || error.code !== 'bad-input') throw error
    return `${error.message}; ${error.next}`
  }
}
