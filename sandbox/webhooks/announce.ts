import type { Actor, Call } from '../route.ts'
import type { Repository, World } from '../world.ts'

/** The payloads that are sent, by event and action as GitHub's description names them. */
export const WEBHOOKS = [
  'push',
  'status',
  'issue-comment-created',
  'issue-comment-edited',
  'issue-comment-deleted',
  'pull-request-opened',
  'pull-request-synchronize',
  'pull-request-closed',
  'pull-request-reopened',
]

export interface Announcement {
  readonly event: string
  readonly action: string | undefined
  readonly actor: Actor
  /** What the payload says beside action, repository and sender. */
  readonly payload: (call: Call) => object
}

interface Changed {
  readonly world: World
  readonly repository: Repository
  readonly actor: Actor
}

/** Remembers that something changed, for the hooks of the repository; what a job's own token does is among it. */
export function announce(
  { repository, actor }: Changed,
  event: string,
  action: string | undefined,
  payload: Announcement['payload'],
): void {
  const waiting = announcementsOf(repository)
  waiting.push({ event, action, actor, payload })
}

/** What was not delivered yet, oldest first. */
export function announcementsOf({ resources }: Repository): Announcement[] {
  const known = resources.get('announcements') as Announcement[] | undefined
  if (known !== undefined) return known
  const made: Announcement[] = []
  resources.set('announcements', made)
  return made
}
