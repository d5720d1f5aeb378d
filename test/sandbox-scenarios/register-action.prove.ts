import { expect, test } from 'vitest'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { cloneOf, hostedScene } from '../sandbox/hosted.ts'
import { fixture } from '../support/fixture-models.ts'
import { SERVING } from '../support/models.ts'
import { modelFiles, storedEvidence, TEST_ORIGIN } from '../support/registry-files.ts'
import { failureIn, readMetadata, runAction } from '../support/run-action.ts'
import type { TemporaryRepository } from '../support/temporary.ts'
import { MODEL_YAML, REGISTRY_FILES, sha256, TEST_ROWS } from '../support/workbench.ts'

const ACTION = 'actions/register'
const BRANCH = 'modelyard/churn/candidate'
const MODEL = 'registry-data/models/churn'
/** Version 1 in production, 2 in staging; the data that it trains on is a table. */
const FILES = {
  ...REGISTRY_FILES,
  'data/train.csv': 'tenure,churn\n1,Yes\n',
  ...modelFiles('churn', {
    definition: `${MODEL_YAML}train: {command: python train.py, data: data/train.csv}\n`,
    versions: [{}, {}],
    records: SERVING,
  }),
}
const ONNX = fixture('models/telco-churn/v2/model.onnx')

/** What measuring jobs found out about these bytes. */
function evidenceOf(model: Uint8Array, auc: number): Record<string, string> {
  const stored = storedEvidence('churn', 3, {
    schema: 1,
    kind: 'evaluation',
    subject: { artifact: sha256(model), data: sha256(TEST_ROWS) },
    facts: { task: 'binary-classification', rows: 2, target: 'churn', metrics: { 'roc-auc': auc } },
    origin: TEST_ORIGIN,
  })
  return Object.fromEntries(
    Object.entries(stored).map(([path, text]) => [`evidence/3/${path.split('/').at(-1)}`, text]),
  )
}

/** A job that proposes: it checked the repository out and downloaded what the jobs before it left. */
async function proposing({ mayOpen = true, mayWrite = true } = {}) {
  const tolerate = mayOpen && mayWrite ? {} : { tolerate: ['permission'] as const }
  const contents = mayWrite ? 'write' : 'read'
  const scene = await hostedScene({ contents, pull_requests: 'write' }, tolerate)
  const { sandbox, repository, token, clone, bare } = scene
  repository.actionsMayOpenPulls = mayOpen
  await clone.commit('Add the registry', FILES)
  await clone.git('push', '-q', 'origin', 'main')
  const job = async (auc = 0.8, model: Uint8Array = ONNX) => {
    const made = await cloneOf(scene, 'ada')
    await made.write({
      'made/model.onnx': model,
      'made/metrics.json': '{"roc-auc": 0.9}',
      ...evidenceOf(model, auc),
    })
    return made
  }
  const register = ({ root }: TemporaryRepository, inputs: Readonly<Record<string, string>> = {}) =>
    runAction(ACTION, {
      folder: root,
      inputs: { model: 'churn', trained: 'made', stage: 'staging', evidence: 'evidence', ...inputs },
      token: token.value,
      env: {
        GITHUB_API_URL: sandbox.url,
        GITHUB_GRAPHQL_URL: sandbox.graphqlUrl,
        GITHUB_REPOSITORY: 'acme/models',
        GITHUB_ACTOR: 'grace',
        GITHUB_ACTOR_ID: '7',
      },
    })
  const pushed = async () => {
    await clone.commit('A page', { 'docs/a.md': `${Math.random()}\n` })
    await clone.git('push', '-q', 'origin', 'main')
  }
  const candidate = async () => {
    await clone.git('fetch', '-q', '--prune', 'origin')
    return clone.git('branch', '--remotes', '--list', `origin/${BRANCH}`, '--format=%(objectname)')
  }
  const written = () =>
    sandbox.log.filter(
      ({ method, actor, route }) => method !== 'GET' && actor !== 'ada' && !/git/.test(route),
    )
  return { ...scene, bare, job, register, pushed, candidate, written }
}

test('version, evidence, card and record are one commit and one pull request, found by the next run', async () => {
  const { register, job, repository, clone, candidate } = await proposing()
  const first = await register(await job())
  expect({ status: first.status, outputs: first.outputs }, first.log).toMatchObject({
    status: 0,
    outputs: { status: 'proposed', version: '3', branch: BRANCH, 'pull-request': '1' },
  })
  const declared = Object.keys((await readMetadata(ACTION)).outputs ?? {})
  expect(Object.keys(first.outputs).filter(name => !declared.includes(name))).toEqual([])
  const [pull] = pullsOf(repository)
  expect(pull?.title).toBe('churn: register version 3 and promote it to staging')
  for (const said of ['development → staging', 'ROC AUC', 'sha256', 'register version 3 and promote it'])
    expect(pull?.body).toContain(said)
  expect(await candidate()).toBe(first.outputs.commit)
  const changed = await clone.git('diff', '--name-only', `origin/main..origin/${BRANCH}`)
  expect(changed.split('\n').sort()).toEqual(
    [
      `${MODEL}/promotions/${SERVING.length + 1}.json`,
      `${MODEL}/stages.json`,
      `${MODEL}/versions/last.json`,
      ...['card.md', 'model.onnx', 'version.json'].map(name => `${MODEL}/versions/3/${name}`),
      ...Object.keys(evidenceOf(ONNX, 0.8)).map(path =>
        path.replace('evidence/3', `${MODEL}/versions/3/evidence`),
      ),
    ].sort(),
  )
  const version = JSON.parse(await clone.git('show', `origin/${BRANCH}:${MODEL}/versions/3/version.json`))
  // Read from the file's bytes, without an engine; the rows of the training data are not counted here.
  expect(version.signature.inputs).toHaveLength(19)
  expect(version).toMatchObject({ 'created-by': 'grace <7+grace@users.noreply.github.com>' })
  expect(version.data).toEqual([expect.not.objectContaining({ rows: expect.anything() })])

  const again = await register(await job())
  expect(again.outputs, again.log).toMatchObject({
    status: 'unchanged',
    'pull-request': '1',
    commit: first.outputs.commit,
  })
  expect(pullsOf(repository)).toHaveLength(1)
})

test('a run on a newer commit rebuilds it in the same pull request, an older run leaves that alone', async () => {
  const { register, job, pushed, repository, clone, candidate } = await proposing()
  const older = await job()
  const first = await register(await job())
  await pushed()
  const rebuilt = await register(await job(0.85))
  expect(rebuilt.outputs, rebuilt.log).toMatchObject({ status: 'proposed', 'pull-request': '1' })
  expect(rebuilt.outputs.commit).not.toBe(first.outputs.commit)
  const main = await clone.git('rev-parse', 'origin/main')
  expect(await candidate()).toBe(rebuilt.outputs.commit)
  expect(await clone.git('rev-parse', `origin/${BRANCH}^`)).toBe(main)
  const late = await register(older)
  expect({ status: late.status, outputs: late.outputs }, late.log).toMatchObject({
    status: 0,
    outputs: { status: 'unchanged', 'pull-request': '1', commit: rebuilt.outputs.commit },
  })
  expect(await candidate()).toBe(rebuilt.outputs.commit)
  expect(pullsOf(repository).map(({ state }) => state)).toEqual(['open'])
})

test.for([
  ['0.6', {}, 'failed'],
  ['0.8', { evidence: '' }, 'inconclusive'],
] as const)('where the gates do not pass nothing is proposed (%s)', async ([auc, inputs, outcome]) => {
  const { register, job, written, candidate } = await proposing()
  const refused = await register(await job(Number(auc)), inputs)
  expect({ status: refused.status, outputs: refused.outputs }, refused.log).toMatchObject({
    status: 1,
    outputs: { status: 'refused', outcome },
  })
  expect(refused.summary).toContain('gates of staging did not pass')
  expect(written()).toEqual([])
  expect(await candidate()).toBe('')
})

test.for([
  [{ mayOpen: false }, 'Allow GitHub Actions to create and approve pull requests'],
  [{ mayWrite: false }, 'contents: write'],
] as const)('what is not allowed is told with what grants it: %s', async ([may, said]) => {
  const { register, job } = await proposing(may)
  const { status, outputs, summary } = await register(await job())
  expect(status).toBe(2)
  expect(await failureIn(outputs)).toBe('missing-permission')
  expect(summary).toContain(said)
})

test('merged into the checkout it is a commit that nobody pushed', async () => {
  const { register, job, sandbox, clone } = await proposing()
  const made = await job()
  const before = await clone.git('ls-remote', 'origin')
  const calls = sandbox.log.length
  const merged = await register(made, { stage: '', evidence: '', merge: 'true' })
  expect(merged.outputs, merged.log).toMatchObject({ status: 'merged', version: '3', branch: 'main' })
  expect(await made.git('show', '-s', '--format=%an %s')).toBe('grace churn: register version 3')
  expect(sandbox.log.slice(calls)).toEqual([])
  expect(await clone.git('ls-remote', 'origin')).toBe(before)
})
