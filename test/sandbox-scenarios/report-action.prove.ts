import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addPull, commentsOf } from '../../sandbox/state/issues.ts'
import { parseParts } from '../../src/domain/report/part.ts'
import { RESULTS } from '../support/results.ts'
import { runAction, type StepResult } from '../support/run-action.ts'
import { gitHubOf, openScene } from '../support/sandbox.ts'
import { temporaryFolder } from '../support/temporary.ts'

// The committed bundle, in processes of its own, against one sandbox.

const PIPELINE = '.github/workflows/pipeline.yml'
const PARTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

interface Writer {
  readonly part?: string
  readonly run?: number
  readonly workflow?: string
}

async function actionScene({ locked = false }: { readonly locked?: boolean } = {}) {
  const scene = await openScene({ contents: 'read', pull_requests: 'write' })
  const { sandbox, repository, token } = scene
  const { number } = addPull(sandbox.world, repository, {
    author: 'ada',
    headSha: 'a'.repeat(40),
    baseSha: 'b'.repeat(40),
    locked,
  })
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'tests.json'), JSON.stringify(RESULTS['test-report']))
  const report = ({ part = '', run = 7, workflow = PIPELINE }: Writer): Promise<StepResult> =>
    runAction('actions/report', {
      folder,
      inputs: { files: 'tests.json', ...(part && { part }) },
      event: { pull_request: { number } },
      token: token.value,
      env: {
        ...gitHubOf(sandbox),
        GITHUB_RUN_ID: String(run),
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_WORKFLOW_REF: `acme/models/${workflow}@refs/pull/${number}/merge`,
      },
    })
  const bodies = () => commentsOf(repository).map(({ body }) => body)
  return { ...scene, report, bodies }
}

const runsIn = (body: string) =>
  Object.fromEntries(parseParts(body).map(({ name, run }) => [name, run] as const))

test('8 writers at once leave one comment, which holds the newest of each part', async () => {
  const { report, bodies } = await actionScene()
  const first = await Promise.all(PARTS.map(part => report({ part })))
  expect(first.map(({ status, log }) => (status === 0 ? 0 : log))).toEqual(PARTS.map(() => 0))
  expect(bodies()).toHaveLength(1)
  expect(runsIn(bodies()[0] ?? '')).toEqual(Object.fromEntries(PARTS.map(part => [part, 7])))
  // Half of them newer, half of them late.
  const again = await Promise.all(PARTS.map((part, at) => report({ part, run: at < 4 ? 8 : 6 })))
  expect(again.map(({ outputs }) => outputs.change)).toEqual([
    ...Array.from({ length: 4 }, () => 'updated'),
    ...Array.from({ length: 4 }, () => 'superseded'),
  ])
  expect(bodies()).toHaveLength(1)
  expect(runsIn(bodies()[0] ?? '')).toEqual(
    Object.fromEntries(PARTS.map((part, at) => [part, at < 4 ? 8 : 7])),
  )
})

test('two workflows at once keep two comments', async () => {
  const { report, bodies } = await actionScene()
  const workflows = [PIPELINE, '.github/workflows/nightly.yml']
  for (const run of [7, 8]) await Promise.all(workflows.map(workflow => report({ workflow, run })))
  expect(bodies()).toHaveLength(2)
  for (const workflow of workflows)
    expect(bodies().filter(body => body.includes(`workflow=${workflow} -->`))).toHaveLength(1)
})

test('a locked pull request is no failure, and the report stands in the summary', async () => {
  const { report, bodies } = await actionScene({ locked: true })
  const { status, outputs, summary } = await report({ part: 'a' })
  expect({ status, shown: outputs.shown }).toEqual({ status: 0, shown: 'summary' })
  expect(summary).toContain('locked')
  expect(bodies()).toEqual([])
})

test('a pull request that is locked after the comment was made keeps what it holds', async () => {
  const scene = await actionScene()
  await Promise.all(['a', 'b'].map(part => scene.report({ part })))
  const [before] = scene.bodies()
  await scene.octokit.request('PUT /repos/{owner}/{repo}/issues/{issue_number}/lock', {
    ...scene.place,
    issue_number: 1,
  })
  const { status, outputs } = await scene.report({ part: 'a', run: 8 })
  expect({ status, shown: outputs.shown }).toEqual({ status: 0, shown: 'summary' })
  expect(scene.bodies()).toEqual([before])
})
