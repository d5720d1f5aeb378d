import * as z from 'zod/mini'
import { METRIC_NAMES } from '../comparison/metric-catalogue.ts'
import { metricsNamedIn } from '../gates/rule.ts'
import { isOurs } from '../gates/rule-fields.ts'
import type { LaterKeys } from './explain.ts'
import { DEFAULT_LIFECYCLE, Lifecycle } from './lifecycle.ts'
import { RepositoryPath, StageName } from './names.ts'
import { StagePolicy } from './policy.ts'

export const CONFIG_PATH = '.github/modelyard.yml'
export const DEFAULT_ROOT = 'registry-data'

const WorkflowPath = z.string().check(
  z.maxLength(300),
  z.regex(/^\.github\/workflows\/[\w.-]+\.ya?ml$/, {
    error: 'a workflow such as .github/workflows/deploy.yml',
  }),
)

/** `.github/modelyard.yml`: where the registry is, and what every model of it shares. */
export const Config = z
  .strictObject({
    registry: z._default(RepositoryPath, DEFAULT_ROOT).check(z.describe('The folder that holds `models/`.')),
    lifecycle: z._default(Lifecycle, DEFAULT_LIFECYCLE),
    floors: z
      ._default(z.record(StageName, StagePolicy), {})
      .check(z.describe("Per stage, gates and approvals that hold for every model beside the model's own.")),
    workflows: z
      ._default(z.array(RepositoryPath), [])
      .check(
        z.describe('The workflow files whose evidence is believed; a change to one of them is governed.'),
      ),
    app: z
      ._default(z.boolean(), false)
      .check(
        z.describe('Whether the GitHub App is installed, which then opens, judges and seals promotions.'),
      ),
    environments: z
      ._default(z.record(StageName, z.string().check(z.minLength(1), z.maxLength(255))), {})
      .check(
        z.describe(
          'Per stage, the GitHub environment that its versions are deployed to; left out: its name.',
        ),
      ),
    deploy: z
      ._default(z.record(StageName, WorkflowPath), {})
      .check(z.describe('Per stage, the workflow that is started when a version comes to it.')),
  })
  .check(
    z.superRefine(({ lifecycle, floors, environments, deploy }, context) => {
      for (const [path, stage] of [
        ...stagesNamed(lifecycle, floors),
        ...Object.keys(environments).map((stage): [string[], string] => [['environments', stage], stage]),
        ...Object.keys(deploy).map((stage): [string[], string] => [['deploy', stage], stage]),
      ]) {
        if (!lifecycle.stages.includes(stage))
          context.addIssue({
            code: 'custom',
            path,
            message: `a stage of the lifecycle (${lifecycle.stages.join(', ')})`,
          })
      }
      for (const [stage, { gates = [] }] of Object.entries(floors)) {
        for (const [path, metric] of gates.flatMap((rule, index) =>
          metricsNamedIn(rule).map(({ keys, metric: name }) => [['gates', index, ...keys], name] as const),
        )) {
          // A floor is of every model, so that no command of one model can stand behind a name.
          if (!isOurs(metric))
            context.addIssue({
              code: 'custom',
              path: ['floors', stage, ...path],
              message: `one of ${METRIC_NAMES.join(', ')}`,
            })
        }
      }
    }),
  )
export type Config = z.infer<typeof Config>

/** Keys of `.github/modelyard.yml` that this release does not give a meaning to yet. */
export const LATER_CONFIG_KEYS: LaterKeys = {}

function stagesNamed(lifecycle: Lifecycle, floors: Record<string, unknown>): [(string | number)[], string][] {
  const transitions = Object.entries(lifecycle.transitions ?? {})
  return [
    ...transitions.map(([from]): [string[], string] => [['lifecycle', 'transitions', from], from]),
    ...transitions.flatMap(([from, to]) =>
      to.map((stage, index): [(string | number)[], string] => [
        ['lifecycle', 'transitions', from, index],
        stage,
      ]),
    ),
    ...Object.keys(floors).map((stage): [string[], string] => [['floors', stage], stage]),
  ]
}

/** The folder of a model, e.g. `registry-data/models/telco-churn`. */
export function modelFolder(config: Config, model: string): string {
  return `${config.registry}/models/${model}`
}

/** Of the listed workflows the one that trains models again; undefined where none is named so. */
export function retrainingWorkflow({ workflows }: Pick<Config, 'workflows'>): string | undefined {
  return workflows.find(path => path.includes('retrain'))
}

/** Of the listed workflows the one that measures what somebody asks for; undefined where none is named so. */
export function promotingWorkflow({ workflows }: Pick<Config, 'workflows'>): string | undefined {
  return workflows.find(path => path.includes('promote'))
}
