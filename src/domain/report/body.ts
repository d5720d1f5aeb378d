import { fairShare, shortenMarkdown } from './fit.ts'
import { withoutMarkers } from './marker.ts'
import { mergeParts, type Part, type PartStamp, renderPart } from './part.ts'

/** What GitHub takes: a body of more characters is refused. */
export const BODY_LIMIT = 65_536

/** What a writer reports, which it can tell in more or in fewer words. */
export interface OwnPart extends PartStamp {
  /** Markdown of about `limit` characters at most. */
  render(limit: number): string
  /** Markdown of one line: where the rest of a report of a run is that had to be shortened. */
  note(run: number): string
}

/** The parts that a comment should hold, and whether one of them had to be shortened. */
export interface Composed {
  readonly parts: readonly Part[]
  readonly body: string
  readonly isShortened: boolean
}

/**
 * A comment's body with the writer's part and the newest of all others, by name. Where they do not fit together the
 * longest ones are shortened to an equal length: the writer's by its own words, the others at the end of a block.
 *
 * @param marker - The first line.
 * @param others - Parts of other names; of one name the newest counts.
 * @param limit - Characters (UTF-16 code units, never fewer than GitHub counts).
 */
export function composeBody(
  marker: string,
  others: readonly Part[],
  own: OwnPart,
  limit: number = BODY_LIMIT,
): Composed {
  const { name, run, attempt, at } = own
  const stamp = { name, run, attempt, at }
  const kept = mergeParts(others)
    .filter(part => part.name !== name)
    .map(part => ({ ...part, text: withoutMarkers(part.text).trim() }))
  const frame = [...kept, { ...stamp, text: '' }].map(part => renderPart({ ...part, text: '' }))
  const room = limit - marker.length - frame.reduce((sum, text) => sum + text.length + 2, 0)
  const whole = withoutMarkers(own.render(Number.MAX_SAFE_INTEGER)).trim()
  const share = fairShare([whole.length, ...kept.map(({ text }) => text.length)], room)
  const shorten = (part: Part): Part => ({
    ...part,
    text: shortenMarkdown(part.text, share, own.note(part.run)),
  })
  const text = whole.length <= share ? whole : withoutMarkers(own.render(share)).trim()
  const parts = mergeParts([...kept, { ...stamp, text }].map(shorten))
  return {
    parts,
    body: `${marker}\n${parts.map(renderPart).join('\n\n')}\n`,
    isShortened: share !== Number.POSITIVE_INFINITY,
  }
}
