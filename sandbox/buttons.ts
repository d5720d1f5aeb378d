import { fullName } from './bodies.ts'
import { atLeastRole } from './roles.ts'
import { type CheckRun, checkRunsOf } from './state/check-runs.ts'
import { findIssue, type Pull } from './state/issues.ts'
import type { Changed } from './webhooks/announce.ts'
import { announceCheck } from './webhooks/checks.ts'
import { announcePull } from './webhooks/pulls.ts'
import type { Repository, World } from './world.ts'

// What a person presses on GitHub's pages and no route does. Who does not see a button there cannot press it here.

/**
 * "Re-run" beside a check run: its App is asked, and nothing changes unless that does it.
 *
 * @param by - A login.
 * @throws {Error} when there is no such check run, or the person may not write.
 */
export function pressRerun(
  world: World,
  repository: Repository,
  { check, by }: { readonly check: number; readonly by: string },
): void {
  announceCheck(writer(world, repository, by), checkOf(repository, check), 'rerequested')
}

/**
 * One of the buttons that an App put beside a check run.
 *
 * @param identifier - The App's own word for it.
 * @throws {Error} also when the check run has not ended, or has no such button.
 */
export function pressAction(
  world: World,
  repository: Repository,
  { check, identifier, by }: { readonly check: number; readonly identifier: string; readonly by: string },
): void {
  const found = checkOf(repository, check)
  const isShown = found.status === 'completed' && found.actions.some(known => known.identifier === identifier)
  if (!isShown) throw new Error(`check run ${check} shows no button ${identifier}`)
  const changed = writer(world, repository, by)
  announceCheck(changed, found, 'requested_action', { requested_action: { identifier } })
}

/**
 * "Ready for review", or "Convert to draft".
 *
 * @throws {Error} when it is that already, or the person neither opened it nor may write.
 */
export function pressDraft(
  world: World,
  repository: Repository,
  { number, draft, by }: { readonly number: number; readonly draft: boolean; readonly by: string },
): void {
  const issue = findIssue(repository, number) as Pull | undefined
  if (issue?.pull === undefined || issue.state !== 'open' || issue.pull.draft === draft)
    throw new Error(`pull request ${number} shows no such button`)
  const changed =
    issue.author === by
      ? { world, repository, actor: { account: world.account(by) } }
      : writer(world, repository, by)
  issue.pull.draft = draft
  issue.updatedAt = world.clock.iso()
  announcePull(changed, issue, draft ? 'converted_to_draft' : 'ready_for_review')
}

function writer(world: World, repository: Repository, login: string): Changed {
  const account = world.account(login)
  if (!atLeastRole(world.roleOf(login, repository), 'write'))
    throw new Error(`${login} sees no such button in ${fullName(repository)}`)
  return { world, repository, actor: { account } }
}

function checkOf(repository: Repository, id: number): CheckRun {
  const check = checkRunsOf(repository).find(known => known.id === id)
  if (check === undefined) throw new Error(`nobody made a check run ${id}`)
  return check
}
