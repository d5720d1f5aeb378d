/** Whether a token, or what is worth as much, may be sent there: over TLS, or on this machine; no name or password in it. */
export function isTokenAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  return url !== undefined && isSafe && url.username === '' && url.password === ''
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(?:\.\d+){3}$/.test(host)
  )
}
