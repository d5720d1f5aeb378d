import { expect, test } from 'vitest'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { cloneOf } from '../sandbox/hosted.ts'
import { definition } from '../sandbox-scenarios/merging.ts'
import { startedApp } from '../support/app.ts'
import { promotion } from '../support/models.ts'
import { modelFiles, moveFiles, versionFiles } from '../support/registry-files.ts'
import { talking } from './talking.ts'

const APPROVALS = ', approvals: {required: 1, from: ["@grace", "@ada"], not-author: true}'

const RECORDS = [
  promotion(1, 'development', 'staging', { aliases: { challenger: 1 } }),
  promotion(2, 'development', 'staging', { displaces: 1, aliases: { challenger: 2 } }),
]

/** Version 2 in staging, which displaced version 1, on record. */
const served = () =>
  talking({
    approvals: APPROVALS,
    files: modelFiles('churn', {
      definition: definition(APPROVALS),
      versions: [{}, {}, {}],
      records: RECORDS,
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

/** Words of grace's that the App hears of when version 3 is in staging, and there is a version 4. */
async function heardLate(words: string) {
  const scene = await served()
  const { write, issue, app, clone, sandbox } = scene
  app.child.kill('SIGKILL')
  await app.ended
  const id = await write('grace', issue, words)
  const later = new Date(sandbox.world.clock.now().getTime() + 5000).toISOString()
  const third = promotion(3, 'development', 'staging', { displaces: 2, aliases: { challenger: 3 } })
  await clone.git('checkout', '-q', 'main')
  await clone.commit(
    'move',
    { ...versionFiles('churn', 4), ...moveFiles('churn', [...RECORDS, third]) },
    later,
  )
  await clone.git('push', '-q', 'origin', 'main')
  const again = await startedApp(scene)
  await again.settled()
  return { ...scene, id }
}

test.for([
  ['an alias', '/archive churn challenger', /challenger.* was version 2 .*version 3 now/],
  ['what served', '/rollback churn staging', /taging held version 2 .*version 3 now/],
  [
    'what served, to a version that is named,',
    '/rollback churn staging 1',
    /taging held version 2 .*version 3 now/,
  ],
  ['the newest version', '/promote churn latest staging', /latest.* was version 3 .*version 4 now/],
  ['a version that was left out', '/compare churn', /latest.* was version 3 .*version 4 now/],
] as const)('%s as it was when it was written is meant, and no other', async ([, words, told]) => {
  const scene = await heardLate(words)
  const { answer, reactions, id, started } = scene
  expect(reactions(id)).toEqual(['eyes', 'confused'])
  expect(answer(id)).toMatch(told)
  expect([openPulls(scene), started()]).toEqual([[], []])
})

test('what names no version is about what is there when it is written', async () => {
  const scene = await served()
  const { say, answer, issue } = scene
  await say('grace', issue, '/archive churn challenger')
  expect(openPulls(scene)[0]?.title).toBe('churn: archive version 2')
  expect(answer(await say('grace', issue, '/compare churn staging'))).toMatch(
    /version 3 of churn is compared with version 2/i,
  )
})
