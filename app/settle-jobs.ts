import { judgeWaitingJob } from '../src/commands/judge-waiting-job.ts'
import type { Reach } from './reach.ts'
import type { Settling } from './settler.ts'

const AUDIT = 'refs/heads/modelyard-audit'

/** Lets the jobs of a run go on that may, and refuses those that never may. */
export async function settleJobs(number: number, reach: Reach): Promise<Settling> {
  const { jobs, defaultBranch, fetch, ports } = reach
  const run = await jobs.read(number)
  if (run === undefined || run.environments.length === 0) return 'settled'
  const branch = await defaultBranch()
  const refs = await fetch([`refs/heads/${branch}`, AUDIT])
  const tip = refs.get(`refs/heads/${branch}`)
  if (tip === undefined) return 'again'
  for (const environment of run.environments) {
    const standing = { branch, tip, audit: refs.get(AUDIT) }
    await jobs.answer(run, environment, await judgeWaitingJob(run, environment, standing, ports))
  }
  return 'settled'
}
