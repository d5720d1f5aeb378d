import { type Composed, composeBody, type OwnPart } from './body.ts'
import { isMarked } from './marker.ts'
import { compareStamps, type Part, parseParts } from './part.ts'

/** A comment of our own identity, as it was found. */
export interface FoundComment {
  /** GitHub's number; rises with every comment. */
  readonly id: number
  readonly body: string
  /** Whether somebody folded it away. */
  readonly isMinimized: boolean
}

/** What is to be done so that one comment remains and holds the newest of each part. */
export type CommentPlan<C extends FoundComment> =
  | { readonly is: 'create'; readonly body: string; readonly isShortened: boolean }
  | {
      readonly is: 'update' | 'keep'
      readonly comment: C
      /** Of an update. */
      readonly body: string
      /** Younger comments of the same marker; what they hold stands in the body. */
      readonly duplicates: readonly C[]
      /** Whether somebody else writes to it too, so that nobody may write over what another wrote meanwhile. */
      readonly isShared: boolean
      /** Whether a later run reported already: what this one has to say is not shown any more. */
      readonly isSuperseded: boolean
      readonly isShortened: boolean
    }

/**
 * Plans what a writer does about the comments that it found. The oldest is kept; parts of all of them are merged, the
 * newest of each. Pure: done again on what it made, it plans `keep`.
 *
 * @param marker - The first line of the comment.
 * @param found - Comments of our own identity, in any order; those without the marker are left alone.
 */
export function planComment<C extends FoundComment>(
  marker: string,
  found: readonly C[],
  own: OwnPart,
): CommentPlan<C> {
  const ours = found.filter(({ body }) => isMarked(body, marker)).sort((a, b) => a.id - b.id)
  const [comment, ...duplicates] = ours
  if (comment === undefined) {
    const { body, isShortened } = composeBody(marker, [], own)
    return { is: 'create', body, isShortened }
  }
  const parts = ours.flatMap(({ body }) => parseParts(body))
  const mine = newestOf(parts.filter(({ name }) => name === own.name))
  const isSuperseded = mine !== undefined && isLater(mine, own)
  const composed = [
    isSuperseded ? standing(mine, own) : again(mine, own),
    ...(isSuperseded ? [] : [own]),
  ].map(part => composeBody(marker, parts, part))
  const unchanged = composed.find(({ body }) => isSameText(body, comment.body))
  const { body, isShortened } = unchanged ?? (composed.at(-1) as Composed)
  return {
    is: unchanged === undefined ? 'update' : 'keep',
    comment,
    body,
    duplicates,
    isShared: own.name !== '' || duplicates.length > 0 || parts.some(({ name }) => name !== own.name),
    isSuperseded,
    isShortened,
  }
}

function newestOf(parts: readonly Part[]): Part | undefined {
  return parts.toSorted(compareStamps).at(-1)
}

/** Whether a part is of a later run or attempt, or was written later in this one. */
function isLater(part: Part, own: OwnPart): boolean {
  return compareStamps(part, own) > 0
}

/** The part that stands there, in place of the writer's own. */
function standing({ run, attempt, at, text }: Part, own: OwnPart): OwnPart {
  return { ...own, run, attempt, at, render: () => text }
}

/** The writer's part under the stamp that stands there: what the same run says again, letter for letter, is no news. */
function again(mine: Part | undefined, own: OwnPart): OwnPart {
  return mine?.run === own.run ? { ...own, attempt: mine.attempt, at: mine.at } : own
}

/** GitHub may give line ends back as they are typed in a browser, and drops what stands behind the last word. */
function isSameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd()
  return plain(a) === plain(b)
}
