import { type Conclusion, concludePipeline, type Needs } from '../domain/pipeline/conclusion.ts'
import { needsOfJobs, PIPELINE_JOBS } from '../domain/pipeline/jobs.ts'
import { whyNotBelieved } from '../domain/pipeline/own-workflow.ts'
import { CONFIG_PATH, Config, LATER_CONFIG_KEYS } from '../domain/registry/config.ts'
import type { ConclusionResult } from '../domain/results/conclusion.ts'
import type { Ports, ReviewedPull, RunRecord } from '../ports.ts'
import { finishedRun } from './finished-run.ts'
import { settledConclusion } from './mark-commit.ts'
import { readYaml } from './registry-reader.ts'

type Outside = Pick<Ports, 'runs' | 'statuses'>

/**
 * What a run comes to that could not mark its commit itself: by GitHub's own record of its jobs, and by nothing that the
 * run left. A head that is no pull request's any more is not marked.
 *
 * @throws {ModelyardError} `bad-input`, and as `Runs`.
 */
export async function concludeRun(
  id: number,
  context: string,
  ports: Outside,
): Promise<Omit<ConclusionResult, 'context' | 'switched-off' | 'previews' | 'nothing-for'>> {
  const run = await finishedRun(id, ports)
  const needs = needsOfJobs(await ports.runs.jobs(run))
  const pull = await ports.runs.pullRequest()
  const reason = pull === undefined ? undefined : await whyNot(run, pull, ports)
  // Asked last: a head that was moved meanwhile had other changes than those that were listed.
  const now = pull === undefined ? undefined : await ports.runs.pullRequest()
  if (now === undefined || now.number !== pull?.number || now.base !== pull.base) return noPull(needs)
  const conclusion: Conclusion =
    reason === undefined ? conclusionOf(needs) : { state: 'failure', description: shortened(reason) }
  return settledConclusion(conclusion, needs, context, ports)
}

async function whyNot(
  run: RunRecord,
  pull: ReviewedPull,
  { runs }: Pick<Ports, 'runs'>,
): Promise<string | undefined> {
  const bytes = await runs.readFile(pull.base, CONFIG_PATH)
  const config =
    bytes === undefined ? undefined : (await readYaml(Config, CONFIG_PATH, bytes, LATER_CONFIG_KEYS)).value
  return whyNotBelieved(run.workflows, config?.workflows, await runs.changedPaths(pull))
}

/**
 * A workflow that the head leaves as it is skips a job only where its caller switched it off, where there is nothing for
 * it, or after one that did not pass, which is judged itself.
 */
function conclusionOf(needs: Needs): Conclusion {
  const nothingFor = Object.keys(PIPELINE_JOBS)
  return concludePipeline({ needs, switchedOff: [], previews: [], nothingFor, registry: 'registry' })
}

function noPull(
  needs: Needs,
): Omit<ConclusionResult, 'context' | 'switched-off' | 'previews' | 'nothing-for'> {
  return {
    kind: 'conclusion',
    outcome: 'inconclusive',
    description: 'the head of no pull request any more',
    jobs: Object.fromEntries(Object.entries(needs).map(([job, { result }]) => [job, result])),
    remarks: ['the run was at a commit that is the head of no pull request any more; nothing was marked'],
    next: [],
  }
}

/** As long as GitHub takes it. */
function shortened(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 139)}…`
}
