import { expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  idleRights,
  lackingRights,
  parsedWorkflow,
  scriptsWithExpressions,
  wrongInputs,
} from '../support/parsed-workflow.ts'
import { documentedWorkflows, firstWorkflows, ownWorkflows } from '../support/workflow-files.ts'

// What act does not do, on the files as GitHub's own parser reads them.

const ALL = [...ownWorkflows(), ...documentedWorkflows(), ...firstWorkflows()]
const CALL = `on: {pull_request: , merge_group: }
permissions: {}
jobs:
  a:
    uses: modelyard/modelyard/.github/workflows/pipeline.yml@v1
    permissions: {actions: read, contents: read, pull-requests: write, statuses: write}
`
const STEP = (step: string) =>
  `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - ${step}\n`

test.each(ALL.map(file => [file.path, file] as const))(
  '%s is a workflow, its expressions are, and what it calls is given what it asks for',
  async (_, file) => {
    const { errors, template } = await parsedWorkflow(file)
    expect(errors).toEqual([])
    expect(scriptsWithExpressions(template)).toEqual([])
    expect(wrongInputs(file)).toEqual([])
    expect(lackingRights(file)).toEqual([])
    expect(idleRights(file)).toEqual([])
  },
)

const errorsOf = async (text: string) => (await parsedWorkflow({ path: 'a', text })).errors.join('\n')

test.each([
  ['a key that is none', `${CALL}    run: a\n`, 'run'],
  ['an expression that does not parse', STEP('run: echo\n        if: github.event_name =='), 'Unexpected'],
  ['a context that is not there', STEP('run: echo\n        if: secret.a'), 'secret'],
  ['an input that the workflow does not declare', `${CALL}    with: {lints: true}\n`, 'lints'],
  ['a need that is no job', STEP('run: echo').replace('runs-on', 'needs: b\n    runs-on'), 'b'],
  ['a workflow that is not there', CALL.replace('pipeline.yml', 'none.yml'), 'Unable to find'],
  ['a right that is none', CALL.replace('statuses', 'states'), 'states'],
])('%s would be found', async (_, text, named) => {
  expect(await errorsOf(CALL)).toBe('')
  expect(await errorsOf(text)).toContain(named)
})

test('an input that an Action does not have, or needs, would be found', () => {
  const found = (step: string) => wrongInputs({ path: 'a', text: STEP(step) })
  expect(found('uses: $/actions/run\n        with: {model: a, command: lint}')).toEqual([])
  expect(found('uses: $/actions/run\n        with: {model: a, commands: lint}')).toEqual([
    'jobs.a.steps[0]: $/actions/run has no input commands',
    'jobs.a.steps[0]: $/actions/run needs command',
  ])
  expect(found('uses: modelyard/modelyard@v1\n        with: {champions: a}')).toHaveLength(1)
  expect(() => found('uses: modelyard/modelyard/actions/none@v1')).toThrow('is not there')
})

test('a right that a called job lacks, or that none asks for, would be found', () => {
  const text = CALL.replace('statuses: write', 'issues: write')
  expect(lackingRights({ path: 'a', text })).toEqual(['jobs.a lacks statuses: write of report'])
  expect(idleRights({ path: 'a', text })).toEqual([
    'jobs.a: no job of .github/workflows/pipeline.yml asks for issues: write',
  ])
})

test('what judges a pull request judges the merge queue too, and is never left out for its paths', async () => {
  const judging = ALL.filter(({ text }) => /workflows\/(?:pipeline|validate)\.yml@/.test(text))
  expect(judging.length).toBeGreaterThan(0)
  for (const file of judging) {
    const { events } = (await parsedWorkflow(file)).template
    expect(Object.keys(events), file.path).toEqual(expect.arrayContaining(['pull_request', 'merge_group']))
    expect(events.pull_request, file.path).not.toHaveProperty('paths')
  }
})

test('what is called by others is started by nothing else but by hand', async () => {
  const called = ownWorkflows().filter(({ text }) => /^ {2}workflow_call:/m.test(text))
  expect(called.length).toBeGreaterThan(2)
  for (const file of called) {
    const { events } = (await parsedWorkflow(file)).template
    expect(
      Object.keys(events).filter(event => event !== 'workflow_dispatch'),
      file.path,
    ).toEqual(['workflow_call'])
  }
})

test('no run of the default branch is cancelled by the next one', async () => {
  for (const file of ALL) {
    const concurrency = JSON.stringify((await parsedWorkflow(file)).template.concurrency ?? null)
    expect(concurrency, file.path).not.toMatch(/"cancel-in-progress":true/)
  }
})

// Threat 4: words of a stranger's in a title, a branch or a label.
test.each(['github.event.pull_request.title', 'github.head_ref', 'inputs.install', 'env.A'])(
  'a script with %s in it would be found',
  async context => {
    const script = STEP(`run: |\n          echo "\${{ ${context} }}"`)
    const { errors, template } = await parsedWorkflow({ path: 'a', text: script })
    expect(errors).toEqual([])
    expect(scriptsWithExpressions(template)).toEqual(['jobs.a.steps[0]'])
  },
)

test('a job that reads data, or starts what reads it, fetches what Git LFS keeps where the caller says so', () => {
  const reads = /^\$\/actions\/(?:run|sample|evaluate|compare|bench|contract|reproduce)$/
  const jobs = ownWorkflows().flatMap(({ path, text }) =>
    Object.entries((parse(text) as { jobs: Record<string, { steps?: WrittenStep[] }> }).jobs)
      .filter(([, { steps = [] }]) => steps.some(({ uses = '' }) => reads.test(uses)))
      .map(([name, { steps = [] }]) => ({
        name: `${path} ${name}`,
        checkout: steps.find(({ uses = '' }) => uses.startsWith('actions/checkout@'))?.with,
      })),
  )
  expect(jobs.length).toBeGreaterThan(8)
  expect(jobs.filter(({ checkout }) => !/^\$\{\{ inputs\.lfs \}\}$/.test(String(checkout?.lfs)))).toEqual([])
})

interface WrittenStep {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}
