/**
 * How much of a room each of several texts may take: what fits stays whole, and what is left is shared equally by the
 * longer ones (max-min fairness).
 *
 * @param lengths - Characters of each text as it is.
 * @param room - Characters for all of them, ≥ 0.
 * @returns The most characters that any of them may have; `Infinity` where all fit.
 */
export function fairShare(lengths: readonly number[], room: number): number {
  let left = room
  const rising = [...lengths].sort((a, b) => a - b)
  for (const [index, length] of rising.entries()) {
    const share = Math.floor(left / (rising.length - index))
    if (length > share) return Math.max(0, share)
    left -= length
  }
  return Number.POSITIVE_INFINITY
}

/**
 * The beginning of a Markdown text that fits: cut between two blocks, never inside a fold, a fence or a table, with a
 * line that says so. Only that line where nothing else fits, and nothing where not even it does.
 *
 * @param most - Characters.
 * @param note - Markdown of one line that says where the rest is.
 */
export function shortenMarkdown(text: string, most: number, note: string): string {
  if (text.length <= most) return text
  if (note.length > most) return ''
  const room = most - note.length - 2
  const cut = cutsOf(text).findLast(end => end <= room) ?? 0
  return cut === 0 ? note : `${text.slice(0, cut)}\n\n${note}`
}

/** Offsets at which a block has ended and none is open. */
function cutsOf(text: string): number[] {
  const cuts: number[] = []
  let [offset, folds, isFenced] = [0, 0, false]
  for (const line of text.split('\n')) {
    if (/^`{3,}/.test(line)) isFenced = !isFenced
    if (!isFenced && line.startsWith('<details>')) folds += 1
    if (!isFenced && line.startsWith('</details>')) folds -= 1
    // The blank line's own offset is the end of the block before it, its line end counted.
    if (line === '' && !isFenced && folds === 0 && offset > 0) cuts.push(offset - 1)
    offset += line.length + 1
  }
  return cuts
}
