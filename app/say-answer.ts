import { saidAt, sayNow } from '../src/commands/say-once.ts'
import type { RunAsked } from '../src/commands/who-asked.ts'
import type { CommentTarget } from '../src/ports.ts'
import type { Reach } from './reach.ts'

type AskedIn = NonNullable<RunAsked['askedIn']>

/** Answers where something was asked for: one comment, which is brought up to date. */
export async function sayAnswer(asked: AskedIn, words: string, reach: Reach): Promise<void> {
  const target = await targetOf(asked, reach)
  if (target !== undefined) await sayNow(reach.ports.comments, target, subjectOf(asked), words)
}

/** The answer as it stands; undefined where there is none. */
export async function answerAt(asked: AskedIn, reach: Reach): Promise<string | undefined> {
  const target = await targetOf(asked, reach)
  return target && (await saidAt(reach.ports.comments, target, subjectOf(asked)))?.body
}

function subjectOf(asked: AskedIn): string {
  return asked.is === 'comment' ? `answer-${asked.id}` : `answer-check-${asked.id}-${asked.press}`
}

async function targetOf(
  asked: AskedIn,
  { conversations, checks, pulls }: Reach,
): Promise<CommentTarget | undefined> {
  if (asked.is === 'comment') {
    const comment = await conversations.read(asked.id)
    return comment && { is: comment.on, number: comment.number }
  }
  const head = (await checks.read(asked.id))?.head
  const pull = head === undefined ? undefined : await pulls.withHead(head)
  return pull && { is: 'pull-request', number: pull.number }
}
