import { type AskedIn, parseAskedIn } from '../domain/conversation/asked-in.ts'
import type { KnownAsker } from '../domain/registry/asked-by.ts'
import type { Checks, Conversations, OwnApp, RecordedRun } from '../ports.ts'

/** Who had a run started, and where they asked for it. */
export interface RunAsked {
  readonly asker: KnownAsker | { readonly is: 'unknown' }
  /** Where an answer is waited for; undefined where the run was not started by the App. */
  readonly askedIn: AskedIn | undefined
}

/**
 * Who asked for what a run did: whoever started it by hand; nobody where a push or a schedule did. Of a run that the App
 * started its name tells the comment, whose author GitHub names, or the check run whose button was pressed, by whom the App
 * wrote down there itself. A name that somebody else gave a run tells nothing.
 */
export async function whoAsked(
  { event, actor, title }: Pick<RecordedRun, 'event' | 'actor' | 'title'>,
  { login }: OwnApp,
  { conversations, checks }: { readonly conversations: Conversations; readonly checks: Checks },
): Promise<RunAsked> {
  if (event === 'push' || event === 'schedule') return { asker: { is: 'none' }, askedIn: undefined }
  if (actor !== undefined && !actor.isBot)
    return { asker: { is: 'person', login: actor.login }, askedIn: undefined }
  const askedIn = actor?.login === login ? parseAskedIn(title) : undefined
  if (askedIn === undefined) return { asker: { is: 'unknown' }, askedIn }
  const person = await personAt(askedIn, conversations, checks)
  return { asker: person === undefined ? { is: 'unknown' } : { is: 'person', login: person }, askedIn }
}

/** Of a check run the last press alone is known. */
async function personAt(
  asked: AskedIn,
  conversations: Conversations,
  checks: Checks,
): Promise<string | undefined> {
  if (asked.is === 'comment') return (await conversations.read(asked.id))?.author?.login
  const check = await checks.read(asked.id)
  return check?.presses === asked.press ? check.pressedBy : undefined
}
