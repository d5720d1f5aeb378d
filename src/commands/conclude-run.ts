import { type Conclusion, concludePipeline, conclusion, type Needs } from '../domain/pipeline/conclusion.ts'
import {
  COMPARISON_JOB,
  type EndedJob,
  failedComparisons,
  needsOfJobs,
  PIPELINE_JOBS,
} from '../domain/pipeline/jobs.ts'
import { whyNotBelieved } from '../domain/pipeline/own-workflow.ts'
import { CONFIG_PATH, Config, LATER_CONFIG_KEYS, modelFolder } from '../domain/registry/config.ts'
import { ModelDefinition } from '../domain/registry/definition.ts'
import { parseYaml } from '../domain/registry/yaml-file.ts'
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
  const jobs = await ports.runs.jobs(run)
  const pull = await ports.runs.pullRequest()
  const config = pull && (await configAt(pull.base, ports))
  const reason = pull && (await whyNot(run, pull, config, ports))
  const needs = {
    ...needsOfJobs(jobs),
    ...(pull && config && (await comparisonIn(jobs, pull.base, config, ports))),
  }
  // Asked last: a head that was moved meanwhile had other changes than those that were listed.
  const now = pull === undefined ? undefined : await ports.runs.pullRequest()
  if (now === undefined || now.number !== pull?.number || now.base !== pull.base) return noPull(needs)
  const found = reason === undefined ? conclusionOf(needs) : conclusion('failure', reason)
  const settled = await settledConclusion(found, needs, context, ports)
  return config?.app ? { ...settled, app: true } : settled
}

async function whyNot(
  run: RunRecord,
  pull: ReviewedPull,
  config: Config | undefined,
  { runs }: Pick<Ports, 'runs'>,
): Promise<string | undefined> {
  return whyNotBelieved(run.workflows, config?.workflows, await runs.changedPaths(pull))
}

async function configAt(branch: string, { runs }: Pick<Ports, 'runs'>): Promise<Config | undefined> {
  const bytes = await runs.readFile(branch, CONFIG_PATH)
  return bytes && (await readYaml(Config, CONFIG_PATH, bytes, LATER_CONFIG_KEYS)).value
}

/** That a comparison failed, where model.yaml of the base lets a worse challenger fail; otherwise it is shown alone. */
async function comparisonIn(
  jobs: readonly EndedJob[],
  branch: string,
  config: Config,
  { runs }: Pick<Ports, 'runs'>,
): Promise<Needs> {
  for (const name of failedComparisons(jobs)) {
    const path = `${modelFolder(config, name)}/model.yaml`
    const bytes = await runs.readFile(branch, path)
    const definition = bytes && parseYaml(ModelDefinition, path, bytes).value
    if (definition?.preview?.['fail-on'] === 'worse') return { [COMPARISON_JOB.key]: { result: 'failure' } }
  }
  return {}
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
