import { labelBody } from '../bodies.ts'
import { issueBody } from '../issue-bodies.ts'
import type { Call } from '../route.ts'
import type { Issue, Pull } from '../state/issues.ts'
import { announce } from './announce.ts'
import { announcePull } from './pulls.ts'

/** Tells of an issue as it stands now; of one that is a pull request, as of a pull request. */
export function announceIssue(call: Call, issue: Issue, action: string, more: object = {}): void {
  const said = { issue: issueBody(call, issue), ...more }
  if (issue.pull === undefined) announce(call, 'issues', action, () => said)
  else announcePull(call, issue as Pull, action, () => more)
}

/** Tells of other words and of another base; nothing where all stayed as it was. */
export function announceEdited(call: Call, before: Issue, issue: Issue): void {
  const { title, body, pull } = before
  const changes = {
    ...(title !== issue.title && { title: { from: title } }),
    ...(body !== issue.body && { body: { from: body ?? '' } }),
    ...(pull &&
      pull.baseRef !== issue.pull?.baseRef && {
        base: { ref: { from: pull.baseRef }, sha: { from: pull.baseSha } },
      }),
  }
  if (Object.keys(changes).length > 0) announceIssue(call, issue, 'edited', { changes })
}

/** Each label that came or went is a delivery of its own. */
export function announceLabels(call: Call, before: readonly string[], issue: Issue): void {
  const told = (action: string, names: readonly string[]) => {
    for (const name of names) announceIssue(call, issue, action, { label: labelBody(call, name) })
  }
  told(
    'labeled',
    issue.labels.filter(name => !before.includes(name)),
  )
  told(
    'unlabeled',
    before.filter(name => !issue.labels.includes(name)),
  )
}
