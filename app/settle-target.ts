import { onboard } from './onboard.ts'
import type { Pace } from './pace.ts'
import type { Reach } from './reach.ts'
import type { Remembered } from './remembered.ts'
import { settleComment, unanswered } from './settle-comment.ts'
import { openGroups, settleGroup } from './settle-group.ts'
import type { openIntegrity } from './settle-integrity.ts'
import { settleJobs } from './settle-jobs.ts'
import { settleMerges } from './settle-merges.ts'
import { settlePress } from './settle-press.ts'
import { settlePull } from './settle-pull.ts'
import { endedRuns, settleRun } from './settle-run.ts'
import type { Settling } from './settler.ts'
import type { Subject, Target } from './targets.ts'

export interface Means {
  /** Asks for another subject of the same repository. */
  ask(subject: Subject): void
  readonly pace: Pace
  readonly integrity: ReturnType<typeof openIntegrity>
  /** Runs that were taken by this process; a sweep need not ask for them again. */
  readonly taken: Remembered
  /** Repositories in which jobs waited for us. */
  readonly waits: Remembered
  readonly app: number
}

/** Makes one target right: by itself, or by what it is found to be made of. */
export async function settleTarget(
  target: Target,
  reach: Reach,
  { ask, pace, integrity, taken, waits, app }: Means,
): Promise<Settling> {
  const { what } = target
  const askFor = (subjects: readonly Subject[]): Settling => {
    for (const subject of subjects) ask(subject)
    return 'settled'
  }
  switch (what.is) {
    case 'pull':
      return settlePull(what.number, reach)
    case 'group':
      return settleGroup(what.ref, what.sha, reach)
    case 'jobs':
      waits.add(target.id)
      return settleJobs(what.run, reach)
    case 'comment':
      return settleComment(what.id, reach)
    case 'press':
      return settlePress(what, reach)
    case 'run': {
      const how = await settleRun(what, reach)
      if (how === 'settled') taken.add(what.id)
      return how
    }
    case 'merges':
      return firstOpen(await settleMerges(reach), await integrity(String(target.id), reach))
    case 'integrity':
      return integrity(String(target.id), reach)
    case 'onboarding':
      return onboard(reach, app, () => pace.isTurn(target))
    case 'pulls':
      return askFor(pullSubjects(await reach.pulls.open(what.into)))
    case 'head':
      return askFor([
        ...pullSubjects(await reach.pulls.ofHead(what.sha)),
        ...groupSubjects(await openGroups(reach, what.sha)),
      ])
    case 'groups':
      return askFor(groupSubjects(await openGroups(reach)))
    case 'waiting':
      if (what.afterPush && !waits.has(target.id)) return 'settled'
      return askFor((await reach.jobs.waiting()).map(run => ({ is: 'jobs', run })))
    case 'comments':
      return askFor(await unanswered(reach, Date.now()))
    case 'runs':
      return askFor(
        (await endedRuns(reach, Date.now())).flatMap(id => (taken.has(id) ? [] : { is: 'run', id })),
      )
    case 'repository':
      return askFor([
        ...pullSubjects(await reach.pulls.open()),
        ...(['merges', 'groups', 'waiting', 'comments', 'runs', 'onboarding'] as const).map(is => ({ is })),
      ])
  }
}

/** Whether something is made right by a look at the subject itself; others only find what to look at. */
export function isWork({ is }: Subject): boolean {
  return !['pulls', 'head', 'groups', 'waiting', 'comments', 'runs', 'repository'].includes(is)
}

/** What came too early in one of two is done again. */
function firstOpen(one: Settling, other: Settling): Settling {
  return one === 'settled' ? other : one
}

function pullSubjects(numbers: readonly number[]): Subject[] {
  return numbers.map(number => ({ is: 'pull', number }))
}

function groupSubjects(groups: readonly { readonly ref: string; readonly sha: string }[]): Subject[] {
  return groups.map(group => ({ is: 'group', ...group }))
}
