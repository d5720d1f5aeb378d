import { readCommit } from '../../sandbox/git/commits.ts'
import { addRuleset } from '../../sandbox/state/rules.ts'
import { announceGroup } from '../../sandbox/webhooks/groups.ts'
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

/** A branch that anybody pushed under a name of the queue's, told as the queue tells of its own. */
export async function forge(
  { sandbox: { world }, repository, bare, clone }: Judging,
  number: number,
  commit: string,
  into = 'main',
): Promise<void> {
  await clone.git('fetch', '-q', 'origin', into)
  const base = (await clone.git('rev-parse', 'FETCH_HEAD')).trim()
  const ref = `refs/heads/gh-readonly-queue/${into}/pr-${number}-${base}`
  await clone.git('push', '-q', 'origin', `${commit}:${ref}`)
  announceGroup(
    { world, repository, actor: { account: world.account('ada') } },
    { number, into, ref, base, sha: commit, by: 'ada', method: 'squash' },
    await readCommit(bare, commit),
  )
}
