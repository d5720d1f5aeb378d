import { expect, test } from 'vitest'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { deploymentsOf } from '../../sandbox/state/deployments.ts'
import { commentsOf } from '../../sandbox/state/issues.ts'
import { triggersOf } from '../../sandbox/state/triggers.ts'
import { CONFIG } from '../sandbox-scenarios/merging.ts'
import { MEASURES } from '../support/origin.ts'
import { killedAtEachCall } from './crashing.ts'
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

test('killed after any call of what follows a merge, and started again, it comes to the same end', async () => {
  const end = await killedAtEachCall({
    arrange: approved,
    async begin({ merge, pull, app }) {
      await merge(pull)
      return app
    },
    async end({ repository, seals, pulls, rival }) {
      const { files, commits } = await seals()
      return {
        seals: Object.entries(files).map(([path, { held }]) => `${path}: ${held?.outcome}`),
        commits,
        deployments: deploymentsOf(repository).map(({ task, statuses }) => [task, statuses.length]),
        dispatched: triggersOf(repository).filter(({ event }) => event === 'workflow_dispatch').length,
        comments: commentsOf(repository).filter(({ issue }) => issue === rival).length,
        pulls: pulls(),
        checks: checkRunsOf(repository).map(({ status, conclusion }) => `${status} ${conclusion}`),
      }
    },
    leastWrites: 13,
  })
  expect(end).toMatchObject({
    seals: [expect.stringContaining(': passed')],
    deployments: [['modelyard:churn/1', 2]],
    dispatched: 1,
    comments: 1,
    checks: ['completed action_required', 'completed success'],
  })
})
