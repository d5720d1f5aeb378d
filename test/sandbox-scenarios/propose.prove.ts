import { describe, expect, test } from 'vitest'
import { type Fault, secondaryLimit, serverError } from '../../sandbox/faults.ts'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import { proposing } from './proposing.ts'

const FAULTS: readonly (readonly [name: string, fault: Fault])[] = [
  ['a failure before anything is done', serverError(500)],
  ['an answer that is lost', serverError(502, 'after')],
  ['a connection cut before the effect', { kind: 'cut', moment: 'before' }],
  ['a connection cut within the answer', { kind: 'cut', moment: 'after' }],
  ['a limit with a moment to wait', secondaryLimit(1)],
  ['a limit with an hour to wait', secondaryLimit(3600, 429)],
  ['a look that is out of date', { kind: 'stale' }],
]

describe.each(FAULTS)('%s at any call, repeated to the end,', (_, fault) => {
  test.each([
    ['the first proposal', []],
    ['a changed one', ['three\n']],
  ])('leaves one commit and one pull request of %s', async (_name, changes) => {
    const begun = async () => {
      const scene = await proposing()
      for (const text of changes) await scene.pulls.propose(await scene.proposal(text))
      return { ...scene, wanted: await scene.proposal(), before: scene.sandbox.log.length }
    }
    const clean = await begun()
    await clean.pulls.propose(clean.wanted)
    const calls = clean.sandbox.log.length - clean.before
    for (let call = 1; call <= calls; call += 1) {
      const { sandbox, pulls, wanted, before, standing, expected } = await begun()
      sandbox.faults.next({ call: before + call }, fault)
      await untilDone(() => pulls.propose(wanted))
      expect(await standing(), `at call ${call} of ${calls}`).toEqual(expected(wanted))
    }
  })
})

/** As a workflow that is run again. */
async function untilDone(run: () => Promise<unknown>, tries = 4): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof ModelyardError) || tries === 1) throw error
    await untilDone(run, tries - 1)
  }
}
