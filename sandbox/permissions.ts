import { atLeast, type Granted, type Level } from './roles.ts'
import type { Token } from './world.ts'

/** Sets of permissions of which one is enough; what a token uses is counted by the first that it has. */
export type Alternatives = readonly Granted[]

const METADATA: Alternatives = [{ metadata: 'read' }]
const DISCUSSION_READ: Alternatives = [{ pull_requests: 'read' }, { issues: 'read' }]
const DISCUSSION_WRITE: Alternatives = [{ pull_requests: 'write' }, { issues: 'write' }]
const only = (name: string, level: Level): Alternatives => [{ [name]: level }]
const CONTENTS_READ = only('contents', 'read')
const CONTENTS_WRITE = only('contents', 'write')

/**
 * What an App's token needs for an operation; nothing at all where a row is empty.
 *
 * @see https://docs.github.com/rest/authentication/permissions-required-for-github-apps (version 2026-03-10)
 */
export const REQUIRED: Readonly<Record<string, Alternatives>> = {
  'rate-limit/get': [],
  // A token that the App signed itself stands for it, and has no permissions.
  'apps/get-authenticated': [],
  // Without a token.
  'apps/create-from-manifest': [],
  'apps/create-installation-access-token': [],
  'apps/list-installations': [],
  'apps/list-repos-accessible-to-installation': METADATA,
  'users/get-authenticated': [],
  'users/get-by-username': [],
  'repos/get': METADATA,

  'issues/list-for-repo': DISCUSSION_READ,
  'issues/get': DISCUSSION_READ,
  'issues/create': only('issues', 'write'),
  'issues/update': DISCUSSION_WRITE,
  'issues/lock': DISCUSSION_WRITE,
  'issues/unlock': DISCUSSION_WRITE,
  'issues/list-comments': DISCUSSION_READ,
  'issues/list-comments-for-repo': DISCUSSION_READ,
  'issues/get-comment': DISCUSSION_READ,
  'issues/create-comment': DISCUSSION_WRITE,
  'issues/update-comment': DISCUSSION_WRITE,
  'issues/delete-comment': DISCUSSION_WRITE,

  'repos/list-comments-for-commit': METADATA,
  'repos/get-commit-comment': METADATA,
  'repos/create-commit-comment': only('contents', 'read'),
  'repos/update-commit-comment': only('contents', 'write'),
  'repos/delete-commit-comment': only('contents', 'write'),

  'reactions/list-for-issue-comment': DISCUSSION_READ,
  'reactions/create-for-issue-comment': DISCUSSION_WRITE,
  'reactions/delete-for-issue-comment': DISCUSSION_WRITE,
  'reactions/list-for-commit-comment': METADATA,
  'reactions/create-for-commit-comment': only('contents', 'write'),
  'reactions/delete-for-commit-comment': only('contents', 'write'),

  'repos/create-commit-status': only('statuses', 'write'),
  'repos/list-commit-statuses-for-ref': only('statuses', 'read'),
  'repos/get-combined-status-for-ref': only('statuses', 'read'),

  'checks/create': only('checks', 'write'),
  'checks/update': only('checks', 'write'),
  'checks/get': only('checks', 'read'),
  'checks/list-annotations': only('checks', 'read'),
  'checks/list-for-ref': only('checks', 'read'),

  'pulls/list': only('pull_requests', 'read'),
  'pulls/get': only('pull_requests', 'read'),
  'repos/list-pull-requests-associated-with-commit': only('pull_requests', 'read'),
  'pulls/create': only('pull_requests', 'write'),
  'pulls/update': only('pull_requests', 'write'),
  'pulls/list-files': only('pull_requests', 'read'),
  'pulls/list-commits': only('pull_requests', 'read'),
  'pulls/check-if-merged': only('pull_requests', 'read'),
  'pulls/merge': CONTENTS_WRITE,
  'pulls/list-reviews': only('pull_requests', 'read'),
  'pulls/get-review': only('pull_requests', 'read'),
  'pulls/create-review': only('pull_requests', 'write'),
  'pulls/dismiss-review': only('pull_requests', 'write'),
  'pulls/list-requested-reviewers': only('pull_requests', 'read'),
  'pulls/request-reviewers': only('pull_requests', 'write'),
  'pulls/remove-requested-reviewers': only('pull_requests', 'write'),

  'repos/get-content': CONTENTS_READ,
  'repos/create-or-update-file-contents': CONTENTS_WRITE,
  'repos/delete-file': CONTENTS_WRITE,
  'git/get-ref': CONTENTS_READ,
  'git/list-matching-refs': CONTENTS_READ,
  'git/create-ref': CONTENTS_WRITE,
  'git/update-ref': CONTENTS_WRITE,
  'git/delete-ref': CONTENTS_WRITE,
  'git/get-blob': CONTENTS_READ,
  'git/create-blob': CONTENTS_WRITE,
  'git/get-tree': CONTENTS_READ,
  'git/create-tree': CONTENTS_WRITE,
  'git/get-commit': CONTENTS_READ,
  'git/create-commit': CONTENTS_WRITE,
  'repos/list-commits': CONTENTS_READ,
  'repos/get-commit': CONTENTS_READ,
  'repos/compare-commits-with-basehead': CONTENTS_READ,
  'repos/list-branches': CONTENTS_READ,
  'repos/get-branch': CONTENTS_READ,
  'repos/get-branch-protection': only('administration', 'read'),
  'repos/get-branch-rules': METADATA,
  'repos/get-repo-rulesets': METADATA,
  'repos/get-repo-ruleset': METADATA,
  'repos/create-repo-ruleset': only('administration', 'write'),

  'repos/get-collaborator-permission-level': METADATA,

  'repos/list-activities': CONTENTS_READ,
  'teams/get-by-name': only('members', 'read'),
  'teams/get-membership-for-user-in-org': only('members', 'read'),

  'repos/list-deployments': only('deployments', 'read'),
  'repos/create-deployment': only('deployments', 'write'),
  'repos/list-deployment-statuses': only('deployments', 'read'),
  'repos/create-deployment-status': only('deployments', 'write'),

  'repos/list-releases': CONTENTS_READ,
  'repos/get-release': CONTENTS_READ,
  'repos/get-release-by-tag': CONTENTS_READ,
  'repos/get-latest-release': CONTENTS_READ,
  'repos/create-release': CONTENTS_WRITE,
  'repos/update-release': CONTENTS_WRITE,
  'repos/delete-release': CONTENTS_WRITE,
  'repos/list-release-assets': CONTENTS_READ,
  'repos/get-release-asset': CONTENTS_READ,
  'repos/upload-release-asset': CONTENTS_WRITE,
  'repos/delete-release-asset': CONTENTS_WRITE,

  'actions/get-workflow-run': only('actions', 'read'),
  'actions/list-jobs-for-workflow-run-attempt': only('actions', 'read'),
  'actions/list-workflow-run-artifacts': only('actions', 'read'),
  'actions/download-artifact': only('actions', 'read'),
  'actions/list-workflow-runs': only('actions', 'read'),
  'actions/list-workflow-runs-for-repo': only('actions', 'read'),
  'actions/get-pending-deployments-for-run': only('actions', 'read'),
  'actions/get-reviews-for-run': only('actions', 'read'),
  'repos/get-all-deployment-protection-rules': only('actions', 'read'),
  'actions/review-custom-gates-for-run': only('deployments', 'write'),
  'actions/create-workflow-dispatch': only('actions', 'write'),
  'actions/get-github-actions-default-workflow-permissions-repository': only('administration', 'read'),
  'actions/set-github-actions-default-workflow-permissions-repository': only('administration', 'write'),
}

/**
 * What an App must be granted to be told of an event; of others nothing is asked here.
 *
 * @see https://docs.github.com/webhooks/webhook-events-and-payloads
 */
export const EVENTS_NEED: Readonly<Record<string, Granted>> = {
  deployment_protection_rule: { deployments: 'read' },
  merge_group: { merge_queues: 'read' },
}

/** One permission that a call needed, as `pull_requests: write`. */
export interface UsedPermission {
  readonly name: string
  readonly level: Level
}

/** The first set that is granted as a whole; undefined where none is. */
export function satisfied(granted: Granted, alternatives: Alternatives): Granted | undefined {
  if (alternatives.length === 0) return {}
  return alternatives.find(wanted =>
    Object.entries(wanted).every(([name, level]) => atLeast(granted[name], level)),
  )
}

/** What a token may do when its account's role lets it do only so much. */
export function limitedTo(granted: Granted, most: Granted): Granted {
  const names = Object.keys(granted).filter(name => most[name] !== undefined)
  return Object.fromEntries(
    names.map(name => {
      const level = granted[name] as Level
      return [name, atLeast(most[name], level) ? level : (most[name] as Level)]
    }),
  )
}

/** GitHub's header: `;` between alternatives, `,` within one. */
export function acceptedHeader(alternatives: Alternatives): Record<string, string> {
  const sets = alternatives.map(wanted =>
    Object.entries(wanted)
      .map(([name, level]) => `${name}=${level}`)
      .join(','),
  )
  return { 'x-accepted-github-permissions': sets.join('; ') }
}

export function refusalMessage({ kind }: Token): string {
  return `Resource not accessible by ${kind === 'person' ? 'personal access token' : 'integration'}`
}
