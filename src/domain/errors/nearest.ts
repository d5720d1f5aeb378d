import leven from 'leven'

/**
 * The candidate that `name` was most likely meant to be: the fewest typing errors, at most a third of the
 * longer name's length, case and `_` for `-` not counted; two letters that changed places are one error. Undefined
 * where nothing is near.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll('_', '-')
  let best: { readonly candidate: string; readonly distance: number } | undefined
  for (const candidate of candidates) {
    const limit = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3))
    const [typed, known] = [plain(name), plain(candidate)]
    const distance = isSwapped(typed, known) ? 1 : leven(typed, known, { maxDistance: limit + 1 })
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { candidate, distance }
  }
  return best?.candidate
}

/** Whether two neighbouring letters that change places make `a` of `b`. */
function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  return at >= 0 && a === b.slice(0, at) + b.charAt(at + 1) + b.charAt(at) + b.slice(at + 2)
}

/** `did you mean X?` or, where nothing is near, the list of what there is. */
export function suggestion(name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates)
  if (near !== undefined) return `did you mean \`${near}\`?`
  if (candidates.length === 0) return 'there is none yet'
  const shown = candidates.slice(0, 12).join(', ')
  return `choose one of ${shown}${candidates.length > 12 ? ` and ${candidates.length - 12} more` : ''}`
}
