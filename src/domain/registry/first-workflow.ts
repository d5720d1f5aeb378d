import { stringify } from 'yaml'

/** The workflow that calls ours for pull requests and for what is merged. */
export const WORKFLOW_PATH = '.github/workflows/modelyard.yml'
/** Writes for pull requests of forks and of Dependabot what their own run may not. */
export const FORK_WORKFLOW_PATH = '.github/workflows/modelyard-fork.yml'
/** Proposes what somebody asks for, and seals what was merged. */
export const PROMOTE_WORKFLOW_PATH = '.github/workflows/modelyard-promote.yml'

/** Looks at what production saw, where a model.yaml says where that is. */
export const MONITOR_WORKFLOW_PATH = '.github/workflows/modelyard-monitor.yml'

/** Trains models again, where their model.yaml says when. */
export const RETRAIN_WORKFLOW_PATH = '.github/workflows/modelyard-retrain.yml'

export interface FirstWorkflow {
  /** Of Modelyard: a commit, or a tag of a release. */
  readonly reference: string
  readonly defaultBranch: string
  /** What prepares a job for the commands of model.yaml. */
  readonly install: string | undefined
  /** Whether any of them needs Python, which our workflows set up unless they are told not to. */
  readonly python: boolean
  /** Whether Git LFS keeps what they read. */
  readonly lfs: boolean
  /** Those that can be trained. */
  readonly models: readonly string[]
}

/** What jobs that start commands are given. */
const prepared = ({ install, python, lfs }: FirstWorkflow) => ({
  ...(python ? {} : { 'python-version': '' }),
  install,
  ...(lfs ? { lfs } : {}),
})

/** A workflow of the user's that calls ours; by its jobs, so that one that is missing can be shown by itself. */
export interface Caller {
  readonly path: string
  readonly head: string
  readonly jobs: readonly { readonly calls: string; readonly lines: string }[]
}

/** The callers that `init` writes, each job with no more rights than what it calls asks for. */
export function firstCallers(facts: FirstWorkflow): readonly Caller[] {
  // What cannot be trained is not trained again: a run of each night would only say so.
  const retrain = facts.models.length === 0 ? [] : [retrainCaller(facts)]
  return [pipelineCaller(facts), forkCaller(facts), promoteCaller(facts), monitorCaller(facts), ...retrain]
}

export function renderCaller({ head, jobs }: Caller): string {
  return `${head}\njobs:\n${jobs.map(({ lines }) => lines).join('\n')}`
}

/** Everything of ours that a file of this name should call and does not. */
export function jobsMissingFrom(caller: Caller, text: string): Caller['jobs'] {
  return caller.jobs.filter(({ calls }) => !text.includes(`modelyard/modelyard/.github/workflows/${calls}@`))
}

const MAY_CONCLUDE = { actions: 'read', contents: 'read', 'pull-requests': 'write', statuses: 'write' }
const MAY_PROPOSE = { contents: 'write', 'pull-requests': 'write', statuses: 'write' }
const MAY_ALERT = { contents: 'write', issues: 'write', 'pull-requests': 'read' }
const MAY_RETRAIN = { actions: 'read', ...MAY_PROPOSE }
const MAY_SEAL = { actions: 'write', contents: 'write', deployments: 'write', 'pull-requests': 'write' }

/**
 * It runs for every pull request, since a required check that a filter keeps from running waits for ever. Only runs of a
 * pull request take each other's place: of waiting ones GitHub keeps the newest alone, and what a push changed would be
 * trained by none.
 */
function pipelineCaller(facts: FirstWorkflow): Caller {
  const { reference, defaultBranch } = facts
  const ofPullRequest = "github.event_name == 'pull_request' || github.event_name == 'merge_group'"
  return {
    path: WORKFLOW_PATH,
    head: `# On a pull request: the registry, lint, training on a sample and tests of the models that it touches, one comment, and the
# commit status modelyard/pipeline. On the default branch: what changed is trained in full, measured and proposed.
name: Modelyard

on:
  pull_request:
  push:
    branches: [${stringify(defaultBranch).trim()}]
  merge_group:
  workflow_dispatch:

permissions: {}

concurrency:
  group: modelyard-\${{ github.event_name == 'pull_request' && github.ref || github.run_id }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
`,
    jobs: [
      job('pipeline', 'pipeline.yml', reference, {
        when: ofPullRequest,
        permissions: MAY_CONCLUDE,
        given: prepared(facts),
      }),
      job('candidate', 'candidate.yml', reference, {
        when: "github.event_name != 'pull_request' && github.event_name != 'merge_group'",
        permissions: MAY_PROPOSE,
        given: prepared(facts),
      }),
    ],
  }
}

function forkCaller({ reference }: FirstWorkflow): Caller {
  return {
    path: FORK_WORKFLOW_PATH,
    head: `# The comment and the status of pull requests of forks and of Dependabot, whose own runs may write neither.
name: Modelyard forks

on:
  # Nothing of the head is checked out or started.
  workflow_run: # zizmor: ignore[dangerous-triggers]
    workflows: [Modelyard]
    types: [completed]

permissions: {}
`,
    jobs: [job('report-fork', 'report-fork.yml', reference, { name: 'report', permissions: MAY_CONCLUDE })],
  }
}

const ASKED = ['kind', 'model', 'version', 'stage', 'champion', 'reason', 'replaces'] as const

function promoteCaller(facts: FirstWorkflow): Caller {
  const { reference, defaultBranch } = facts
  const asked = Object.fromEntries(ASKED.map(input => [input, `\${{ inputs.${input} }}`]))
  return {
    path: PROMOTE_WORKFLOW_PATH,
    head: `# By hand: a promotion, a rollback or an archiving is measured and opened as a pull request. After a merge: who approved is
# sealed, and what follows it is started.
name: Modelyard promote
# What the App starts names where it was asked for, so that who asked is known.
run-name: Modelyard \${{ inputs.kind }} \${{ inputs.model }} \${{ inputs.asked }}

on:
  workflow_dispatch:
    inputs:
      kind:
        description: What is asked for.
        type: choice
        options: [promotion, rollback, archive, comparison]
        default: promotion
      model:
        description: The model.
        type: string
        required: true
      version:
        description: A number, an alias or a stage; of a rollback left out for the one before the present one.
        type: string
      stage:
        description: The stage to promote to, or to roll back; an archiving has none.
        type: string
      champion:
        description: What a comparison compares with; left out, the champion.
        type: string
      reason:
        description: Why; kept in the record.
        type: string
      replaces:
        description: The number of a pull request that the new one takes the place of.
        type: string
      asked:
        description: For the App alone, where it was asked for.
        type: string
  push:
    branches: [${stringify(defaultBranch).trim()}]

permissions: {}
`,
    jobs: [
      job('promote', 'promote.yml', reference, {
        when: "github.event_name == 'workflow_dispatch'",
        permissions: MAY_PROPOSE,
        given: { ...asked, ...prepared(facts) },
      }),
      job('seal', 'seal.yml', reference, { when: "github.event_name == 'push'", permissions: MAY_SEAL }),
    ],
  }
}

/** At a time that few others have chosen, since GitHub's schedules are late at full hours. */
function monitorCaller({ reference, lfs }: FirstWorkflow): Caller {
  return {
    path: MONITOR_WORKFLOW_PATH,
    head: `# Each day: what production saw is compared with what was trained on, and alert issues are opened, brought up to date and
# closed. It looks at the models whose model.yaml says where that is: monitor: {current: {uri: …}}.
name: Modelyard monitor

on:
  schedule:
    - cron: '23 5 * * *'
  workflow_dispatch:

permissions: {}
`,
    jobs: [job('monitor', 'monitor.yml', reference, { permissions: MAY_ALERT, given: lfs ? { lfs } : {} })],
  }
}

/** After the monitor has looked. Its runs are what is remembered of trainings, so that it calls nothing else. */
function retrainCaller(facts: FirstWorkflow): Caller {
  const { reference, models } = facts
  const all = `'${JSON.stringify(models)}'`
  return {
    path: RETRAIN_WORKFLOW_PATH,
    head: `# Each day, and by hand: a model is trained again where \`retrain\` of its model.yaml says that it is time, and a candidate that did
# better or no worse waits as a pull request. A model that is added later is added to the list below.
name: Modelyard retraining
# What the App starts names where it was asked for, so that it is started once.
run-name: Modelyard retraining \${{ inputs.model }} \${{ inputs.asked }}

on:
  schedule:
    - cron: '53 6 * * *'
  workflow_dispatch:
    inputs:
      model:
        description: The model; left out, all that are listed below.
        type: string
      asked:
        description: For the App alone, where it was asked for.
        type: string

permissions: {}
`,
    jobs: [
      job('retrain', 'retrain.yml', reference, {
        models: `\${{ fromJSON(inputs.model && format('["{0}"]', inputs.model) || ${all}) }}`,
        permissions: MAY_RETRAIN,
        given: { model: `\${{ matrix.model }}`, ...prepared(facts) },
      }),
    ],
  }
}

interface CalledJob {
  readonly name?: string
  readonly when?: string
  /** A run for each: an expression that gives a list. */
  readonly models?: string
  readonly permissions: Readonly<Record<string, string>>
  readonly given?: Readonly<Record<string, string | boolean | undefined>>
}

function job(
  id: string,
  calls: string,
  reference: string,
  { name = id, when, models, permissions, given = {} }: CalledJob,
): Caller['jobs'][number] {
  const inputs = Object.entries(given).filter(([, value]) => value !== undefined)
  const written = (lines: readonly [string, string | boolean | undefined][]) =>
    lines.map(([key, value]) => `      ${key}: ${stringify(value, { lineWidth: 0 }).trim()}\n`).join('')
  const pinned = /^[0-9a-f]{40}$/.test(reference)
  const lines = [
    `  ${id}:\n    name: ${name}\n`,
    when === undefined ? '' : `    if: \${{ ${when} }}\n`,
    models === undefined
      ? ''
      : `    strategy:\n      fail-fast: false\n      matrix:\n        model: ${models}\n`,
    pinned ? '' : `    # A commit in the place of ${reference} always means the same code.\n`,
    `    uses: modelyard/modelyard/.github/workflows/${calls}@${reference}\n`,
    `    permissions:\n${written(Object.entries(permissions))}`,
    inputs.length === 0 ? '' : `    with:\n${written(inputs)}`,
  ]
  return { calls, lines: lines.join('') }
}
