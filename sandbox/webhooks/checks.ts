import { checkBody } from '../check-bodies.ts'
import type { CheckRun } from '../state/check-runs.ts'
import { announce, type Changed } from './announce.ts'

/** What only the App that made a check run hears of. */
const FOR_ITS_APP = ['rerequested', 'requested_action']

/** Tells of a check run as it stands now. */
export function announceCheck(changed: Changed, check: CheckRun, action: string, more: object = {}): void {
  const seen = structuredClone(check)
  const audience = FOR_ITS_APP.includes(action) ? check.app : undefined
  announce(
    changed,
    'check_run',
    action,
    call => ({
      // Of the suite, which is not kept, only its head is known.
      check_run: { ...checkBody(call, seen), check_suite: { head_sha: seen.headSha } },
      ...more,
    }),
    audience,
  )
}
