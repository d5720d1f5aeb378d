import { expect, test } from 'vitest'
import type { Granted } from '../../sandbox/roles.ts'
import type { SandboxOptions } from '../../sandbox/server.ts'
import { addRun } from '../../sandbox/state/runs.ts'
import { clientOf, openScene } from '../support/sandbox.ts'

const SHA = 'a'.repeat(40)
const CREATE = 'POST /repos/{owner}/{repo}/check-runs'
const UPDATE = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}'
const LIST = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs'
const ANNOTATIONS = 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations'

async function scene(permissions: Granted = { checks: 'write' }, options: SandboxOptions = {}) {
  const opened = await openScene(permissions, options)
  const { sandbox, repository } = opened
  sandbox.world.addCommit(repository, SHA)
  const bot = sandbox.world.addApp('modelyard')
  const app = clientOf(sandbox, sandbox.world.issueToken({ kind: 'app', login: bot.login, permissions }))
  const made = { ...opened.place, name: 'modelyard / gates', head_sha: SHA }
  return { ...opened, app, bot, made }
}

const annotations = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    path: 'model.yaml',
    start_line: at + 1,
    end_line: at + 1,
    annotation_level: 'warning' as const,
    message: 'm',
  }))

test('a check run is begun, filled and ended; its annotations add up', async () => {
  const { app, made, place, sandbox } = await scene()
  const { data: begun } = await app.request(CREATE, { ...made, status: 'in_progress' })
  expect(begun).toMatchObject({ status: 'in_progress', conclusion: null, app: { slug: 'modelyard' } })
  const at = { ...place, check_run_id: begun.id }
  const output = (count: number) => ({ title: 't', summary: 's', annotations: annotations(count) })
  await app.request(UPDATE, { ...at, output: output(50) })
  sandbox.clock.set('2026-10-01T13:00:00Z')
  const { data: ended } = await app.request(UPDATE, {
    ...at,
    conclusion: 'action_required',
    output: output(1),
  })
  expect(ended).toMatchObject({
    status: 'completed',
    conclusion: 'action_required',
    completed_at: '2026-10-01T13:00:00Z',
    output: { title: 't', annotations_count: 51 },
  })
  expect((await app.request(ANNOTATIONS, { ...at, per_page: 100 })).data).toHaveLength(51)
})

test.each([
  ['51 annotations', { output: { title: 't', summary: 's', annotations: annotations(51) } }],
  ['4 buttons', { actions: Array(4).fill({ label: 'l', description: 'd', identifier: 'i' }) }],
  ['a label of 21 characters', { actions: [{ label: 'x'.repeat(21), description: 'd', identifier: 'i' }] }],
])('%s are more than one request may bring', async (_, facts) => {
  const { app, made } = await scene({ checks: 'write' }, { tolerate: ['request'] })
  await expect(app.request(CREATE, { ...made, ...facts } as never)).rejects.toMatchObject({ status: 422 })
})

test('it ends with a conclusion, and on a commit that is there', async () => {
  const { app, made } = await scene({ checks: 'write' }, { tolerate: ['request'] })
  for (const facts of [{ status: 'completed' }, { head_sha: 'b'.repeat(40) }])
    await expect(app.request(CREATE, { ...made, ...facts } as never)).rejects.toMatchObject({ status: 422 })
})

test('no person makes one, and no other App changes it', async () => {
  const { app, octokit, made, place, sandbox } = await scene()
  const { data } = await app.request(CREATE, { ...made, conclusion: 'success' })
  const ada = clientOf(sandbox, sandbox.world.issueToken({ kind: 'person', login: 'ada' }))
  await expect(ada.request(CREATE, made)).rejects.toMatchObject({ status: 403 })
  const change = octokit.request(UPDATE, { ...place, check_run_id: data.id, conclusion: 'failure' })
  await expect(change).rejects.toMatchObject({ status: 403 })
})

test('of a commit the newest of each name and App are listed, jobs of workflows among them', async () => {
  const { app, octokit, made, place, sandbox, repository } = await scene()
  await app.request(CREATE, { ...made, conclusion: 'failure' })
  await app.request(CREATE, { ...made, conclusion: 'success' })
  await octokit.request(CREATE, { ...made, conclusion: 'neutral' })
  addRun(sandbox.world, repository, { headSha: SHA, actor: 'ada', jobs: { lint: 'success', test: null } })
  const listed = async (more = {}) => {
    const { data } = await app.request(LIST, { ...place, ref: SHA, ...more })
    return data.check_runs.map(({ name, app: by, conclusion }) => `${name} ${by?.slug} ${conclusion}`)
  }
  expect(await listed()).toEqual([
    'test github-actions null',
    'lint github-actions success',
    'modelyard / gates github-actions neutral',
    'modelyard / gates modelyard success',
  ])
  expect(await listed({ filter: 'all' })).toHaveLength(5)
  expect(await listed({ check_name: 'lint' })).toEqual(['lint github-actions success'])
})
