import { expect, test } from 'vitest'
import { advanceQueue, pressMergeWhenReady } from '../../sandbox/merge-queue.ts'
import { findIssue } from '../../sandbox/state/issues.ts'
import { addRuleset } from '../../sandbox/state/rules.ts'
import { hearing } from './hearing.ts'
import { hostedScene, PULLS, pushBranch, STATUS } from './hosted.ts'

/** Three pull requests, and a rule that `tests` are good. */
async function queueing() {
  const scene = await hostedScene()
  const { sandbox, repository, clone, ada, place } = scene
  addRuleset(sandbox.world, repository, { demands: { checks: { required: [{ context: 'tests' }] } } })
  const say = (sha: string, state: 'success' | 'failure') =>
    ada.octokit.request(STATUS, { ...place, sha, state, context: 'tests' })
  for (const name of ['one', 'two', 'three']) {
    const sha = await pushBranch(clone, name, { [`${name}.md`]: `${name}\n` })
    await ada.octokit.request(PULLS, { ...place, title: name, head: name, base: 'main' })
    await say(sha, 'success')
  }
  const queued = (number: number, method?: 'merge' | 'squash' | 'rebase') =>
    pressMergeWhenReady(sandbox.world, repository, { number, by: 'ada', ...(method && { method }) })
  const advanced = () => advanceQueue(sandbox.world, repository)
  const heard = await hearing(scene, { events: ['merge_group'] })
  return { ...scene, say, queued, advanced, heard }
}

test('each waits on top of the one before it, and is merged when its checks are good', async () => {
  const { say, queued, advanced, heard, first, bare, repository, clone } = await queueing()
  const [one, two] = [await queued(1, 'merge'), await queued(2)]
  expect([one.base, two.base]).toEqual([first, one.sha])
  expect(one.ref).toBe(`refs/heads/gh-readonly-queue/main/pr-1-${first}`)
  expect(await heard()).toMatchObject([
    {
      as: 'merge_group checks_requested',
      merge_group: { head_sha: one.sha, head_ref: one.ref, base_sha: first },
    },
    { merge_group: { head_sha: two.sha, base_sha: one.sha, base_ref: 'refs/heads/main' } },
  ])
  await say(two.sha, 'success')
  expect(await advanced()).toEqual([])
  await say(one.sha, 'success')
  expect(await advanced()).toEqual([1, 2])
  await clone.git('fetch', '-q', '--prune', 'origin')
  expect((await clone.git('rev-parse', 'origin/main')).trim()).toBe(two.sha)
  expect(await clone.git('branch', '-r', '--list', '*readonly*')).toBe('')
  expect(findIssue(repository, 1)?.pull).toMatchObject({
    mergeCommit: one.sha,
    mergedBy: 'github-merge-queue[bot]',
  })
  expect((await heard()).map(({ as, reason }) => `${as} ${reason}`)).toEqual([
    'merge_group destroyed merged',
    'merge_group destroyed merged',
  ])
  expect(bare.dir).toContain(String(repository.id))
})

test('one whose checks fail leaves the queue, and those behind it are put on what is before it', async () => {
  const { say, queued, advanced, heard, first } = await queueing()
  const one = await queued(1)
  await queued(2)
  await heard()
  await say(one.sha, 'failure')
  expect(await advanced()).toEqual([])
  const told = await heard()
  expect(told.map(({ as, reason }) => `${as} ${reason}`)).toEqual([
    'merge_group destroyed dequeued',
    'merge_group destroyed invalidated',
    'merge_group checks_requested undefined',
  ])
  expect(told[2]?.merge_group).toMatchObject({ base_sha: first })
})

test('who may not write, or whose checks are not good, does not get in', async () => {
  const { sandbox, repository, clone, ada, place, queued } = await queueing()
  await expect(pressMergeWhenReady(sandbox.world, repository, { number: 1, by: 'rita' })).rejects.toThrow(
    'no such button',
  )
  await pushBranch(clone, 'four', { 'four.md': 'four\n' })
  await ada.octokit.request(PULLS, { ...place, title: 'four', head: 'four', base: 'main' })
  await expect(queued(4)).rejects.toThrow('Required status check "tests" is expected')
})
