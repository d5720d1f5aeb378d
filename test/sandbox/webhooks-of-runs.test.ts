import { expect, test } from 'vitest'
import { pressAction, pressRerun } from '../../sandbox/buttons.ts'
import type { Granted } from '../../sandbox/roles.ts'
import { clientOf, openScene } from '../support/sandbox.ts'
import { hearing } from './hearing.ts'

const CHECKS = 'POST /repos/{owner}/{repo}/check-runs'
const CHECK = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}'
const SHA = 'a'.repeat(40)

async function onCommit(permissions: Granted) {
  const scene = await openScene(permissions)
  const { world } = scene.sandbox
  world.addCommit(scene.repository, SHA)
  const bot = world.addApp('modelyard')
  const app = clientOf(scene.sandbox, world.issueToken({ kind: 'app', login: bot.login, permissions }))
  return { ...scene, app, appId: bot.app?.id ?? 0 }
}

test('a check run is told when it is made and when it ends, to whoever hears of check runs', async () => {
  const scene = await onCommit({ checks: 'write' })
  const { octokit, app, appId, place } = scene
  const [news, other, own] = [
    await hearing(scene),
    await hearing(scene, { app: appId + 1 }),
    await hearing(scene, { app: appId }),
  ]
  const made = { ...place, name: 'gates', head_sha: SHA }
  const { data } = await app.request(CHECKS, { ...made, status: 'in_progress' })
  const at = { ...place, check_run_id: Number(data.id) }
  await app.request(CHECK, { ...at, output: { title: 't', summary: 's' } })
  await app.request(CHECK, { ...at, conclusion: 'success' })
  await app.request(CHECK, { ...at, conclusion: 'failure' })
  const heard = await news()
  expect(heard).toMatchObject([
    { as: 'check_run created', check_run: { id: data.id, status: 'in_progress', conclusion: null } },
    {
      as: 'check_run completed',
      check_run: { status: 'completed', conclusion: 'success', head_sha: SHA, app: { id: appId } },
      sender: { login: 'modelyard[bot]' },
    },
  ])
  expect([await other(), await own()]).toEqual([heard, heard])
  await octokit.request(CHECKS, { ...made, conclusion: 'neutral' })
  expect(await news()).toMatchObject([
    { as: 'check_run created', check_run: { app: { slug: 'github-actions' } } },
    { as: 'check_run completed', check_run: { conclusion: 'neutral' } },
  ])
})

test('what a person presses beside a check run is told to its App alone', async () => {
  const scene = await onCommit({ checks: 'write' })
  const { sandbox, repository, app, appId, place } = scene
  const made = { ...place, name: 'gates', head_sha: SHA }
  const actions = [{ label: 'Promote', description: 'To production', identifier: 'promote' }]
  const { data } = await app.request(CHECKS, { ...made, actions })
  await sandbox.webhooks.settled()
  const own = await hearing(scene, { app: appId })
  const others = [await hearing(scene, { app: appId + 1 }), await hearing(scene)]
  const action = (identifier: string, by: string) =>
    pressAction(sandbox.world, repository, { check: Number(data.id), identifier, by })
  expect(() => action('promote', 'ada')).toThrow('shows no button promote')
  await app.request(CHECK, { ...place, check_run_id: Number(data.id), conclusion: 'success' })
  for (const news of [own, ...others]) await news()
  expect(() => action('other', 'ada')).toThrow('shows no button other')
  expect(() => action('promote', 'rita')).toThrow('rita sees no such button')
  expect(() => pressRerun(sandbox.world, repository, { check: Number(data.id), by: 'rita' })).toThrow('rita')
  action('promote', 'ada')
  pressRerun(sandbox.world, repository, { check: Number(data.id), by: 'ada' })
  expect(await own()).toMatchObject([
    {
      as: 'check_run requested_action',
      requested_action: { identifier: 'promote' },
      check_run: { id: data.id, head_sha: SHA },
      sender: { login: 'ada' },
    },
    {
      as: 'check_run rerequested',
      check_run: { id: data.id, status: 'completed' },
      sender: { login: 'ada' },
    },
  ])
  expect(await Promise.all(others.map(news => news()))).toEqual([[], []])
})
