import { ModelyardError } from '../domain/errors/index.ts'
import type { Comments, CommentTarget } from '../ports.ts'

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
  const marker = `<!-- modelyard ${subject} -->`
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = await comments.find(target, marker)
    if (found === undefined || found.length > 0) return
    const written = await comments.create(target, `${marker}\n${words}\n`)
    if (written.is !== 'unsure') return
  }
  throw new ModelyardError({
    code: 'remote-failed',
    message: 'whether GitHub took a comment is not known',
    next: 'run the step again in a while',
  })
}
