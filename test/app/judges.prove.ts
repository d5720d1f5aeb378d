import { expect, test } from 'vitest'
import { pressRerun } from '../../sandbox/buttons.ts'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { runsOf } from '../../sandbox/state/runs.ts'
import { PULLS, pushBranch } from '../sandbox/hosted.ts'
import { CONFIG, definition } from '../sandbox-scenarios/merging.ts'
import { startedApp } from '../support/app.ts'
import { folderOf } from '../support/registry-files.ts'
import { type Judging, judging } from './judging.ts'

const MODEL = folderOf('churn')
const EDITS = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}'
const APPROVALS = (required: number) => `, approvals: {required: ${required}, from: ["@grace", "@ada"]}`

test('a pull request that changes nothing that judges passes, by one check run', async () => {
  const { app, checks, clone, ada, place } = await judging()
  const headSha = await pushBranch(clone, 'idea', { 'docs/a.md': 'words\n' })
  await ada.octokit.request(PULLS, { ...place, title: 'Idea', head: 'idea', base: 'main' })
  await app.settled()
  expect(checks()).toEqual([{ headSha, conclusion: 'success', title: 'nothing that judges is changed' }])
})

test('a promotion waits for its approval, which is of one head alone', async () => {
  const { app, checks, promotion, approve, clone, summary } = await judging()
  const pull = await promotion(1)
  await app.settled()
  expect(checks()).toMatchObject([
    { conclusion: 'action_required', title: 'churn 1 to staging: 1 approval missing' },
  ])
  expect(summary()).toMatch(/1 by .+grace \| .+missing/)
  await approve(pull)
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'success', title: 'churn 1 to staging: all is met' }])
  // Somebody's commit on top is another head.
  const branch = 'modelyard/churn/promote-1-staging'
  await clone.git('fetch', '-q', 'origin', branch)
  await clone.git('checkout', '-q', '-B', 'more', 'FETCH_HEAD')
  await clone.git('commit', '-q', '--allow-empty', '-m', 'more')
  await clone.git('push', '-q', 'origin', `more:${branch}`)
  await app.settled()
  expect(checks().at(-1)).toMatchObject({ conclusion: 'action_required' })
  expect(summary()).toContain('`grace` does not count: approved an earlier commit.')
})

test('a file that is broken is told on its line', async () => {
  const { app, checks, clone, ada, place, repository } = await judging()
  const path = `${MODEL}/model.yaml`
  const lines = definition(APPROVALS(1)).split('\n')
  const broken = [lines[0], 'tarrget: churn', ...lines.slice(1)].join('\n')
  await pushBranch(clone, 'idea', { [path]: broken })
  await ada.octokit.request(PULLS, { ...place, title: 'Idea', head: 'idea', base: 'main' })
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'failure' }])
  expect(checkRunsOf(repository)[0]?.annotations).toMatchObject([
    { path, start_line: 2, end_line: 2, annotation_level: 'failure', title: 'bad-file' },
  ])
})

test('evidence that nobody but its writer knows of fails, whoever approves', async () => {
  const { app, checks, propose, approve, summary } = await judging()
  await approve(await propose(1))
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'failure', title: '1 error in the registry' }])
  expect(summary()).toContain('it names no run')
})

test('what judges is changed only with every approval that the base holds for it', async () => {
  const { app, checks, clone, ada, place, approve } = await judging({ approvals: APPROVALS(1) })
  await pushBranch(clone, 'idea', { [`${MODEL}/model.yaml`]: definition(APPROVALS(0)) })
  await ada.octokit.request(PULLS, { ...place, title: 'Idea', head: 'idea', base: 'main' })
  await app.settled()
  expect(checks()).toMatchObject([
    { conclusion: 'action_required', title: expect.stringContaining('missing') },
  ])
  await approve(1)
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'success' }])
})

test('a policy that changes on the base judges what is open anew', async () => {
  const { app, checks, promotion, approve, clone } = await judging({ approvals: APPROVALS(1) })
  await approve(await promotion(1))
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'success' }])
  await clone.git('checkout', '-q', 'main')
  await clone.git('pull', '-q', 'origin', 'main')
  await clone.commit('Two of them', { [`${MODEL}/model.yaml`]: definition(APPROVALS(2)) })
  await clone.git('push', '-q', 'origin', 'main')
  await app.settled()
  expect(checks().at(-1)).toMatchObject({
    conclusion: 'failure',
    title: '1 error in the registry',
  })
})

test('a check of our name from a workflow changes nothing, and "Re-run" judges again', async () => {
  const { app, checks, promotion, repository, sandbox } = await judging()
  await promotion(1)
  await app.settled()
  const [ours] = checkRunsOf(repository)
  if (ours === undefined) throw new Error('nothing was judged')
  const forged = { ...ours, id: sandbox.world.nextId(), app: 15368, creator: 'github-actions[bot]' }
  checkRunsOf(repository).push({ ...forged, conclusion: 'success', title: 'all good' })
  ours.externalId = null
  pressRerun(sandbox.world, repository, { check: ours.id, by: 'ada' })
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'action_required' }, { title: 'all good' }])
  expect(ours.externalId).toMatch(/^[0-9a-f]{64}$/)
})

test('two check runs that two processes made at once come to say the same', async () => {
  const { app, checks, promotion, repository, sandbox } = await judging()
  await promotion(1)
  await app.settled()
  const [ours] = checkRunsOf(repository)
  if (ours === undefined) throw new Error('nothing was judged')
  checkRunsOf(repository).push({ ...ours, id: sandbox.world.nextId() })
  Object.assign(ours, { conclusion: 'success', externalId: 'f'.repeat(64) })
  pressRerun(sandbox.world, repository, { check: ours.id, by: 'ada' })
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'action_required' }, { conclusion: 'action_required' }])
})

test('a commit that two pull requests ask for passes only when both do, and again when one is closed', async () => {
  const { app, checks, promotion, approve, clone, ada, place, summary } = await judging()
  const pull = await promotion(1)
  await approve(pull)
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'success' }])
  // Nobody looks at the other one, whose merge would bring the same.
  await clone.git('fetch', '-q', 'origin', 'modelyard/churn/promote-1-staging')
  await clone.git('push', '-q', 'origin', 'FETCH_HEAD:refs/heads/twin')
  const { data } = await ada.octokit.request(PULLS, { ...place, title: 'Twin', head: 'twin', base: 'main' })
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'action_required' }])
  await approve(pull)
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'action_required' }])
  expect(summary()).toContain(`Pull requests ${pull}, ${data.number} ask for this very commit`)
  await ada.octokit.request(EDITS, { ...place, pull_number: data.number, state: 'closed' })
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'success' }])
})

test('and again when the other one goes on to another commit', async () => {
  const { app, checks, promotion, approve, clone, ada, place } = await judging()
  const pull = await promotion(1)
  await approve(pull)
  await clone.git('fetch', '-q', 'origin', 'modelyard/churn/promote-1-staging')
  await clone.git('checkout', '-q', '-B', 'twin', 'FETCH_HEAD')
  await clone.git('push', '-q', 'origin', 'twin')
  await ada.octokit.request(PULLS, { ...place, title: 'Twin', head: 'twin', base: 'main' })
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'action_required' }])
  await clone.git('commit', '-q', '--allow-empty', '-m', 'more')
  await clone.git('push', '-q', 'origin', 'twin')
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'success' }, { conclusion: 'action_required' }])
})

test('threat 8: what a lax branch would take is no success that the default branch would count', async () => {
  const { app, checks, promotion, approve, clone, ada, place, summary } = await judging()
  const pull = await promotion(1)
  // Somebody put all of it on a branch that nothing guards: there it changes nothing.
  await clone.git('fetch', '-q', 'origin', `refs/pull/${pull}/head`)
  await clone.git('checkout', '-q', '-B', 'dev', 'main')
  await clone.git('checkout', '-q', 'FETCH_HEAD', '--', '.')
  await clone.commit('As on the branch')
  await clone.git('push', '-q', 'origin', 'dev')
  await ada.octokit.request(EDITS, { ...place, pull_number: pull, base: 'dev' })
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'action_required' }])
  expect(summary()).toContain('is judged for main, and this asks for dev')
  await ada.octokit.request(EDITS, { ...place, pull_number: pull, base: 'main' })
  await app.settled()
  await approve(pull)
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'success' }])
})

test('what needs nobody passes for any branch', async () => {
  const { app, checks, clone, ada, place } = await judging()
  await clone.git('push', '-q', 'origin', 'main:dev')
  await pushBranch(clone, 'idea', { 'docs/a.md': 'words\n' })
  await ada.octokit.request(PULLS, { ...place, title: 'Idea', head: 'idea', base: 'dev' })
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'success' }])
})

/** Somebody with the right to push puts this on the default branch. */
async function pushMain({ clone }: Judging, ...files: Parameters<Judging['clone']['commit']>) {
  await clone.git('checkout', '-q', 'main')
  await clone.commit(...files)
  await clone.git('push', '-q', 'origin', 'main')
}

test('where there is no registry every pull request passes, and is told why', async () => {
  const scene = await judging()
  const { app, repository, clone, ada, place } = scene
  await clone.git('rm', '-q', '.github/modelyard.yml')
  await pushMain(scene, 'No registry')
  const headSha = await pushBranch(clone, 'idea', { 'docs/a.md': 'words\n' })
  await ada.octokit.request(PULLS, { ...place, title: 'Idea', head: 'idea', base: 'main' })
  await app.settled()
  // The App proposes to bring a registry, and judges that as well.
  const check = checkRunsOf(repository).find(one => one.headSha === headSha)
  expect(check).toMatchObject({ conclusion: 'success' })
  expect(check?.summary).toMatch(/there is no registry on main/i)
})

test('whoever takes the configuration away fails', async () => {
  const { app, checks, clone, ada, place, summary } = await judging()
  await clone.git('checkout', '-q', '-B', 'idea', 'main')
  await clone.git('rm', '-q', '.github/modelyard.yml')
  await clone.commit('No registry')
  await clone.git('push', '-q', 'origin', 'idea')
  await ada.octokit.request(PULLS, { ...place, title: 'Idea', head: 'idea', base: 'main' })
  await app.settled()
  expect(checks()).toMatchObject([{ conclusion: 'failure', title: '1 error in the registry' }])
  expect(summary()).toContain('takes away the configuration')
})

test.for([
  ['the configuration', '.github/modelyard.yml', CONFIG],
  ['a model', `${MODEL}/model.yaml`, definition(APPROVALS(1))],
] as const)(
  'what mends %s that cannot be read is told its place, and that a person is needed',
  async ([, path, text]) => {
    const scene = await judging()
    const { app, checks, clone, ada, place, summary } = scene
    await pushMain(scene, 'A slip', { [path]: 'task: [\n' })
    await pushBranch(clone, 'idea', { [path]: text })
    await ada.octokit.request(PULLS, { ...place, title: 'Mend', head: 'idea', base: 'main' })
    await app.settled()
    expect(checks()).toMatchObject([
      { conclusion: 'action_required', title: expect.stringContaining(`${path}:`) },
    ])
    expect(summary()).toContain('bypass the rules of main')
    expect(await app.metric('modelyard_settlings_failed_total')).toBe(0)
  },
)

test('evidence whose artifact has expired is believed where it is merged already, and not before', async () => {
  const scene = await judging()
  const { app, promotion, approve, merge, repository, checks, summary } = scene
  const expire = () => {
    for (const { artifacts } of runsOf(repository))
      for (const artifact of artifacts) Object.assign(artifact, { expired: true })
  }
  const first = await promotion(1)
  await approve(first)
  await app.settled()
  expect(checks().at(-1)).toMatchObject({ conclusion: 'success' })
  await merge(first)
  expire()
  const second = await promotion(2)
  await approve(second)
  await app.settled()
  expect(checks().at(-1)).toMatchObject({ conclusion: 'success' })
  // Another process has not seen it before, either.
  expire()
  app.child.kill('SIGKILL')
  const again = await startedApp(scene)
  await again.settled()
  await scene.ada.octokit.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
    ...scene.place,
    pull_number: second,
    event: 'COMMENT',
    body: 'a word',
  })
  await again.settled()
  expect(checks().at(-1)?.conclusion).not.toBe('success')
  expect(summary()).toContain('expired')
})
