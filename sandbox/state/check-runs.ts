import { type Repository, slot, type World } from '../world.ts'
import { type Job, type Run, runsOf } from './runs.ts'

export interface Annotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly annotation_level: string
  readonly message: string
  readonly [detail: string]: unknown
}

/** A button beside a check run that ended. */
export interface CheckAction {
  readonly label: string
  readonly description: string
  readonly identifier: string
}

export interface CheckRun {
  readonly id: number
  readonly headSha: string
  name: string
  /** The id of the App that made it: no other changes it. */
  readonly app: number
  /** Its bot. */
  readonly creator: string
  status: string
  conclusion: string | null
  startedAt: string | null
  completedAt: string | null
  externalId: string | null
  detailsUrl: string | null
  title: string | null
  summary: string | null
  text: string | null
  readonly annotations: Annotation[]
  readonly actions: CheckAction[]
  /** Of a run that was dispatched: it is seen, and counts for no merge. */
  readonly dispatched: boolean
}

/** Those that Apps made, oldest first. */
export const checkRunsOf = slot<CheckRun[]>('check-runs', () => [])

/** Every check run on a commit, oldest first: those of Apps, and one for each job of the runs of workflows. */
export function checksOn(world: World, repository: Repository, sha: string): CheckRun[] {
  const ofJobs = runsOf(repository)
    .filter(({ headSha }) => headSha === sha)
    .flatMap(run => run.jobs.map(job => checkOfJob(world, run, job)))
  const made = checkRunsOf(repository).filter(({ headSha }) => headSha === sha)
  return [...ofJobs, ...made].sort((a, b) => a.id - b.id)
}

/** What GitHub Actions say of a job. */
export function checkOfJob(world: World, run: Run, { id, name, conclusion }: Job): CheckRun {
  const creator = 'github-actions[bot]'
  return {
    id,
    headSha: run.headSha,
    name,
    app: world.account(creator).app?.id ?? 0,
    creator,
    status: conclusion === null ? 'in_progress' : 'completed',
    conclusion,
    startedAt: run.createdAt,
    completedAt: conclusion === null ? null : run.createdAt,
    externalId: null,
    detailsUrl: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
    actions: [],
    dispatched: run.event === 'workflow_dispatch',
  }
}

/** Of several of one name and App the newest. */
export function latestOf(checks: readonly CheckRun[]): CheckRun[] {
  return [...new Map(checks.map(check => [`${check.app} ${check.name}`, check])).values()]
}

const PASSING = ['success', 'neutral', 'skipped']

/** How a check run counts where it is required. Neutral and skipped ones pass. */
export function standingOf({ status, conclusion }: CheckRun): 'success' | 'pending' | 'failure' {
  if (status !== 'completed') return 'pending'
  return PASSING.includes(conclusion ?? '') ? 'success' : 'failure'
}
