import { expect } from 'vitest'
import { statusesOf } from '../../sandbox/state/statuses.ts'
import { consumer } from '../support/act/consumer.ts'
import { callsOf, evidenceOfRun, LISTED, leftAs, ranAt } from '../support/origin.ts'
import { testWith } from '../support/tools.ts'

const CALLER = `on: pull_request
permissions: {}
jobs:
  pipeline:
    uses: modelyard/modelyard/.github/workflows/pipeline.yml@v1
    permissions: {actions: read, contents: read, pull-requests: write, statuses: write}
    with: {python-version: ''}
`

/** A pull request with evidence that names run 77777, or that of a run which the sandbox keeps. */
async function added(isLeft: boolean) {
  // The number of a run is known before there is one: a world's ids are handed out in turn.
  const files = (run: number) => evidenceOfRun(run)
  const probe = await consumer(CALLER, LISTED, {})
  const id = ranAt(probe.sandbox, probe.repository, 'a'.repeat(40)).id
  const scene = await consumer(CALLER, LISTED, files(isLeft ? id : 77_777))
  const { sandbox, repository, own } = scene
  const run = ranAt(sandbox, repository, await own.git('rev-parse', 'main'))
  expect(run.id).toBe(id)
  run.artifacts.push({ id: sandbox.world.nextId(), expired: false, ...leftAs('churn', files(id)) })
  const found = await scene.run()
  return { ...scene, found, calls: callsOf(sandbox) }
}

testWith('act')('evidence by hand fails the pipeline, its job `registry` first', async () => {
  const { found, repository, head } = await added(false)
  expect(found, found.log).toMatchObject({ status: 1, jobs: { registry: 'failure', report: 'failure' } })
  expect(statusesOf(repository)).toMatchObject([
    { sha: head, context: 'modelyard/pipeline', state: 'failure', description: 'failed: registry' },
  ])
})

testWith('act')('evidence of a run at the default branch passes it, within the budget of calls', async () => {
  const { found, repository, calls } = await added(true)
  expect(found, found.log).toMatchObject({ status: 0, jobs: { registry: 'success', report: 'success' } })
  expect(statusesOf(repository)).toMatchObject([{ state: 'success' }])
  expect(calls.filter(call => !call.startsWith('/_storage')).length).toBeLessThanOrEqual(12)
})
