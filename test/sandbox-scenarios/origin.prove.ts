import { expect, test } from 'vitest'
import type { Run } from '../../sandbox/state/runs.ts'
import { cloneOf, hostedScene } from '../sandbox/hosted.ts'
import { modelyard } from '../support/command-line.ts'
import { forkScene, PASSED } from '../support/fork.ts'
import { callsOf, evidenceOfRun, LISTED, leftAs, MEASURES, ranAt } from '../support/origin.ts'
import { artifactDigest, type Files } from '../support/registry-files.ts'
import { runAction } from '../support/run-action.ts'
import type { TemporaryRepository } from '../support/temporary.ts'
import { CONFIG, FILES, FOLDER } from '../support/validated.ts'
import { workbench } from '../support/workbench.ts'

// Issue 5 §6, "evidence written by hand": through the committed bundle, in a checkout that came from GitHub.

/** What `registry` of the pipeline is granted. */
const GRANTED = { actions: 'read', contents: 'read' } as const

async function hosted() {
  const scene = await hostedScene(GRANTED)
  const { sandbox, repository, clone, token } = scene
  await clone.commit('Add the registry', LISTED)
  await clone.git('push', '-q', 'origin', 'HEAD:main')
  const tip = await clone.git('rev-parse', 'HEAD')
  /** The step of a run whose event says so, in a fresh checkout of what GitHub made of the branch. */
  const validated = async (event: (head: string) => object, files: Files) => {
    await clone.git('checkout', '-q', '-B', 'side', 'origin/main')
    const head = await clone.commit('a change', files)
    await clone.git('push', '-q', '--force', 'origin', 'side')
    const checkout = await cloneOf(scene, 'ada')
    await checkout.git('checkout', '-q', '--detach', 'origin/main')
    await checkout.git('merge', '-q', '--no-ff', '-m', 'Merge', head)
    const before = callsOf(sandbox).length
    const found = await stepAt(checkout, sandbox, token.value, event(head))
    return { ...found, calls: callsOf(sandbox).slice(before) }
  }
  const left = (run: Run, files: Files) =>
    run.artifacts.push({ id: sandbox.world.nextId(), expired: false, ...leftAs('churn', files) })
  const pull = (head: string) => ({ pull_request: { number: 7, base: { sha: tip }, head: { sha: head } } })
  return { ...scene, tip, validated, left, pull, ran: () => ranAt(sandbox, repository, tip) }
}

const stepAt = (
  { root }: Pick<TemporaryRepository, 'root'>,
  { url, graphqlUrl }: { readonly url: string; readonly graphqlUrl: string },
  token: string,
  event: object,
  env: Readonly<Record<string, string>> = {},
) =>
  runAction('actions/validate', {
    folder: root,
    event,
    token,
    env: {
      GITHUB_API_URL: url,
      GITHUB_GRAPHQL_URL: graphqlUrl,
      GITHUB_REPOSITORY: 'acme/models',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_RUN_ID: '5000',
      ...env,
    },
  })

test('evidence that a run of the default branch left passes, with four calls', async () => {
  const { ran, left, validated, pull, sandbox, token } = await hosted()
  const run = ran()
  const files = evidenceOfRun(run.id)
  left(run, files)
  const { status, outputs, log, calls } = await validated(pull, files)
  expect({ status, outcome: outputs.outcome }, log).toEqual({ status: 0, outcome: 'passed' })
  expect(calls.filter(call => call.startsWith('actions/') || call === 'repos/get')).toHaveLength(4)
  expect(sandbox.usedPermissions(token).map(({ name }) => name)).toContain('actions')
})

test('evidence written by hand fails on its line, and the step says who is to measure', async () => {
  const { ran, left, validated, pull } = await hosted()
  const run = ran()
  left(run, evidenceOfRun(run.id, 0.1))
  const { status, annotations, outputs, summary } = await validated(pull, evidenceOfRun(run.id, 0.99))
  expect({ status, outcome: outputs.outcome }).toEqual({ status: 1, outcome: 'failed' })
  expect(annotations).toMatchObject([
    { level: 'error', title: 'not-believed', file: expect.stringContaining('/evidence/evaluation-') },
  ])
  expect(annotations[0]?.message).toContain('gh workflow run modelyard-promote.yml')
  expect(summary).toContain('is not believed')
})

test('a merge group is asked the same', async () => {
  const { ran, validated, tip } = await hosted()
  const group = (head: string) => ({ merge_group: { base_sha: tip, head_sha: head } })
  const found = await validated(group, evidenceOfRun(ran().id))
  expect(found).toMatchObject({ status: 1, annotations: [{ title: 'not-believed' }] })
})

test('what was pushed to the default branch is merged, and asked nothing; another branch is', async () => {
  const { clone, sandbox, token } = await hosted()
  const before = await clone.git('rev-parse', 'HEAD')
  const head = await clone.commit('Merge evidence', evidenceOfRun(undefined))
  const event = { before, after: head, repository: { default_branch: 'main' } }
  const pushed = (ref: string) =>
    stepAt(clone, sandbox, token.value, event, {
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: ref,
      GITHUB_SHA: head,
      INPUT_BASE: before,
    })
  const calls = callsOf(sandbox).length
  expect(await pushed('refs/heads/main')).toMatchObject({ status: 0, outputs: { outcome: 'passed' } })
  expect(callsOf(sandbox)).toHaveLength(calls)
  expect(await pushed('refs/heads/side')).toMatchObject({
    status: 1,
    annotations: [{ title: 'not-believed' }],
  })
})

test('a pull request without evidence makes no call', async () => {
  const { validated, pull } = await hosted()
  expect(await validated(pull, { 'train.py': 'better' })).toMatchObject({ status: 0, calls: [] })
})

test("evidence that a fork's pull request adds ends in no success there either", async () => {
  const files = evidenceOfRun(undefined)
  const { sandbox, token, clone, forkClone, head, ended, started, statuses } = await forkScene({
    base: LISTED,
    changes: files,
    config: LISTED[CONFIG] as string,
  })
  const tip = await clone.git('rev-parse', 'main')
  await forkClone.git(
    'fetch',
    '-q',
    sandbox.gitUrl(sandbox.world.repository('acme/models') as never, token),
    'main',
  )
  await forkClone.git('update-ref', 'refs/remotes/origin/main', tip)
  await forkClone.git('checkout', '-q', '--detach', tip)
  await forkClone.git('merge', '-q', '--no-ff', '-m', 'Merge', head)
  const event = { pull_request: { number: 1, base: { sha: tip }, head: { sha: head } } }
  // The fork's own run, by the workflow of the base: its registry job fails.
  const found = await stepAt(forkClone, sandbox, token.value, event)
  expect(found).toMatchObject({ status: 1, annotations: [{ title: 'not-believed' }] })
  const registry = found.status === 0 ? 'success' : 'failure'
  await started(
    'actions/conclude',
    ended({ path: MEASURES, jobs: { ...PASSED, 'pipeline / registry': registry } }),
  )
  expect(statuses()).toMatchObject([{ sha: head, state: 'failure', description: 'failed: registry' }])
})

test.for([
  [{ GITHUB_ACTIONS: 'true' }, 4711],
  [{}, 'terminal'],
] as const)('the command line says the run that it is a step of: %o', async ([own, judgedAt]) => {
  const bench = await workbench({ files: FILES })
  await bench.draft(3, artifactDigest('churn', 3), 0.9)
  const env = {
    ...own,
    GITHUB_REPOSITORY: 'acme/models',
    GITHUB_RUN_ID: '4711',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_SHA: 'e'.repeat(40),
  }
  const { status, stderr } = await modelyard(bench.root, ['promote', 'churn', '3', 'staging'], { env })
  expect(status, stderr).toBe(0)
  const record = await bench.at('modelyard/churn/promote-3-staging', `${FOLDER}/promotions/4.json`)
  expect(JSON.parse(record)['judged-at']).toBe(judgedAt)
})
