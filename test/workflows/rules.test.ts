import { expect, test } from 'vitest'
import { documentedWorkflows, firstWorkflows, ownWorkflows, workflowsIn } from '../support/workflow-files.ts'
import { breachesOf, type RuleName } from '../support/workflow-rules.ts'

test('our workflows and those of the docs break no rule of trust', () => {
  const files = [...ownWorkflows(), ...documentedWorkflows(), ...firstWorkflows()]
  expect(files.length).toBeGreaterThan(0)
  expect(files.flatMap(breachesOf)).toEqual([])
})

const SHA = '0123456789abcdef0123456789abcdef01234567'
const STEPS: readonly (readonly [RuleName, string, string])[] = [
  ['unpinned-action', 'push', '- uses: actions/cache@v5'],
  ['kept-credentials', 'push', `- uses: actions/checkout@${SHA}`],
  ['expression-in-script', 'push', '- run: echo "$' + '{{ github.event.pull_request.title }}"'],
  [
    'expression-in-script',
    'push',
    `- uses: actions/github-script@${SHA}\n        with: {script: "\${{ inputs.a }}"}`,
  ],
  [
    'foreign-code-with-rights',
    'workflow_run',
    `- uses: actions/checkout@${SHA}\n        with: {persist-credentials: false, ref: "\${{ github.event.workflow_run.head_sha }}"}`,
  ],
  ['foreign-code-with-rights', 'issue_comment', '- uses: ./actions/report'],
  ['foreign-code-with-rights', 'issue_comment', '- run: npm ci'],
]

const workflow = (on: string, step: string, permissions = '{}') => `on: ${on}
permissions: {}
jobs:
  job:
    runs-on: ubuntu-24.04
    permissions: ${permissions}
    steps:
      ${step}
`

test.for(STEPS)('%s is found on %s: %s', ([rule, on, step]) => {
  expect(breachesOf({ path: 'a', text: workflow(on, step) })).toEqual([
    { path: 'a', rule, at: 'jobs.job.steps[0]' },
  ])
})

test('a job that runs a command of the repository can only read', () => {
  const step = '- uses: $/actions/run'
  const rules = (permissions: string) =>
    breachesOf({ path: 'a', text: workflow('push', step, permissions) }).map(({ rule }) => rule)
  expect(rules('{contents: read}')).toEqual([])
  expect(rules('{}')).toEqual([])
  expect(rules('{contents: write}')).toEqual(['more-than-reading'])
  expect(rules('{contents: read, pull-requests: write}')).toEqual(['more-than-reading'])
  expect(rules('write-all')).toEqual(['more-than-reading'])
})

test('nor may a script beside what was checked out do more', () => {
  const steps = `- uses: actions/checkout@${SHA}\n        with: {persist-credentials: false}\n      - run: make`
  const rules = (permissions: string) =>
    breachesOf({ path: 'a', text: workflow('push', steps, permissions) }).map(({ rule }) => rule)
  expect(rules('{contents: read}')).toEqual([])
  expect(rules('{contents: read, statuses: write}')).toEqual(['more-than-reading'])
})

test.for([
  ['on: pull_request_target\npermissions: {}\njobs: {}', 'dangerous-trigger'],
  ['on: push\njobs: {}', 'granted-to-all-jobs'],
  ['on: push\npermissions: {contents: read}\njobs: {}', 'granted-to-all-jobs'],
  ['on: {pull_request: {paths: [a]}}\npermissions: {}\njobs: {}', 'path-filter'],
] as const)('%s breaks the rule %s', ([text, rule]) => {
  expect(breachesOf({ path: 'a', text }).map(found => found.rule)).toEqual([rule])
})

test('a page gives its workflows with their lines, and nothing else that is YAML', () => {
  const page = '# A\n\n```yaml\na: 1\n```\n\n```yaml\non: push\njobs: {}\n```\n'
  expect(workflowsIn('a.md', page)).toEqual([{ path: 'a.md:8', text: 'on: push\njobs: {}\n' }])
})
