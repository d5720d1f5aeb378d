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
  'pull-request-edited',
  'pull-request-labeled',
  'pull-request-unlabeled',
  'pull-request-review-requested',
  'pull-request-ready-for-review',
  'pull-request-converted-to-draft',
  'pull-request-review-submitted',
  'pull-request-review-dismissed',
  'issues-opened',
  'issues-edited',
  'issues-closed',
  'issues-reopened',
  'issues-labeled',
  'issues-unlabeled',
  'check-run-created',
  'check-run-completed',
  'check-run-rerequested',
  'check-run-requested-action',
  'workflow-run-requested',
  'workflow-run-in-progress',
  'workflow-run-completed',
  'workflow-dispatch',
  'deployment-created',
  'deployment-status-created',
  'installation-created',
  'installation-deleted',
  'installation-suspend',
  'installation-unsuspend',
  'installation-new-permissions-accepted',
  'installation-repositories-added',
  'installation-repositories-removed',
  'repository-renamed',
  'repository-transferred',
  'repository-archived',
  'repository-unarchived',
  'repository-edited',
  'deployment-protection-rule-requested',
  'merge-group-checks-requested',
  'merge-group-destroyed',
]

/** Whose hooks alone hear of something: those of all Apps, or of the App of that number. */
export type Audience = 'apps' | number

export interface Announcement {
  readonly event: string
  readonly action: string | undefined
  readonly actor: Pick<Actor, 'account'>
  /** What the payload says beside action, repository and sender. */
  readonly payload: (call: Call) => object
  /** Every hook of the repository when left out. */
  readonly audience?: Audience | undefined
  /** `app`: about an App's installation, and about no repository; told once to each of its addresses. */
  readonly about: 'repository' | 'app'
}

export interface Changed {
  readonly world: World
  readonly repository: Repository
  readonly actor: Pick<Actor, 'account'>
}

/** Remembers that something changed, for the hooks of the repository; what a job's own token does is among it. */
export function announce(
  { repository, actor }: Changed,
  event: string,
  action: string | undefined,
  payload: Announcement['payload'],
  audience?: Audience,
  about: Announcement['about'] = 'repository',
): void {
  const waiting = announcementsOf(repository)
  waiting.push({ event, action, actor, payload, audience, about })
}

/** What was not delivered yet, oldest first. */
export function announcementsOf({ resources }: Repository): Announcement[] {
  const known = resources.get('announcements') as Announcement[] | undefined
  if (known !== undefined) return known
  const made: Announcement[] = []
  resources.set('announcements', made)
  return made
}
