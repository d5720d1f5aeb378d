import { ModelyardError } from '../../domain/errors/index.ts'
import type { Prometheus } from '../../ports.ts'
import { openEndpoint } from './endpoint.ts'

/** Bytes of an answer: the buckets of one histogram are a thousandth of it. */
const MAX_ANSWER = 4 * 1024 * 1024
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Of the text format. */
const TEXT = 'text/plain; version=0.0.4; charset=utf-8'

/**
 * Prometheus servers and Pushgateways over HTTP. A token is sent along as a bearer token, by https: or to this machine alone.
 *
 * @param token - For servers that are asked; undefined or empty: none.
 * @param pushToken - For Pushgateways.
 */
export function openPrometheus(token: string | undefined, pushToken?: string | undefined): Prometheus {
  const asked = openEndpoint(MAX_ANSWER, bearer(token, 'MODELYARD_PROMETHEUS_TOKEN'))
  const pushed = openEndpoint(MAX_ANSWER, bearer(pushToken, 'MODELYARD_PUSHGATEWAY_TOKEN'))
  return {
    ask: (url, options) => asked.call({ method: 'GET', url, ...options }),
    push: (url, text, options) =>
      pushed.call({ method: 'PUT', url, body: text, contentType: TEXT, ...options }),
  }
}

function bearer(token: string | undefined, variable: string): (url: URL) => Readonly<Record<string, string>> {
  return url => {
    if (token === undefined || token === '') return {}
    if (url.protocol === 'https:' || LOOPBACK.test(url.hostname)) return { authorization: `Bearer ${token}` }
    throw new ModelyardError({
      code: 'bad-input',
      message: `${url.host} would get the token of ${variable} as plain text`,
      next: 'name an https: address, or leave the token out',
    })
  }
}
