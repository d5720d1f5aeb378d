import { ModelyardError } from '../../domain/errors/index.ts'
import type { Prometheus } from '../../ports.ts'
import { openEndpoint } from './endpoint.ts'

/** Bytes of an answer: the buckets of one histogram are a thousandth of it. */
const MAX_ANSWER = 4 * 1024 * 1024
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Prometheus servers over HTTP.
 *
 * @param token - Sent along as a bearer token, by https: or to this machine alone; undefined or empty: none.
 */
export function openPrometheus(token: string | undefined): Prometheus {
  const endpoint = openEndpoint(MAX_ANSWER, url => {
    if (token === undefined || token === '') return {}
    if (url.protocol === 'https:' || LOOPBACK.test(url.hostname)) return { authorization: `Bearer ${token}` }
    throw new ModelyardError({
      code: 'bad-input',
      message: `${url.host} would get the token of MODELYARD_PROMETHEUS_TOKEN as plain text`,
      next: 'name an https: address, or leave the token out',
    })
  })
  return { ask: (url, options) => endpoint.call({ method: 'GET', url, ...options }) }
}
