import { ModelyardError } from '../domain/errors/index.ts'
import type { Comments, CommentTarget, OwnComment } from '../ports.ts'

const MOST_ROUNDS = 3

/**
 * Leaves one comment of ours with these words, however often it is called. A place that is gone, or where nobody may
 * comment, is left without one.
 *
 * @param subject - What tells it from our other comments there, in letters, digits and dashes.
 */
export async function sayOnce(
  comments: Comments,
  target: CommentTarget,
  subject: string,
  words: string,
): Promise<void> {
  await say(comments, target, subject, words, async () => true)
}

/** The same, where the words may be others by now: the one comment is brought up to date. */
export async function sayNow(
  comments: Comments,
  target: CommentTarget,
  subject: string,
  words: string,
): Promise<void> {
  await say(comments, target, subject, words, async (comment, body) => {
    if (comment.body.replaceAll('\r\n', '\n').trim() === body.trim()) return true
    return (await comments.update(target, comment, body)).is !== 'unsure'
  })
}

/** What was said about a subject as it stands there; undefined where nothing was, or where nobody may look. */
export async function saidAt(
  comments: Comments,
  target: CommentTarget,
  subject: string,
): Promise<OwnComment | undefined> {
  return (await comments.find(target, markerOf(subject)))?.[0]
}

const markerOf = (subject: string) => `<!-- modelyard ${subject} -->`

/** @param settle - Whether a comment that is there stands as it should. */
async function say(
  comments: Comments,
  target: CommentTarget,
  subject: string,
  words: string,
  settle: (comment: OwnComment, body: string) => Promise<boolean>,
): Promise<void> {
  const marker = markerOf(subject)
  const body = `${marker}\n${words}\n`
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = await comments.find(target, marker)
    if (found === undefined) return
    const [first] = found
    if (first === undefined) {
      if ((await comments.create(target, body)).is !== 'unsure') return
    } else if (await settle(first, body)) return
  }
  throw new ModelyardError({
    code: 'remote-failed',
    message: 'whether GitHub took a comment is not known',
    next: 'run the step again in a while',
  })
}
