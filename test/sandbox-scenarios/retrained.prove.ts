import { expect, test } from 'vitest'
import { commentsOf, pullsOf } from '../../sandbox/state/issues.ts'
import { statusesOf } from '../../sandbox/state/statuses.ts'
import { candidateScene, MODEL } from './candidate-scene.ts'

const PASSES = 0.8
const FAILS = 0.6

/** Runs of the workflow that retrains, each by its number. */
async function retraining() {
  const scene = await candidateScene()
  const { repository, register, job, clone } = scene
  const pulls = () =>
    pullsOf(repository).map(({ number, state, pull }) => `${number} ${state}${pull.draft ? ' draft' : ''}`)
  const trained = async (
    run: number,
    auc: number | undefined,
    inputs: Readonly<Record<string, string>> = { alert: '12' },
    signal?: AbortSignal,
  ) => {
    const evidence = auc === undefined ? { evidence: '' } : {}
    return register(await job(auc), { retrained: 'true', ...evidence, ...inputs }, { signal, run })
  }
  const comments = () => commentsOf(repository).map(({ issue, body }) => ({ issue, body }))
  const files = async (commit = '') => {
    await clone.git('fetch', '-q', 'origin')
    return (await clone.git('diff-tree', '-r', '--name-only', '--no-commit-id', commit)).split('\n')
  }
  const body = (number: number) => pullsOf(repository).find(one => one.number === number)?.body ?? ''
  const states = () => statusesOf(repository).map(({ state, description }) => `${state}: ${description}`)
  return { ...scene, pulls, trained, comments, files, body, states }
}

test('one that passes is ready, and names the alert that asked for it', async () => {
  const { trained, pulls, body, comments } = await retraining()
  const { status, outputs, log } = await trained(50, PASSES)
  expect({ status, outputs }, log).toMatchObject({ status: 0, outputs: { status: 'proposed' } })
  expect(pulls()).toEqual(['1 open'])
  expect(body(1)).toMatch(
    /^<!-- modelyard run 50 -->\nA retraining made this candidate\. It .* because of #12,/,
  )
  expect(comments()).toEqual([])
})

test('one whose gates cannot tell is a draft that moves nothing, and says what would settle it', async () => {
  const { trained, pulls, body, files, states } = await retraining()
  const { status, outputs, log } = await trained(50, undefined)
  expect({ status, outputs }, log).toMatchObject({
    status: 0,
    outputs: { status: 'proposed', outcome: 'inconclusive' },
  })
  expect(pulls()).toEqual(['1 open draft'])
  expect(body(1)).toContain('It stays a draft, and the next one takes its place.')
  expect(body(1)).toContain('What would change it:')
  const changed = await files(outputs.commit)
  expect(changed).toContain(`${MODEL}/versions/3/version.json`)
  expect(changed.filter(path => /stages\.json|promotions/.test(path))).toEqual([])
  expect(states()).toEqual(['failure: gates: inconclusive'])
})

test('one whose gates failed is closed with its reason, and the next one opens another', async () => {
  const { trained, pulls, body, comments, files } = await retraining()
  const { status, outputs, log } = await trained(50, FAILS)
  expect({ status, outputs }, log).toMatchObject({
    status: 0,
    outputs: { status: 'proposed', outcome: 'failed' },
  })
  expect(pulls()).toEqual(['1 closed draft'])
  expect(comments()).toEqual([{ issue: 1, body: expect.stringContaining('The gates of staging failed') }])
  expect(body(1)).toContain('its gates failed')
  expect((await files(outputs.commit)).filter(path => path.includes('/evidence/'))).toHaveLength(1)
  const again = await trained(50, FAILS)
  expect(again.outputs, again.log).toMatchObject({ status: 'unchanged', 'pull-request': '1' })
  expect([pulls(), comments()]).toEqual([['1 closed draft'], expect.objectContaining({ length: 1 })])
  await trained(60, PASSES)
  expect(pulls()).toEqual(['1 closed draft', '2 open'])
})

test('a draft is replaced by the next one in its place: made ready, or closed', async () => {
  const { trained, pulls, body, comments, candidate } = await retraining()
  await trained(50, undefined)
  await trained(51, undefined)
  expect(pulls()).toEqual(['1 open draft'])
  expect(body(1)).toMatch(/^<!-- modelyard run 51 -->/)
  const ready = await trained(52, PASSES)
  expect(pulls()).toEqual(['1 open'])
  expect(await candidate()).toBe(ready.outputs.commit)
  const other = await retraining()
  await other.trained(50, undefined)
  await other.trained(51, FAILS)
  expect(other.pulls()).toEqual(['1 closed draft'])
  expect(comments()).toEqual([])
})

test('what waits for a decision is left alone by what did not pass, and a newer run by an older one', async () => {
  const { trained, pulls, candidate } = await retraining()
  const first = await trained(50, PASSES)
  for (const [run, auc] of [
    [51, FAILS],
    [52, undefined],
  ] as const) {
    const left = await trained(run, auc)
    expect(left.outputs, left.log).toMatchObject({ status: 'unchanged', 'pull-request': '1' })
  }
  expect((await trained(49, PASSES)).outputs).toMatchObject({ status: 'unchanged' })
  expect(pulls()).toEqual(['1 open'])
  expect(await candidate()).toBe(first.outputs.commit)
})

test.each([
  ['passes', PASSES, '1 open'],
  ['cannot tell', undefined, '1 open draft'],
  ['failed', FAILS, '1 closed draft'],
] as const)('killed at any call and run again, one that %s comes to the same', async (_, auc, end) => {
  const clean = await retraining()
  // A draft waits that the run replaces; where it could tell no more than that one, there is none.
  const arranged = async ({ trained }: Pick<typeof clean, 'trained'>) =>
    auc === undefined ? undefined : trained(49, undefined)
  await arranged(clean)
  const before = clean.sandbox.log.length
  await clean.trained(50, auc)
  // What was killed between two writes did as much as who was killed right after the first of them.
  const writes = clean.sandbox.log
    .slice(before)
    .flatMap(({ writes, route }, at) => (writes && !/git/.test(route) ? [at + 1] : []))
  expect(writes.length).toBeGreaterThanOrEqual(auc === undefined ? 3 : 4)
  expect(clean.pulls()).toEqual([end])
  const said = clean.comments().length
  for (const call of writes) {
    const scene = await retraining()
    const { sandbox, trained, pulls, comments, body } = scene
    await arranged(scene)
    const killed = new AbortController()
    const dies = { kind: 'slow', until: async () => killed.abort() } as const
    sandbox.faults.next({ call: sandbox.log.length + call }, dies)
    await trained(50, auc, undefined, killed.signal)
    await trained(50, auc)
    expect(pulls(), `after call ${call}`).toEqual([end])
    expect(comments(), `after call ${call}`).toHaveLength(said)
    expect(body(1)).toMatch(/^<!-- modelyard run 50 -->/)
  }
})
