import { addRuleset } from '../../sandbox/state/rules.ts'
import { GATE_CHECK } from '../../src/domain/results/judgement.ts'
import { type Judging, judging } from './judging.ts'

/** A repository whose default branch has a merge queue that requires the App's check. */
export async function queueing(given: Parameters<typeof judging>[0] = {}): Promise<Judging> {
  const scene = await judging(given)
  const { sandbox, repository, app } = scene
  addRuleset(sandbox.world, repository, {
    demands: { checks: { required: [{ context: GATE_CHECK, source: app.id }] } },
  })
  return scene
}
