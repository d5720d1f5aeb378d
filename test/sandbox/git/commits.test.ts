import { describe, expect, test } from 'vitest'
import { commitFiles } from '../../../sandbox/git/commit-files.ts'
import { createCommit, createTag, readCommit, readTag } from '../../../sandbox/git/commits.ts'
import { readBlob } from '../../../sandbox/git/objects.ts'
import { createRef, readRef, resolveCommit } from '../../../sandbox/git/refs.ts'
import { createTree, readTree } from '../../../sandbox/git/trees.ts'
import { ADA, commit, emptyRepository, gitIn, HUB } from './scene.ts'

const nowhere = 'b'.repeat(40)

describe('createCommit', () => {
  test('keeps people, dates, parents and message letter for letter', async () => {
    const repository = await emptyRepository()
    const parent = await commit(repository, { 'a.txt': 'a' })
    const tree = await createTree(repository, undefined, [])
    const draft = { tree, parents: [parent], author: ADA, committer: HUB, message: 'ünï\n\nno line end: #1' }
    const sha = await createCommit(repository, draft)
    expect(await readCommit(repository, sha)).toEqual({ sha, ...draft })
    const seen = await gitIn(repository, 'log', '-1', '--format=%an|%ae|%at|%cn|%ct|%P|%B', sha)
    const { at } = ADA
    expect(seen).toBe(
      `Ada Lovelace|ada@example.com|${at / 1000}|GitHub|${at / 1000 + 60}|${parent}|${draft.message}`,
    )
  })

  test('nobody’s name can add a header', async () => {
    const repository = await emptyRepository()
    const tree = await createTree(repository, undefined, [])
    const author = { name: 'A> 1 +0000\nparent x', email: 'a@b>\ncommitter', at: 0 }
    const sha = await createCommit(repository, { tree, parents: [], author, committer: ADA, message: 'm' })
    const read = await readCommit(repository, sha)
    expect(read.parents).toEqual([])
    expect(read.committer).toEqual(ADA)
    expect(await gitIn(repository, 'fsck', '--strict', '--no-dangling')).toBe('')
  })

  test('refuses a tree or parent that is not there, and NUL', async () => {
    const repository = await emptyRepository()
    const tree = await createTree(repository, undefined, [])
    const draft = { tree, parents: [], author: ADA, committer: ADA, message: 'm' }
    const made = (change: object) => createCommit(repository, { ...draft, ...change })
    await expect(made({ tree: nowhere })).rejects.toMatchObject({ code: 'not-found' })
    await expect(made({ parents: [tree] })).rejects.toMatchObject({ code: 'not-found' })
    await expect(made({ message: 'a\0b' })).rejects.toMatchObject({ code: 'malformed' })
  })
})

test('an annotated tag leads to its commit', async () => {
  const repository = await emptyRepository()
  const sha = await commit(repository, { 'a.txt': 'a' })
  const draft = { object: { sha, type: 'commit' }, tag: 'v1', tagger: ADA, message: 'first' }
  const tag = await createTag(repository, draft)
  await createRef(repository, 'refs/tags/v1', tag)
  expect(await readTag(repository, tag)).toEqual({ sha: tag, ...draft })
  expect(await readRef(repository, 'refs/tags/v1')).toEqual({ name: 'refs/tags/v1', sha: tag, type: 'tag' })
  expect(await resolveCommit(repository, 'v1')).toBe(sha)
  const wrong = { ...draft, object: { sha, type: 'blob' } }
  await expect(createTag(repository, wrong)).rejects.toMatchObject({ code: 'not-found' })
})

describe('commitFiles', () => {
  async function withMain() {
    const repository = await emptyRepository()
    const head = await commit(repository, { 'a.txt': 'a', 'b/c.txt': 'c' }, { branch: 'main' })
    const put = (
      changes: Parameters<typeof commitFiles>[1]['changes'],
      expectedHead = head,
      branch = 'main',
    ) => commitFiles(repository, { branch, changes, message: 'm', author: ADA, committer: HUB, expectedHead })
    return { repository, head, put }
  }

  test('adds, changes and deletes in one commit on the branch', async () => {
    const { repository, head, put } = await withMain()
    const bytes = new Uint8Array([0, 255, 10])
    const sha = await put({
      additions: [
        { path: 'a.txt', content: 'new' },
        { path: 'd/e.bin', content: bytes },
      ],
      deletions: [{ path: 'b/c.txt' }],
    })
    expect((await readRef(repository, 'refs/heads/main'))?.sha).toBe(sha)
    expect(await readCommit(repository, sha)).toMatchObject({ parents: [head], author: ADA, committer: HUB })
    const entries = await readTree(repository, sha, { recursive: true })
    expect(entries.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      '100644 a.txt',
      '040000 d',
      '100644 d/e.bin',
    ])
    expect(new Uint8Array(await readBlob(repository, entries[2]?.sha ?? ''))).toEqual(bytes)
  })

  test('of many at once on the same head exactly one wins, and the branch is the winner’s', async () => {
    const { repository, put } = await withMain()
    const racers = Array.from({ length: 6 }, (_, index) =>
      put({ additions: [{ path: 'r', content: `${index}` }] }),
    )
    const settled = await Promise.allSettled(racers)
    const won = settled.filter(result => result.status === 'fulfilled')
    const codes = settled.flatMap(result => (result.status === 'rejected' ? [result.reason.code] : []))
    expect(won).toHaveLength(1)
    expect(codes).toEqual(Array(5).fill('moved'))
    expect((await readRef(repository, 'refs/heads/main'))?.sha).toBe(won[0]?.value)
  })

  test('refuses an old head, a branch or file that is not there, and a hostile path', async () => {
    const { repository, head, put } = await withMain()
    const moved = await put({})
    await expect(put({})).rejects.toMatchObject({
      code: 'moved',
      message: `Expected branch to point to "${moved}" but it did not. Pull and try again.`,
    })
    await expect(put({}, head, 'other')).rejects.toMatchObject({ code: 'not-found' })
    await expect(put({ deletions: [{ path: 'b' }] }, moved)).rejects.toMatchObject({ code: 'not-found' })
    await expect(put({ deletions: [{ path: 'x' }] }, moved)).rejects.toMatchObject({ code: 'not-found' })
    const hostile = [{ path: '../x', content: '' }]
    await expect(put({ additions: hostile }, moved)).rejects.toMatchObject({ code: 'malformed' })
    expect((await readRef(repository, 'refs/heads/main'))?.sha).toBe(moved)
  })

  test('no change at all makes a commit without one', async () => {
    const { repository, head, put } = await withMain()
    const sha = await put({})
    expect((await readCommit(repository, sha)).tree).toBe((await readCommit(repository, head)).tree)
  })
})
