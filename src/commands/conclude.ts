import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import { concludePipeline, Needs } from '../domain/pipeline/conclusion.ts'
import type { ConclusionResult } from '../domain/results/conclusion.ts'
import { concludeRun } from './conclude-run.ts'
import { defineMeasurement } from './define.ts'
import { settledConclusion } from './mark-commit.ts'

/** A job's outputs come along, which may be long; a matrix of all of them has a few hundred kilobytes. */
const MOST_CHARACTERS = 1024 * 1024
const JobName = z.string().check(z.regex(/^[a-zA-Z_][\w-]{0,99}$/, { error: 'the name of a job' }))
/** What `validate` of the first job found: the models that there is something to do for, in all and for a job. */
const Found = z.object({ outputs: z.record(z.string(), z.string()) })
const NONE = '[]'

export const conclude = defineMeasurement({
  name: 'conclude',
  summary: 'Say by a commit status what the jobs of a pipeline come to.',
  details: `Reads how the jobs ended that this one waited for. One that was skipped or cancelled is missing evidence,
which never passes; but for one that --switched-off names, and one of models where no model was touched. Where the
token may set no status the answer says so; it fails as the pipeline does.`,
  positional: [],
  examples: [
    {
      command: `modelyard conclude --needs '{"registry":{"result":"success"},"lint":{"result":"success"}}'`,
      does: 'marks the commit of this run as passed',
    },
  ],
  permission: 'write',
  doors: ['action', 'cli'],
  asksGitHub: true,
  input: z.strictObject({
    needs: z
      .optional(z.string().check(z.minLength(2), z.maxLength(MOST_CHARACTERS)))
      .check(z.describe('How the jobs ended, in JSON: `toJSON(needs)` of a workflow.')),
    run: z
      .optional(z.int().check(z.minimum(1)))
      .check(
        z.describe(
          'Instead of needs, the run of a pull request whose end started this one: judged by how its jobs ended.',
        ),
      ),
    switchedOff: z
      ._default(z.array(JobName), [])
      .check(z.describe('Jobs that the caller switched off; that they were skipped is no lack.')),
    previews: z
      ._default(z.array(JobName), [])
      .check(z.describe('Jobs that only show something, and let nothing pass or fail.')),
    registry: z
      ._default(JobName, 'registry')
      .check(z.describe('The job that checked the registry, and has to pass in any case.')),
    context: z
      ._default(z.string().check(z.minLength(1), z.maxLength(200)), 'modelyard/pipeline')
      .check(z.describe('The name of the commit status.')),
  }),
  results: ['conclusion'],
  async run(
    { needs: text, run, switchedOff, previews, registry, context },
    ports,
  ): Promise<ConclusionResult> {
    const told = { context, 'switched-off': switchedOff, previews }
    if (run !== undefined) return { ...told, 'nothing-for': [], ...(await concludeRun(run, context, ports)) }
    const needs = parseNeeds(text)
    const models = Found.safeParse(needs[registry]).data?.outputs ?? {}
    const nothingFor = Object.keys(needs).filter(job => (models[job] ?? models.models) === NONE)
    const conclusion = concludePipeline({ needs, switchedOff, previews, nothingFor, registry })
    const settled = await settledConclusion(conclusion, needs, context, ports)
    return { ...told, 'nothing-for': nothingFor, ...settled }
  },
})

/** @throws {ModelyardError} `bad-input` */
function parseNeeds(text: string | undefined): Needs {
  const { data } = Needs.safeParse(jsonOf(text ?? ''))
  if (data !== undefined) return data
  throw new ModelyardError({
    code: 'bad-input',
    message: '`needs` does not say how jobs ended',
    next: 'write `needs: $' + '{{ toJSON(needs) }}`, in a job that has `needs:` itself',
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
