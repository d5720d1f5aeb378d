import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { cloneOf, hostedScene } from '../sandbox/hosted.ts'
import { promotion } from '../support/models.ts'
import { evidenceFile, modelFiles } from '../support/registry-files.ts'
import { failureIn, readMetadata, runAction } from '../support/run-action.ts'
import type { TemporaryRepository } from '../support/temporary.ts'
import { MODEL_YAML, REGISTRY_FILES } from '../support/workbench.ts'

const ACTION = 'actions/promote'
const BRANCH = 'modelyard/churn/promote-2-staging'
const FILES = {
  ...REGISTRY_FILES,
  ...modelFiles('churn', {
    definition: MODEL_YAML,
    versions: [{}, {}],
    records: [promotion(1, 'development', 'staging', { aliases: { challenger: 1 } })],
  }),
}
const EVIDENCE = evidenceFile('churn', 2, 0.9)

/** A job that checked the repository out, and whose earlier step measured version 2. */
async function promoting({ mayOpen = true } = {}) {
  const scene = await hostedScene(
    { contents: 'write', pull_requests: 'write' },
    mayOpen ? {} : { tolerate: ['permission'] },
  )
  const { sandbox, repository, token, clone } = scene
  repository.actionsMayOpenPulls = mayOpen
  await clone.commit('Add the registry', FILES)
  await clone.git('push', '-q', 'origin', 'main')
  const checkout = async () => {
    const made = await cloneOf(scene, 'ada')
    await measure(made)
    return made
  }
  const promote = (folder: string, inputs: Readonly<Record<string, string>> = {}) =>
    runAction(ACTION, {
      folder,
      inputs: { model: 'churn', version: '2', stage: 'staging', ...inputs },
      token: token.value,
      env: {
        GITHUB_API_URL: sandbox.url,
        GITHUB_GRAPHQL_URL: sandbox.graphqlUrl,
        GITHUB_REPOSITORY: 'acme/models',
        GITHUB_ACTOR: 'grace',
        GITHUB_ACTOR_ID: '7',
      },
    })
  return { ...scene, checkout, promote }
}

async function measure({ root }: TemporaryRepository): Promise<void> {
  const folder = join(root, '.git/modelyard/evidence/churn/2')
  await mkdir(folder, { recursive: true })
  for (const [path, text] of Object.entries(EVIDENCE)) await writeFile(join(folder, basename(path)), text)
}

test('a promotion is one commit with its evidence, and one pull request, found by the next run', async () => {
  const { promote, checkout, repository, clone } = await promoting()
  const first = await promote((await checkout()).root)
  expect({ status: first.status, outputs: first.outputs }, first.log).toMatchObject({
    status: 0,
    outputs: { status: 'proposed', branch: BRANCH, 'pull-request': '1' },
  })
  const declared = Object.keys((await readMetadata(ACTION)).outputs ?? {})
  expect(Object.keys(first.outputs).filter(name => !declared.includes(name))).toEqual([])
  const [pull] = pullsOf(repository)
  expect(pull).toMatchObject({ title: 'churn: promote version 2 to staging' })
  expect(pull?.body).toContain('development → staging')
  await clone.git('fetch', '-q', 'origin')
  const changed = await clone.git('diff', '--name-only', `origin/main..origin/${BRANCH}`)
  for (const path of Object.keys(EVIDENCE)) expect(changed.split('\n')).toContain(path)
  const record = await clone.git('show', `origin/${BRANCH}:registry-data/models/churn/promotions/2.json`)
  expect(JSON.parse(record)['requested-by']).toBe('grace <7+grace@users.noreply.github.com>')
  // Another machine, later: nothing is left of the first run but what is on GitHub.
  const again = await promote((await checkout()).root)
  expect(again.outputs, again.log).toMatchObject({
    status: 'unchanged',
    'pull-request': '1',
    commit: first.outputs.commit,
  })
  expect(pullsOf(repository)).toHaveLength(1)
})

test('a dry run, and what the policy refuses, change nothing on GitHub', async () => {
  const { promote, checkout, sandbox, clone } = await promoting()
  const { root } = await checkout()
  expect((await promote(root, { 'dry-run': 'true' })).outputs.status).toBe('planned')
  const refused = await promote(clone.root)
  expect(refused.outputs).toMatchObject({ status: 'refused', outcome: 'inconclusive' })
  expect(sandbox.log.filter(({ method, actor }) => method !== 'GET' && actor !== 'ada')).toEqual([])
})

test('the setting that forbids it is told with where it is', async () => {
  const { promote, checkout } = await promoting({ mayOpen: false })
  const { status, outputs, summary } = await promote((await checkout()).root)
  expect(status).toBe(2)
  expect(await failureIn(outputs)).toBe('missing-permission')
  expect(summary).toContain('Allow GitHub Actions to create and approve pull requests')
})

test('no branch checked out is an error, and a merge is no input', async () => {
  const { promote, checkout, sandbox } = await promoting()
  const made = await checkout()
  await made.git('checkout', '-q', '--detach')
  expect(await failureIn((await promote(made.root)).outputs)).toBe('detached-head')
  expect(sandbox.log.filter(({ method, actor }) => method !== 'GET' && actor !== 'ada')).toEqual([])
  expect(Object.keys((await readMetadata(ACTION)).inputs ?? {})).not.toContain('merge')
})
