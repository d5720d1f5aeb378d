import { expect, test } from 'vitest'
import { secondaryLimit } from '../../sandbox/faults.ts'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { deploymentsOf } from '../../sandbox/state/deployments.ts'
import { commentsOf } from '../../sandbox/state/issues.ts'
import { triggersOf } from '../../sandbox/state/triggers.ts'
import { CONFIG } from '../sandbox-scenarios/merging.ts'
import { startedApp } from '../support/app.ts'
import { MEASURES } from '../support/origin.ts'
import { judging } from './judging.ts'

/** A promotion that is approved, with a rival, and the App that waits for its merge. */
async function approved() {
  const scene = await judging({ config: `${CONFIG}workflows: [${MEASURES}]\napp: true\n` })
  const { app, promotion, approve } = scene
  const rival = await promotion(2)
  const pull = await promotion(1)
  await approve(pull)
  await app.settled()
  return { ...scene, rival, pull }
}

type Approved = Awaited<ReturnType<typeof approved>>

/** What there is of everything that follows the merge. */
async function endOf({ repository, seals, pulls, rival }: Approved) {
  const dispatched = triggersOf(repository).filter(({ event }) => event === 'workflow_dispatch')
  return {
    seals: await seals(),
    deployments: deploymentsOf(repository).map(({ task, statuses }) => [task, statuses.length]),
    dispatched: dispatched.length,
    comments: commentsOf(repository).filter(({ issue }) => issue === rival).length,
    pulls: pulls(),
    checks: checkRunsOf(repository).map(({ status, conclusion }) => `${status} ${conclusion}`),
  }
}

/** Which of the calls after so many are GitHub's; git's meet no faults. */
function callsAfter({ sandbox }: Pick<Approved, 'sandbox'>, many: number): number[] {
  return sandbox.log.slice(many).flatMap(({ route }, at) => (route === 'git-upload-pack' ? [] : [at + 1]))
}

async function within(work: Promise<unknown>, otherwise: string): Promise<void> {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error(otherwise)), 120_000).unref())
  await Promise.race([work, late])
}

test('killed after any call of what follows a merge, and started again, it comes to the same end', async () => {
  const whole = await approved()
  // The merge itself is the first.
  const before = whole.sandbox.log.length + 1
  await whole.merge(whole.pull)
  await whole.app.settled()
  const calls = callsAfter(whole, before)
  const end = await endOf(whole)
  expect(end).toMatchObject({
    deployments: [['modelyard:churn/1', 2]],
    dispatched: 1,
    comments: 1,
    checks: ['completed action_required', 'completed success'],
  })
  expect(calls.length).toBeGreaterThan(20)
  for (const call of calls) {
    const scene = await approved()
    const { app, sandbox } = scene
    const killed = async () => {
      app.child.kill('SIGKILL')
      await app.ended
    }
    sandbox.faults.next({ call: sandbox.log.length + 1 + call }, { kind: 'slow', until: killed })
    await scene.merge(scene.pull)
    await within(app.ended, `call ${call} did not come`)
    const again = await startedApp(scene, { cache: app.folder })
    await again.settled()
    const { seals, ...found } = await endOf(scene)
    const { seals: sealed, ...expected } = end
    expect({ call, ...found }).toEqual({ call, ...expected })
    expect({ call, ...seals, files: Object.keys(seals.files) }).toEqual({
      call,
      ...sealed,
      files: Object.keys(sealed.files),
    })
    again.child.kill('SIGKILL')
  }
})

test('where any call of what follows a merge meets a limit, it comes to the same end', async () => {
  const whole = await approved()
  const before = whole.sandbox.log.length + 1
  await whole.merge(whole.pull)
  await whole.app.settled()
  const calls = callsAfter(whole, before)
  const { seals: sealed, ...expected } = await endOf(whole)
  for (const call of calls) {
    const scene = await approved()
    const { app, sandbox } = scene
    sandbox.faults.next({ call: sandbox.log.length + 1 + call }, secondaryLimit(1))
    await scene.merge(scene.pull)
    await app.settled()
    const { seals, ...found } = await endOf(scene)
    expect({ call, ...found, ...seals, files: Object.keys(seals.files) }).toEqual({
      call,
      ...expected,
      ...sealed,
      files: Object.keys(sealed.files),
    })
    // What was not read is not sealed as a failure.
    expect(Object.values(seals.files)).toMatchObject([{ held: { outcome: 'passed' } }])
    app.child.kill('SIGKILL')
  }
})
