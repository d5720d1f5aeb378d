import { ModelyardError } from '../../domain/errors/index.ts'
import type { CommentTarget, OwnComment, Taken } from '../../ports.ts'
import type { Api } from './api.ts'
import { countOf, textOf, valueAt } from './event.ts'

/** Longer than a writer's calls can take, their waits among them: who is not done by then was killed. */
const LEASE_MS = 120_000
/** Time in which a write must be begun. */
const WORK_MS = 25_000
const HELD = 201

/**
 * Takes a comment for one writer by a reaction of our own identity: GitHub makes it once and answers 201 to whoever
 * made it, 200 to everyone else, with its age. One that is too old is taken away, by its number, so that nobody takes
 * away the next one.
 *
 * @see https://docs.github.com/en/rest/reactions/reactions#create-reaction-for-an-issue-comment
 */
export async function takeComment(
  api: Api,
  repository: Readonly<Record<'owner' | 'repo', string>>,
  target: CommentTarget,
  { id }: OwnComment,
  wanted: string,
  now: () => number,
): Promise<Taken> {
  const path = `/repos/{owner}/{repo}/${target.is === 'commit' ? '' : 'issues/'}comments/{comment_id}/reactions`
  const parameters = { ...repository, comment_id: id }
  const begun = now()
  const answer = await api.request(`POST ${path}`, { ...parameters, content: 'eyes' }, wanted)
  // Without an answer it may be ours; nobody can tell, and it ends by itself.
  if (answer.is === 'unsure') return { is: 'busy' }
  if (answer.is !== 'answer') return { is: answer.is }
  const reaction = countOf(valueAt(answer.data, ['id']))
  const remove = async () => {
    if (reaction !== undefined)
      await api.request(`DELETE ${path}/{reaction_id}`, { ...parameters, reaction_id: reaction }, wanted)
  }
  if (answer.status === HELD) {
    return {
      is: 'taken',
      holds: () => now() - begun < WORK_MS,
      async giveBack() {
        try {
          await remove()
        } catch (error) {
          // What was written stands; the comment is free again by itself.
          if (!(error instanceof ModelyardError)) throw error
        }
      },
    }
  }
  const made = Date.parse(textOf(valueAt(answer.data, ['created_at'])) ?? '')
  if ((answer.date ?? now()) - made > LEASE_MS) await remove()
  return { is: 'busy' }
}
