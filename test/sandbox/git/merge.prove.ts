import { describe, expect, test } from 'vitest'
import { createCommit, readCommit } from '../../../sandbox/git/commits.ts'
import { readLog } from '../../../sandbox/git/log.ts'
import { type MergeMethod, mergeInto } from '../../../sandbox/git/merge.ts'
import { mergeTest } from '../../../sandbox/git/merge-trees.ts'
import { closePullRefs, updatePullRefs } from '../../../sandbox/git/pull-refs.ts'
import { moveRef, readRef } from '../../../sandbox/git/refs.ts'
import { ADA, commit, emptyRepository, gitIn, HUB, NOON } from './scene.ts'

const LINES = Array.from({ length: 9 }, (_, index) => `${index}\n`)
const METHODS: readonly MergeMethod[] = ['merge', 'squash', 'rebase']
const edited = (index: number, text: string) => LINES.map((line, at) => (at === index ? text : line)).join('')

/** main changed the first line, the topic in two commits the last one and another file. */
async function diverged() {
  const repository = await emptyRepository()
  const root = await commit(repository, { f: LINES.join('') })
  const main = await commit(repository, { f: edited(0, 'main\n') }, { parents: [root] })
  await moveRef(repository, { name: 'refs/heads/main', before: null, after: main })
  const early = { ...ADA, at: NOON - 1000 }
  const one = await commit(
    repository,
    { f: edited(8, 'topic\n') },
    { parents: [root], author: early, message: 'one' },
  )
  const two = await commit(repository, { g: 'g' }, { parents: [one], message: 'two' })
  const merge = (method: MergeMethod, head = two) =>
    mergeInto(repository, { branch: 'main', head, method, message: 'Merge it', author: ADA, committer: HUB })
  const standing = async () => (await readRef(repository, 'refs/heads/main'))?.sha
  return { repository, root, main, one, two, merge, standing, early }
}

describe('mergeInto', () => {
  test('merge makes a commit with both parents and both sides’ lines', async () => {
    const { repository, main, two, merge, standing } = await diverged()
    const sha = await merge('merge')
    const facts = { parents: [main, two], author: ADA, committer: HUB, message: 'Merge it' }
    expect(await readCommit(repository, sha)).toMatchObject(facts)
    expect(await gitIn(repository, 'show', `${sha}:f`)).toBe(`main\n${LINES.slice(1, 8).join('')}topic`)
    expect(await standing()).toBe(sha)
  })

  test('squash makes one commit on top with the same tree', async () => {
    const { repository, main, two, merge } = await diverged()
    const expected = await mergeTest(repository, main, two)
    const squashed = await readCommit(repository, await merge('squash'))
    expect(squashed).toMatchObject({ parents: [main], author: ADA, committer: HUB, message: 'Merge it' })
    expect(expected).toEqual({ mergeable: true, tree: squashed.tree })
  })

  test('rebase makes each commit anew on top, its author and message kept', async () => {
    const { repository, main, two, merge, early } = await diverged()
    const top = await merge('rebase')
    const [last, first] = await readLog(repository, top, { limit: 2 })
    expect(first).toMatchObject({ parents: [main], author: early, committer: HUB, message: 'one' })
    expect(last).toMatchObject({ parents: [first?.sha], author: ADA, committer: HUB, message: 'two' })
    expect(await mergeTest(repository, main, two)).toEqual({ mergeable: true, tree: last?.tree })
  })

  test('rebase makes commits anew also where it could go forward', async () => {
    const { repository, main, merge } = await diverged()
    const next = await commit(repository, { h: 'h' }, { parents: [main] })
    const top = await merge('rebase', next)
    expect(top).not.toBe(next)
    expect((await readCommit(repository, top)).parents).toEqual([main])
  })

  test('rebase leaves out merges and what the branch has already, and keeps what was empty', async () => {
    const { repository, root, main, one, two, merge } = await diverged()
    const both = `main\n${LINES.slice(1, 8).join('')}topic\n`
    const same = await commit(repository, { f: both }, { parents: [two], message: 'same as main' })
    const { tree } = await readCommit(repository, same)
    const draft = { tree, parents: [same, one], author: ADA, committer: ADA }
    const merged = await createCommit(repository, { ...draft, message: 'a merge' })
    const head = await createCommit(repository, { ...draft, parents: [merged], message: 'empty on purpose' })
    const top = await merge('rebase', head)
    const messages = (await readLog(repository, top)).map(({ message }) => message)
    expect(messages).toEqual(['empty on purpose', 'two', 'one', 'change', 'change'])
    expect((await readLog(repository, top)).slice(3).map(({ sha }) => sha)).toEqual([main, root])
  })

  test.each(METHODS)('%s refuses a conflict, names the file and moves nothing', async method => {
    const { repository, root, main, merge, standing } = await diverged()
    const head = await commit(repository, { f: edited(0, 'mine\n') }, { parents: [root] })
    await expect(merge(method, head)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Merge conflict in f',
    })
    expect(await standing()).toBe(main)
    expect(await mergeTest(repository, main, head)).toEqual({ mergeable: false, conflicts: ['f'] })
  })

  test('rebase refuses what conflicts on the way though the ends would merge', async () => {
    const { repository, root, merge } = await diverged()
    const there = await commit(repository, { f: edited(0, 'mine\n') }, { parents: [root] })
    const back = await commit(repository, { f: LINES.join('') }, { parents: [there] })
    const head = await commit(repository, { g: 'g' }, { parents: [back] })
    await expect(merge('rebase', head)).rejects.toMatchObject({ code: 'conflict' })
    await expect(merge('squash', head)).resolves.toMatch(/^[0-9a-f]{40}$/)
  })

  test.each(METHODS)('%s refuses what is there already, unrelated or missing', async method => {
    const { repository, root, merge } = await diverged()
    await expect(merge(method, root)).rejects.toMatchObject({ code: 'nothing-to-do' })
    const stranger = await commit(repository, { z: 'z' })
    await expect(merge(method, stranger)).rejects.toMatchObject({ code: 'unrelated' })
    await expect(merge(method, 'b'.repeat(40))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a merge that takes longer does not overwrite one that landed meanwhile', async () => {
    const { repository, main, two, merge, standing } = await diverged()
    const other = await commit(repository, { h: 'h' }, { parents: [main] })
    // A rebase of two commits starts several times as many processes as a squash.
    const [slow, quick] = await Promise.allSettled([merge('rebase', two), merge('squash', other)])
    expect(slow).toMatchObject({ status: 'rejected', reason: { code: 'moved' } })
    expect(quick).toMatchObject({ status: 'fulfilled', value: await standing() })
  })
})

describe('the refs of a pull request', () => {
  test('lead to the head and to a merge of it into the base', async () => {
    const { repository, main, one, two } = await diverged()
    const opened = await updatePullRefs(repository, { number: 7, base: main, head: one }, HUB)
    if (!opened.mergeable) throw new Error('it merges')
    expect((await readRef(repository, 'refs/pull/7/merge'))?.sha).toBe(opened.sha)
    const facts = { parents: [main, one], committer: HUB, message: `Merge ${one} into ${main}` }
    expect(await readCommit(repository, opened.sha)).toMatchObject(facts)
    await updatePullRefs(repository, { number: 7, base: main, head: two }, HUB)
    expect((await readRef(repository, 'refs/pull/7/head'))?.sha).toBe(two)
    expect((await readCommit(repository, 'refs/pull/7/merge')).parents).toEqual([main, two])
  })

  test('on a conflict the merge stays where it was, and goes when the pull request is closed', async () => {
    const { repository, root, main, one } = await diverged()
    const opened = await updatePullRefs(repository, { number: 7, base: main, head: one }, HUB)
    const clash = await commit(repository, { f: edited(0, 'mine\n') }, { parents: [root] })
    const updated = await updatePullRefs(repository, { number: 7, base: main, head: clash }, HUB)
    expect(updated).toEqual({ mergeable: false, conflicts: ['f'] })
    expect((await readRef(repository, 'refs/pull/7/head'))?.sha).toBe(clash)
    expect(opened).toMatchObject({ sha: (await readRef(repository, 'refs/pull/7/merge'))?.sha })
    await closePullRefs(repository, 7)
    await closePullRefs(repository, 7)
    expect(await readRef(repository, 'refs/pull/7/merge')).toBeUndefined()
    expect((await readRef(repository, 'refs/pull/7/head'))?.sha).toBe(clash)
  })
})
