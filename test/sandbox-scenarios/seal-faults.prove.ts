import { expect, test } from 'vitest'
import { type Fault, secondaryLimit, serverError } from '../../sandbox/faults.ts'
import { runGit } from '../../sandbox/git/run-git.ts'
import { deploymentsOf } from '../../sandbox/state/deployments.ts'
import { commentsOf, pullsOf } from '../../sandbox/state/issues.ts'
import { runsOf } from '../../sandbox/state/runs.ts'
import { triggersOf } from '../../sandbox/state/triggers.ts'
import { seal } from '../../src/commands/seal.ts'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import { merging } from './merging.ts'

const FAULTS: readonly (readonly [name: string, fault: Fault])[] = [
  ['a failure before anything is done', serverError(500)],
  ['an answer that is lost', serverError(502, 'after')],
  ['a connection cut within the answer', { kind: 'cut', moment: 'after' }],
  ['a limit with an hour to wait', secondaryLimit(3600, 429)],
]

test.each(FAULTS)(
  '%s at any call, repeated to the end, leaves one seal, one Deployment, one start, one word to the rival',
  async (_, fault) => {
    const scene = await mergedBesideRival()
    await scene.run()
    const calls = scene.callsOf()
    expect(calls).toBeGreaterThan(12)
    for (let call = 1; call <= calls; call += 1) {
      await scene.undo()
      scene.sandbox.faults.next({ call: scene.sandbox.log.length + call }, fault)
      await untilDone(scene.run)
      expect(await scene.standing(), `at call ${call} of ${calls}`).toEqual({
        seals: ['churn/1.json'],
        deployments: ['pending', 'queued'],
        started: ['1'],
        closed: 1,
        said: 1,
      })
    }
  },
)

/** A merged promotion that another one waits beside; what sealing left on GitHub can be taken back. */
async function mergedBesideRival() {
  const scene = await merging()
  const { sandbox, repository, bare } = scene
  const rival = await scene.propose(2)
  const pull = await scene.propose(1)
  await scene.approve(pull)
  await scene.merge(pull)
  const root = await scene.checkout()
  let before = 0
  const run = async () => {
    before = sandbox.log.length
    await seal.execute({}, scene.ports(root), {})
  }
  const undo = async () => {
    await runGit(bare, ['update-ref', '-d', 'refs/heads/modelyard-audit'])
    for (const list of [deploymentsOf, triggersOf, runsOf, commentsOf]) list(repository).length = 0
    Object.assign(pullsOf(repository).find(({ number }) => number === rival) ?? {}, { state: 'open' })
  }
  const standing = async () => ({
    seals: Object.keys((await scene.seals()).files),
    deployments: deploymentsOf(repository).flatMap(({ statuses }) => statuses.map(({ state }) => state)),
    started: triggersOf(repository).flatMap(({ inputs }) => inputs?.version ?? []),
    closed: pullsOf(repository).filter(({ number, state }) => number === rival && state === 'closed').length,
    said: commentsOf(repository).length,
  })
  return { ...scene, run, undo, standing, callsOf: () => sandbox.log.length - before }
}

/** As a workflow that is run again. */
async function untilDone(run: () => Promise<unknown>, tries = 4): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof ModelyardError) || tries === 1) throw error
    await untilDone(run, tries - 1)
  }
}
