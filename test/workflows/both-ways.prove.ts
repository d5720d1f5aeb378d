import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { commentsOf } from '../../sandbox/state/issues.ts'
import { statusesOf } from '../../sandbox/state/statuses.ts'
import { consumer } from '../support/act/consumer.ts'
import { RESULTS } from '../support/results.ts'
import { runAction } from '../support/run-action.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { testWith } from '../support/tools.ts'
import { FILES } from '../support/validated.ts'

// What the tests of single Actions rest on: started by our shim or by a runner, an Action does the same.

const NEEDS =
  '{"registry":{"result":"success","outputs":{"models":"[\\"churn\\"]"}},"lint":{"result":"failure"}}'
const INPUTS = {
  validate: {},
  conclude: { needs: NEEDS, previews: 'benchmark\nother' },
  report: { files: 'tests.json', part: 'linux' },
} as const
const step = (name: keyof typeof INPUTS) => `
      - id: ${name}
        if: always()
        uses: modelyard/modelyard/actions/${name}@v1
        with: ${JSON.stringify(INPUTS[name])}`
const CALLER = `on: pull_request
permissions: {}
jobs:
  job:
    runs-on: ubuntu-24.04
    permissions: {contents: read, pull-requests: write, statuses: write}
    steps:
      - uses: actions/checkout@v6
        with: {persist-credentials: false, fetch-depth: 0}${step('validate')}${step('conclude')}${step('report')}
`
const CHANGES = { 'train.py': 'print()\n', 'tests.json': JSON.stringify(RESULTS['test-report']) }

const scene = () => consumer(CALLER, FILES as Readonly<Record<string, string>>, CHANGES)

/** The outputs of each step, without those that name a file, a comment or a time of the one run. */
async function underAct() {
  const { run, repository } = await scene()
  const { outputs, log } = await run()
  const of = (name: string) =>
    Object.fromEntries(
      Object.entries(outputs).flatMap(([key, value]) => {
        const [, output] = new RegExp(`^job/${name}\\.(.+)$`).exec(key) ?? []
        return output === undefined || output === 'result-file' ? [] : [[output, value]]
      }),
    )
  return { outputs: outputsBy(of), left: leftOn(repository), log }
}

function outputsBy(of: (name: string) => Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.keys(INPUTS).map(name => [name, of(name)]))
}

function leftOn(repository: Parameters<typeof commentsOf>[0]) {
  return {
    comments: commentsOf(repository).map(({ body }) => body.replaceAll(/ at=\d+/g, '')),
    statuses: statusesOf(repository).map(({ sha, state, context, description }) => ({
      sha: sha.length,
      state,
      context,
      description,
    })),
  }
}

async function underShim() {
  const { sandbox, repository, token, own, number, head } = await scene()
  const folder = join(await temporaryFolder(), 'workspace')
  await cp(own.root, folder, { recursive: true })
  const base = (await own.git('rev-parse', 'main')).trim()
  await writeFile(join(folder, 'tests.json'), CHANGES['tests.json'])
  const results = new Map<string, Readonly<Record<string, string>>>()
  for (const [name, inputs] of Object.entries(INPUTS)) {
    const { outputs } = await runAction(`actions/${name}`, {
      folder,
      inputs,
      token: token.value,
      event: {
        pull_request: { number, head: { sha: head, ref: 'better' }, base: { sha: base, ref: 'main' } },
      },
      env: {
        GITHUB_API_URL: sandbox.url,
        GITHUB_GRAPHQL_URL: sandbox.graphqlUrl,
        GITHUB_REPOSITORY: 'acme/models',
        GITHUB_RUN_ID: '4242',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_WORKFLOW_REF: 'acme/models/.github/workflows/modelyard.yml@refs/heads/main',
      },
    })
    const { 'result-file': _, ...others } = outputs
    results.set(name, others)
  }
  return { outputs: outputsBy(name => results.get(name) ?? {}), left: leftOn(repository) }
}

testWith('act')('an Action does the same as a process of ours and under a runner', async () => {
  const { log, ...acted } = await underAct()
  const { outputs, left } = await underShim()
  const unlike = ({ conclude, ...others }: typeof outputs) => ({
    ...others,
    // Each scene has a commit of its own.
    conclude: { ...conclude, sha: conclude?.sha?.length },
  })
  expect(unlike(acted.outputs), log).toEqual(unlike(outputs))
  expect(acted.left, log).toEqual(left)
  expect(outputs.conclude).toMatchObject({ outcome: 'failed', description: 'failed: lint' })
  expect(outputs.validate).toMatchObject({ outcome: 'passed', models: '["churn"]' })
  expect(outputs.report).toMatchObject({ shown: 'comment', change: 'created' })
  expect(left.comments).toHaveLength(1)
})
