import { expect, test } from 'vitest'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { cloneOf } from '../sandbox/hosted.ts'
import { definition } from '../sandbox-scenarios/merging.ts'
import { promotion } from '../support/models.ts'
import { modelFiles } from '../support/registry-files.ts'
import { talking } from './talking.ts'

const APPROVALS = ', approvals: {required: 1, from: ["@grace", "@ada"], not-author: true}'

/** Version 2 in staging, which displaced version 1, on record. */
const served = () =>
  talking({
    approvals: APPROVALS,
    files: modelFiles('churn', {
      definition: definition(APPROVALS),
      versions: [{}, {}, {}],
      records: [
        promotion(1, 'development', 'staging', { aliases: { challenger: 1 } }),
        promotion(2, 'development', 'staging', { displaces: 1, aliases: { challenger: 2 } }),
      ],
    }),
  })

type Served = Awaited<ReturnType<typeof served>>

function openPulls({ repository }: Served) {
  return pullsOf(repository).filter(({ state }) => state === 'open')
}

const conclusion = ({ repository }: Served) => checkRunsOf(repository).at(-1)?.conclusion

test('a rollback is opened by the App for whoever asks, who may approve it', async () => {
  const scene = await served()
  const { say, answer, reactions, issue, approve, clone, app, merge, seals, summary } = scene
  const id = await say('grace', issue, '/rollback churn staging\nrecall fell')
  const [pull] = openPulls(scene)
  expect(pull).toMatchObject({ author: 'modelyard[bot]', title: 'churn: roll staging back to version 1' })
  expect(reactions(id)).toEqual(['eyes', '+1'])
  expect(answer(id)).toContain(`/pull/${pull?.number}`)
  await clone.git('fetch', '-q', 'origin', pull?.pull.headRef ?? '')
  expect(await clone.git('log', '-1', '--format=%B', 'FETCH_HEAD')).toContain(
    'recall fell\n\nMade-by: modelyard\nAsked-by: @grace',
  )
  expect(await clone.git('show', 'FETCH_HEAD:registry-data/models/churn/promotions/3.json')).toContain(
    '"requested-by": "grace <',
  )
  expect([conclusion(scene), summary()]).toEqual([
    'action_required',
    expect.stringContaining('1 approval missing'),
  ])
  await approve(pull?.number ?? 0)
  await app.settled()
  expect(conclusion(scene)).toBe('success')
  await merge(pull?.number ?? 0)
  await app.settled()
  expect((await seals()).files['churn/3.json']).toMatchObject({
    held: { outcome: 'passed' },
    approvals: [{ login: 'grace' }],
  })
})

test('asked for twice it is one pull request', async () => {
  const scene = await served()
  const { say, answer, issue } = scene
  await say('grace', issue, '/rollback churn staging')
  const again = await say('grace', issue, '/rollback churn staging')
  expect(openPulls(scene)).toHaveLength(1)
  expect(answer(again)).toContain(`/pull/${openPulls(scene)[0]?.number}`)
})

test('who asked for it cannot approve where the policy says `not-author`', async () => {
  const scene = await served()
  const { say, issue, approve, app, summary } = scene
  await say('grace', issue, '/archive churn 2')
  const [pull] = openPulls(scene)
  await approve(pull?.number ?? 0)
  await app.settled()
  expect([conclusion(scene), summary()]).toEqual([
    'action_required',
    expect.stringMatching(/grace.*does not count/s),
  ])
  await approve(pull?.number ?? 0, 'ada')
  await app.settled()
  // By hand, without a pull request, came what the archive is about: so one author stays unknown.
  expect(summary()).toMatch(/inconclusive \| ada \|[\s\S]*`grace` does not count: asked for the move/)
})

test('who asked is believed of the App alone: a branch that somebody else moved tells nobody', async () => {
  const scene = await served()
  const { say, issue, approve, app, summary } = scene
  await say('grace', issue, '/archive churn 2')
  const [pull] = openPulls(scene)
  const walter = await cloneOf(scene, 'walter')
  await walter.git('fetch', '-q', 'origin', pull?.pull.headRef ?? '')
  await walter.git('checkout', '-q', 'FETCH_HEAD')
  await walter.git('commit', '-q', '--amend', '-m', 'churn: archive\n\nMade-by: modelyard\nAsked-by: @rita')
  await walter.git('push', '-qf', 'origin', `HEAD:${pull?.pull.headRef}`)
  await app.settled()
  await approve(pull?.number ?? 0)
  await app.settled()
  expect([conclusion(scene), summary()]).toEqual(['action_required', expect.stringContaining('1 of 2 given')])
})

test('a version that an alias named when it was written is meant, and no other', async () => {
  const scene = await served()
  const { say, answer, reactions, issue, sandbox, clone } = scene
  const id = await say('grace', issue, '/archive churn challenger')
  expect(reactions(id)).toEqual(['eyes', '+1'])
  expect(openPulls(scene)[0]?.title).toBe('churn: archive version 2')
  expect(answer(id)).toContain('version 2')
  await clone.git('fetch', '-q', 'origin', 'main')
  expect(sandbox.webhooks.deliveries.length).toBeGreaterThan(0)
})
