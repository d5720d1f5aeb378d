import { ModelName } from '../registry/names.ts'
import type { JobResult, Needs } from './conclusion.ts'

/** The jobs that judge in `.github/workflows/pipeline.yml`, and what each is called; `*` stands for a model. */
export const PIPELINE_JOBS: Readonly<Record<string, string>> = {
  registry: 'registry',
  lint: 'lint *',
  'train-sample': 'train * on a sample',
  test: 'test *',
  contract: 'contract of *',
}

/** The job that shows how a change compares, which fails where `preview` of model.yaml at the base lets it. */
export const COMPARISON_JOB = { key: 'benchmark', name: 'compare *' } as const

export interface EndedJob {
  readonly name: string
  readonly conclusion: string | undefined
}

/** The worst first: one leg of a matrix that failed is a job that failed. */
const WORST: readonly JobResult[] = ['failure', 'cancelled', 'success', 'skipped']

/**
 * What the deciding job of a pipeline would have found in its `needs`, from the list of a run's jobs. One that is not in
 * the list was never there, and is cancelled.
 */
export function needsOfJobs(jobs: readonly EndedJob[]): Needs {
  return Object.fromEntries(
    Object.entries(PIPELINE_JOBS).map(([job, name]) => {
      const found = jobs.filter(one => isNamed(lastPart(one.name), job, name))
      const results = found.length === 0 ? ['cancelled'] : found.map(({ conclusion }) => resultOf(conclusion))
      return [job, { result: WORST.find(result => results.includes(result)) ?? 'cancelled' }]
    }),
  )
}

/** The models whose comparison failed, by the names of the jobs. */
export function failedComparisons(jobs: readonly EndedJob[]): string[] {
  const [before = ''] = COMPARISON_JOB.name.split('*')
  return jobs
    .filter(({ conclusion }) => resultOf(conclusion) === 'failure')
    .map(({ name }) => lastPart(name))
    .flatMap(name => (name.startsWith(before) ? [name.slice(before.length)] : []))
    .filter(model => ModelName.safeParse(model).success)
}

/** `lint churn` of `pipeline / lint churn`. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(' / ') + 1).replace(/^\/ /, '')
}

/** A job of a matrix that was skipped as a whole has its key for a name, or the expression as it stands. */
function isNamed(name: string, job: string, pattern: string): boolean {
  const [before = '', after] = pattern.split('*')
  if (name === job || after === undefined) return name === job
  return name.length > before.length + after.length && name.startsWith(before) && name.endsWith(after)
}

function resultOf(conclusion: string | undefined): JobResult {
  if (conclusion === 'success' || conclusion === 'skipped' || conclusion === 'cancelled') return conclusion
  // Not at its end, or never begun: no result.
  return conclusion === undefined || conclusion === 'stale' ? 'cancelled' : 'failure'
}
