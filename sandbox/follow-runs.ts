import { checkOfJob } from './state/check-runs.ts'
import { addRun, type Job, type NewRun, type Run, standingOfRun } from './state/runs.ts'
import type { Changed } from './webhooks/announce.ts'
import { announceCheck } from './webhooks/checks.ts'
import { announceRun } from './webhooks/runs.ts'
import type { Repository, World } from './world.ts'

/** Puts a run there, and tells of it and of its jobs from their beginning on; `addRun` puts it there unheard. */
export function startRun(world: World, repository: Repository, facts: NewRun): Run {
  const run = addRun(world, repository, facts)
  const changed = changedBy(world, repository, run)
  announceRun(changed, run, 'requested', { status: 'queued', conclusion: null })
  for (const job of run.jobs) {
    announceCheck(changed, checkOfJob(world, run, { ...job, conclusion: null }), 'created')
  }
  announceRun(changed, run, 'in_progress', { status: 'in_progress', conclusion: null })
  tellEnds(
    changed,
    run,
    run.jobs.filter(({ conclusion }) => conclusion !== null),
  )
  return run
}

/**
 * Lets jobs of a run end; the run is over with the last of them.
 *
 * @param ends - How each ends, by name.
 * @throws {Error} for a job that does not run.
 */
export function endJobs(
  world: World,
  repository: Repository,
  run: Run,
  ends: Readonly<Record<string, Exclude<Job['conclusion'], null>>>,
): void {
  const ended = Object.entries(ends).map(([name, conclusion]) => {
    const job = run.jobs.find(known => known.name === name)
    if (job?.conclusion !== null) throw new Error(`no job ${name} is running`)
    job.conclusion = conclusion
    return job
  })
  tellEnds(changedBy(world, repository, run), run, ended)
}

function tellEnds(changed: Changed, run: Run, jobs: readonly Job[]): void {
  for (const job of jobs) announceCheck(changed, checkOfJob(changed.world, run, job), 'completed')
  const standing = standingOfRun(run)
  if (standing.status === 'completed') announceRun(changed, run, 'completed', standing)
}

/** Whoever a run is of is named as the sender of all that it does. */
function changedBy(world: World, repository: Repository, { actor }: Run): Changed {
  return { world, repository, actor: { account: world.account(actor) } }
}
