import leven from 'leven'

/**
 * The candidate that `name` was most likely meant to be: the fewest typing errors, at most a third of the
 * longer name's length, case and `_` for `-` not counted. Undefined where nothing is near.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll('_', '-')
  let best: { readonly candidate: string; readonly distance: number } | undefined
  for (const candidate of candidates) {
    const limit = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3))
    const distance = leven(plain(name), plain(candidate), { maxDistance: limit + 1 })
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { candidate, distance }
  }
  return best?.candidate
}

/** `did you mean X?` or, where nothing is near, the list of what there is. */
export function suggestion(name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates)
  if (near !== undefined) return `did you mean \`${near}\`?`
  if (candidates.length === 0) return 'there is none yet'
  const shown = candidates.slice(0, 12).join(', ')
  return `choose one of ${shown}${candidates.length > 12 ? ` and ${candidates.length - 12} more` : ''}`
}
