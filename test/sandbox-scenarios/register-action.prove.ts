import { expect, test } from 'vitest'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { MERGE, PULLS, pushBranch } from '../sandbox/hosted.ts'
import { SERVING } from '../support/models.ts'
import { failureIn, readMetadata } from '../support/run-action.ts'
import { ACTION, BRANCH, candidateScene, evidenceOf, MODEL, ONNX } from './candidate-scene.ts'

test('version, evidence, card and record are one commit and one pull request, found by the next run', async () => {
  const { register, job, repository, clone, candidate } = await candidateScene()
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

test('a version names the pull request whose merge brought the code', async () => {
  const scene = await candidateScene()
  const { register, job, clone, ada, place } = scene
  await pushBranch(clone, 'code', { 'train.py': 'print("better")\n' })
  const { data: opened } = await ada.octokit.request(PULLS, {
    ...place,
    title: 'Code',
    head: 'code',
    base: 'main',
  })
  await ada.octokit.request(MERGE, { ...place, pull_number: opened.number, merge_method: 'squash' })
  const first = await register(await job())
  expect(first.outputs, first.log).toMatchObject({ status: 'proposed' })
  await clone.git('fetch', '-q', 'origin')
  const path = `${MODEL}/versions/3/version.json`
  const version = JSON.parse(await clone.git('show', `origin/${BRANCH}:${path}`))
  expect(version['pull-request']).toBe(opened.number)
})

test('a run on a newer commit rebuilds it in the same pull request, an older run leaves that alone', async () => {
  const { register, job, pushed, repository, clone, candidate } = await candidateScene()
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
  const { register, job, written, candidate } = await candidateScene()
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
  const { register, job } = await candidateScene(may)
  const { status, outputs, summary } = await register(await job())
  expect(status).toBe(2)
  expect(await failureIn(outputs)).toBe('missing-permission')
  expect(summary).toContain(said)
})

test('merged into the checkout it is a commit that nobody pushed', async () => {
  const { register, job, sandbox, clone } = await candidateScene()
  const made = await job()
  const before = await clone.git('ls-remote', 'origin')
  const calls = sandbox.log.length
  const merged = await register(made, { stage: '', evidence: '', merge: 'true' })
  expect(merged.outputs, merged.log).toMatchObject({ status: 'merged', version: '3', branch: 'main' })
  expect(await made.git('show', '-s', '--format=%an %s')).toBe('grace churn: register version 3')
  expect(sandbox.log.slice(calls)).toEqual([])
  expect(await clone.git('ls-remote', 'origin')).toBe(before)
})
