import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { addRun, runsOf } from '../../sandbox/state/runs.ts'
import { triggersOf } from '../../sandbox/state/triggers.ts'
import { register } from '../../src/commands/register.ts'
import { startedApp } from '../support/app.ts'
import { leftAs, PROMOTES, ranAt } from '../support/origin.ts'
import { storedEvidence, TEST_ORIGIN } from '../support/registry-files.ts'
import { RESULTS } from '../support/results.ts'
import { sha256, TEST_ROWS } from '../support/workbench.ts'
import { talking, working, zipped } from './talking.ts'

const MODEL = 'ONNX fake model of a run'

test('what a run measured becomes the pull request of whoever asked, and is answered', async () => {
  const scene = await talking()
  const { say, answer, answers, issue, repository, clone, approve, merge, app, seals, pulls } = scene
  const id = await say('grace', issue, '/promote churn 1 staging\nbetter')
  await working(scene).measure(1)
  const [pull] = pullsOf(repository)
  expect(pull).toMatchObject({ author: 'modelyard[bot]', title: 'churn: promote version 1 to staging' })
  await clone.git('fetch', '-q', 'origin', pull?.pull.headRef ?? '')
  expect(await clone.git('log', '-1', '--format=%B', 'FETCH_HEAD')).toContain('Asked-by: @grace')
  expect(answer(id)).toContain(`#${pull?.number}`)
  expect(answers(id)).toHaveLength(1)
  expect(checkRunsOf(repository).at(-1)).toMatchObject({ conclusion: 'action_required' })
  await approve(pull?.number ?? 0)
  await app.settled()
  expect(checkRunsOf(repository).at(-1)).toMatchObject({ conclusion: 'success' })
  await merge(pull?.number ?? 0)
  await app.settled()
  expect((await seals()).files['churn/1.json']).toMatchObject({ held: { outcome: 'passed' } })

  // Neither a repeated delivery nor a new process opens it again.
  for (const { guid } of [...scene.sandbox.webhooks.deliveries]) await scene.sandbox.webhooks.redeliver(guid)
  await app.settled()
  const again = await startedApp(scene)
  await again.settled()
  expect(pulls()).toEqual([`${pull?.number} closed`])
})

test('what a run left is found by the next process, however many ran after it', async () => {
  const scene = await talking()
  const { say, issue, pulls, app, sandbox, repository } = scene
  await say('grace', issue, '/promote churn 1 staging')
  app.child.kill('SIGKILL')
  await app.ended
  const run = await working(scene).leave(1)
  for (const path of [PROMOTES, '.github/workflows/busy.yml'])
    for (let count = 0; count < 110; count += 1)
      addRun(sandbox.world, repository, { actor: 'walter', event: 'push', path, headSha: run.headSha })
  const again = await startedApp(scene)
  await again.settled()
  expect(pulls()).toHaveLength(1)
})

test('what does not pass is answered with its gates, and opens nothing', async () => {
  const scene = await talking()
  const { say, answer, issue, pulls } = scene
  const id = await say('grace', issue, '/promote churn 1 staging')
  await working(scene).measure(1, 0.6)
  expect(pulls()).toEqual([])
  expect(answer(id)).toMatch(/failed, by 0\.100: ROC AUC/)
})

test('what somebody closed is not opened again by the run that left it', async () => {
  const scene = await talking()
  const { say, issue, pulls, ada, place, app } = scene
  await say('grace', issue, '/promote churn 1 staging')
  const run = await working(scene).measure(1)
  const [number = ''] = pulls()[0]?.split(' ') ?? []
  await ada.octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...place,
    pull_number: Number(number),
    state: 'closed',
  })
  await working(scene).over(run, [])
  await app.settled()
  expect(pulls()).toEqual([`${number} closed`])
})

test('who asked is told by the run’s name only where the App started it', async () => {
  const scene = await talking()
  const { say, issue, repository, clone, sandbox } = scene
  const id = await say('grace', issue, '/show churn')
  const run = addRun(sandbox.world, repository, {
    actor: 'walter',
    event: 'workflow_dispatch',
    path: PROMOTES,
    headBranch: 'main',
    headSha: (await clone.git('rev-parse', 'origin/main')).trim(),
    title: `Modelyard promotion churn comment-${id}`,
  })
  const { files, evidence } = await working(scene).proposalOf(run, 1)
  await working(scene).over(run, [leftAs('churn', evidence), zipped('modelyard-proposal-churn', files)])
  const [pull] = pullsOf(repository)
  await clone.git('fetch', '-q', 'origin', pull?.pull.headRef ?? '')
  expect(await clone.git('log', '-1', '--format=%B', 'FETCH_HEAD')).toContain('Asked-by: @walter')
})

test('nothing is taken of a run that is not believed, or that reaches beyond its model', async () => {
  const scene = await talking()
  const { repository, clone, sandbox, pulls } = scene
  const headSha = (await clone.git('rev-parse', 'origin/main')).trim()
  const base = { actor: 'walter', event: 'workflow_dispatch', path: PROMOTES, headBranch: 'main', headSha }
  sandbox.world.addAccount('mallory')
  sandbox.world.addRepository('mallory/models')
  const { over, proposalOf } = working(scene)
  const leave = async (facts: object, change: (text: string) => string = text => text, name = 'churn') => {
    const run = addRun(sandbox.world, repository, { ...base, ...facts })
    const { files } = await proposalOf(run, 1)
    const text = Buffer.from(files.get('proposal.json') ?? '').toString()
    files.set('proposal.json', Buffer.from(change(text)))
    await over(run, [zipped(`modelyard-proposal-${name}`, files)])
    return pulls()
  }
  for (const facts of [
    { path: '.github/workflows/other.yml' },
    { headBranch: 'idea' },
    { headRepository: 'mallory/models' },
    { event: 'pull_request_target' },
    { headSha: 'e'.repeat(40) },
  ])
    expect({ facts, pulls: await leave(facts) }).toEqual({ facts, pulls: [] })
  const hostile: readonly ((text: string) => string)[] = [
    text => text.replace('models/churn/stages.json', 'models/churn/model.yaml'),
    text => text.replace('registry-data/models/churn/stages.json', '.github/modelyard.yml'),
    text => text.replace('models/churn/stages.json', 'models/other/stages.json'),
    text => text.replace('registry-data/models/churn/stages.json', '../models/churn/stages.json'),
    text => text.replace(/"branch": "[^"]*"/, '"branch": "main"'),
    text => text.replace(/"branch": "[^"]*"/, '"branch": "modelyard/other/promote-1-staging"'),
    text => text.replace(/"base": "[^"]*"/, `"base": "${'e'.repeat(40)}"`),
    text => text.replace(/"name": "file-0"/, '"name": "../../file-0"'),
    text => text.replace(/"name": "file-0"/, '"name": "file-77"'),
    text => text.replace(/"kind": "move"/, '"kind": "gates"'),
    text => text.replace(/,\s*"name": "file-1"/, ''),
    () => 'no JSON',
  ]
  for (const [at, change] of hostile.entries())
    expect({ at, pulls: await leave({}, change) }).toEqual({ at, pulls: [] })
  expect(await leave({}, undefined, 'other')).toEqual([])
  expect(await leave({})).toHaveLength(1)
})

test('a comparison that somebody asks for is started once, and its report becomes the answer', async () => {
  const scene = await talking()
  const { say, answer, answers, issue, started, repository, pulls } = scene
  const id = await say('walter', issue, '/compare churn 1 2')
  expect(started()).toEqual([`Modelyard comparison churn comment-${id}`])
  expect(triggersOf(repository).at(-1)?.inputs).toMatchObject({
    kind: 'comparison',
    version: '2',
    champion: '1',
  })
  expect(answer(id)).toMatch(/version 2 of churn is compared with version 1/i)
  const [run] = runsOf(repository).slice(-1)
  if (run === undefined) throw new Error('no run was started')
  const report = new Map([['comparison.json', JSON.stringify(RESULTS.comparison)]])
  await working(scene).over(run, [zipped('modelyard-result-compare-churn', report)])
  expect(answer(id)).toContain(`/actions/runs/${run.id}`)
  expect(answer(id)).toContain('champion')
  expect([answers(id).length, pulls()]).toEqual([1, []])
})

test('a version that a run of the default branch trained becomes one pull request, which is judged and sealed as others are', async () => {
  const scene = await talking()
  const { approve, merge, app, seals, pulls, repository, sandbox, clone, checkout, ports } = scene
  await clone.git('fetch', '-q', 'origin', 'main')
  const tip = (await clone.git('rev-parse', 'FETCH_HEAD')).trim()
  /** A run that trained, measured and left what it would register. */
  const trained = async (auc: number) => {
    const run = ranAt(sandbox, repository, tip)
    const evidence = storedEvidence('churn', 4, {
      schema: 1,
      kind: 'evaluation',
      subject: { artifact: sha256(MODEL), data: sha256(TEST_ROWS) },
      facts: { task: 'binary-classification', rows: 2, target: 'churn', metrics: { 'roc-auc': auc } },
      origin: { ...TEST_ORIGIN, run: run.id },
    })
    const root = await checkout()
    await mkdir(join(root, 'made/evidence'), { recursive: true })
    await writeFile(join(root, 'made/model.onnx'), MODEL)
    for (const [path, text] of Object.entries(evidence))
      await writeFile(join(root, 'made/evidence', basename(path)), text)
    const files = new Map<string, Uint8Array>()
    const outbox = {
      isUsed: async () => true,
      write: async (name: string, content: Uint8Array) => void files.set(name, content),
    }
    const asked = { model: 'churn', artifact: 'made/model.onnx', stage: 'staging', evidence: 'made/evidence' }
    await register.execute({ ...asked, commit: tip }, { ...ports(root), outbox }, {})
    await working(scene).over(run, [leftAs('churn', evidence), zipped('modelyard-proposal-churn', files)])
  }
  await trained(0.8)
  const [pull] = pullsOf(repository)
  const title = 'churn: register version 4 and promote it to staging'
  expect(pull).toMatchObject({ author: 'modelyard[bot]', title })
  expect(checkRunsOf(repository).at(-1)).toMatchObject({ conclusion: 'action_required' })
  // The next run builds it anew, in the same place.
  const before = pull?.pull.headSha
  await trained(0.9)
  expect([pulls(), pull?.pull.headSha === before]).toEqual([[`${pull?.number} open`], false])
  expect(pull?.body).toContain('0.900')
  await approve(pull?.number ?? 0)
  await app.settled()
  expect(checkRunsOf(repository).at(-1)).toMatchObject({ conclusion: 'success' })
  await merge(pull?.number ?? 0)
  await app.settled()
  expect((await seals()).files['churn/1.json']).toMatchObject({ held: { outcome: 'passed' } })
})
