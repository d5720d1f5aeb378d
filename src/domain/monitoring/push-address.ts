/**
 * Scheme, host and path of a server's address, without the slash at its end; undefined where it is none of http or https, or
 * holds more: whatever else an address holds may be a secret.
 */
export function plainServer(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isPlain = url?.username === '' && url.password === '' && url.search === '' && url.hash === ''
  if (url === undefined || !isPlain || !['http:', 'https:'].includes(url.protocol)) return undefined
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

/**
 * Where a Pushgateway keeps a group of metrics: its job first, then its labels in their order. A value that a path cannot hold,
 * since it has a slash, nothing or only dots in it, is written in base64 for addresses, as `=` where it is empty.
 *
 * @param server - As {@link plainServer} gives it.
 * @param labels - `job` among them.
 * @see https://github.com/prometheus/pushgateway#url
 */
export function pushAddress(
  server: string,
  { job, ...labels }: Readonly<Record<string, string>> & { readonly job: string },
): string {
  const parts = [['job', job] as const, ...Object.entries(labels)].map(([name, value]) =>
    /^\.{0,2}$|\//.test(value) ? `${name}@base64/${base64(value)}` : `${name}/${encodeURIComponent(value)}`,
  )
  return `${server}/metrics/${parts.join('/')}`
}

/** RFC 4648, section 5: nothing in it ends a part of a path. */
function base64(value: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(value))
  return value === '' ? '=' : btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
