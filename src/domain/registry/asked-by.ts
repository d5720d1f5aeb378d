/** Who asked for a move; `none` for what the pipeline opens by itself. */
export type KnownAsker = { readonly is: 'person'; readonly login: string } | { readonly is: 'none' }

const KEY = 'Asked-by: '
/** No login is written without its `@`. */
const NOBODY = 'nobody'
const UNKNOWN = 'unknown'

/** The line of a commit's message that says who asked for it, also that it is not known: what stands above it counts less. */
export function renderAsker(asker: KnownAsker | { readonly is: 'unknown' }): string {
  if (asker.is === 'unknown') return `${KEY}${UNKNOWN}`
  return asker.is === 'none' ? `${KEY}${NOBODY}` : `${KEY}@${asker.login}`
}

/**
 * Who asked, by the last line of a commit's message that says so. Whoever wrote the message said it: whether that is to be
 * believed is the caller's to know.
 */
export function parseAsker(message: string): KnownAsker | undefined {
  const said = message
    .split(/\r?\n/)
    .findLast(line => line.startsWith(KEY))
    ?.slice(KEY.length)
  if (said === NOBODY) return { is: 'none' }
  const [, login] = /^@([A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))$/.exec(said ?? '') ?? []
  return login === undefined ? undefined : { is: 'person', login }
}
