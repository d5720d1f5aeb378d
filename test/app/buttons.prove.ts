import { expect, test } from 'vitest'
import { pressAction } from '../../sandbox/buttons.ts'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { commentsOf, pullsOf } from '../../sandbox/state/issues.ts'
import { definition } from '../sandbox-scenarios/merging.ts'
import { startedApp } from '../support/app.ts'
import { promotion } from '../support/models.ts'
import { modelFiles } from '../support/registry-files.ts'
import { talking, working } from './talking.ts'

type Talking = Awaited<ReturnType<typeof talking>>

const newest = ({ repository }: Talking) => {
  const check = checkRunsOf(repository)
    .filter(({ name }) => name === 'modelyard / gates')
    .at(-1)
  if (check === undefined) throw new Error('nothing was judged')
  return check
}
const buttons = (scene: Talking) => newest(scene).actions.map(({ identifier }) => identifier)

async function press(scene: Talking, by: string, identifier: string): Promise<void> {
  pressAction(scene.sandbox.world, scene.repository, { check: newest(scene).id, identifier, by })
  await scene.app.settled()
}

const words = ({ repository }: Talking) =>
  commentsOf(repository)
    .filter(({ body }) => body.includes('answer-check-'))
    .map(({ body }) => body)

async function promoted() {
  const scene = await talking()
  await scene.say('grace', scene.issue, '/promote churn 1 staging')
  await working(scene).measure(1)
  return scene
}

test('a promotion is measured again at the press of a button, and built anew for who pressed', async () => {
  const scene = await promoted()
  const { started, repository, clone, sandbox, app } = scene
  expect(buttons(scene)).toEqual(['measure'])
  const { id } = newest(scene)
  await press(scene, 'grace', 'measure')
  expect(started().at(-1)).toBe(`Modelyard promotion churn check-${id}-1`)
  expect(words(scene)).toEqual([expect.stringMatching(/is measured.*\/actions\/runs\//s)])
  const before = scene.writes()
  for (const { guid } of [...sandbox.webhooks.deliveries]) await sandbox.webhooks.redeliver(guid)
  await app.settled()
  expect(started()).toHaveLength(2)
  expect(scene.writes()).toBe(before)

  repository.collaborators.set('walter', 'maintain')
  await press(scene, 'walter', 'measure')
  expect(started().at(-1)).toBe(`Modelyard promotion churn check-${id}-2`)
  await working(scene).measure(1, 0.95)
  const [pull, ...others] = pullsOf(repository)
  expect([pull?.state, others]).toEqual(['open', []])
  await clone.git('fetch', '-q', 'origin', pull?.pull.headRef ?? '')
  expect(await clone.git('log', '-1', '--format=%B', 'FETCH_HEAD')).toContain('Asked-by: @walter')
})

test('who may write and not maintain presses in vain, and is told', async () => {
  const scene = await promoted()
  await press(scene, 'walter', 'measure')
  expect(scene.started()).toHaveLength(1)
  expect(words(scene)).toEqual([expect.stringContaining('permission maintain')])
})

test('a button of an older head does nothing', async () => {
  const scene = await promoted()
  const { sandbox, repository, say, issue, started } = scene
  const old = newest(scene)
  await say('grace', issue, '/promote churn 1 staging')
  await working(scene).measure(1, 0.95)
  expect(newest(scene).id).not.toBe(old.id)
  pressAction(sandbox.world, repository, { check: old.id, identifier: 'measure', by: 'grace' })
  await scene.app.settled()
  expect(started()).toHaveLength(2)
  expect(await scene.app.metric('modelyard_settlings_failed_total')).toBe(0)
})

test('what displaced something is rolled back at the press of a button, after its merge', async () => {
  const scene = await talking({
    files: modelFiles('churn', {
      definition: definition(', approvals: {required: 1, from: ["@grace"]}'),
      versions: [{}, {}, {}],
      records: [promotion(1, 'development', 'staging', { aliases: { challenger: 1 } })],
    }),
  })
  const { say, issue, approve, merge, app, repository, sandbox } = scene
  await say('grace', issue, '/promote churn 2 staging')
  await working(scene).measure(2)
  const number = pullsOf(repository)[0]?.number ?? 0
  await approve(number)
  await merge(number)
  await app.settled()
  expect(buttons(scene)).toEqual(['roll-back'])
  await press(scene, 'grace', 'roll-back')
  const rollbacks = () => pullsOf(repository).filter(({ state }) => state === 'open')
  expect(rollbacks()).toMatchObject([
    { author: 'modelyard[bot]', title: 'churn: roll staging back to version 1' },
  ])
  for (const { guid } of [...sandbox.webhooks.deliveries]) await sandbox.webhooks.redeliver(guid)
  const other = await startedApp(scene)
  await Promise.all([app.settled(), other.settled()])
  expect(rollbacks()).toHaveLength(1)
})
