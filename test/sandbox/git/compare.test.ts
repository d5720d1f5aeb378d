import { describe, expect, test } from 'vitest'
import { pathsChanged } from '../../../sandbox/git/changed-files.ts'
import { createCommit, readCommit } from '../../../sandbox/git/commits.ts'
import { compareCommits } from '../../../sandbox/git/compare.ts'
import { countLog, isAncestor, mergeBase, readLog } from '../../../sandbox/git/log.ts'
import { writeBlobs } from '../../../sandbox/git/objects.ts'
import { createTree } from '../../../sandbox/git/trees.ts'
import { ADA, commit, emptyRepository, gitIn, NOON } from './scene.ts'

const LINES = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('')

async function forked() {
  const repository = await emptyRepository()
  const root = await commit(repository, { 'a.txt': LINES, 'b.txt': 'b\n', 'c.txt': 'c\n' })
  const base = await commit(repository, { 'other.txt': 'x' }, { parents: [root] })
  const head1 = await commit(repository, { 'b.txt': 'B\nb\n' }, { parents: [root] })
  return { repository, root, base, head1 }
}

describe('compareCommits', () => {
  test('counts both sides and lists what only the head has', async () => {
    const { repository, root, base, head1 } = await forked()
    const head2 = await commit(repository, { 'd.txt': 'd\n' }, { parents: [head1] })
    const compared = await compareCommits(repository, base, head2)
    expect(compared).toMatchObject({ status: 'diverged', mergeBase: root, aheadBy: 2, behindBy: 1 })
    expect(compared.commits.map(({ sha }) => sha)).toEqual([head1, head2])
    expect(compared.files.map(({ path }) => path)).toEqual(['b.txt', 'd.txt'])
    const statusOf = async (from: string, to: string) => (await compareCommits(repository, from, to)).status
    expect(await statusOf(root, base)).toBe('ahead')
    expect(await statusOf(base, root)).toBe('behind')
    expect(await statusOf(base, base)).toBe('identical')
  })

  test('tells each file’s change, lines and hunks', async () => {
    const { repository, root } = await forked()
    const head = await commit(
      repository,
      {
        'a.txt': null,
        'moved/a.txt': LINES,
        'b.txt': 'b\ndiff --git a/x b/x\n',
        'c.txt': null,
        'n.bin': '\0\0',
      },
      { parents: [root] },
    )
    const { files } = await compareCommits(repository, root, head)
    const rest = { previousPath: undefined, patch: undefined, additions: 0, deletions: 0 }
    const sha = (path: string, at = head) => gitIn(repository, 'rev-parse', `${at}:${path}`)
    expect(files).toEqual([
      {
        ...rest,
        path: 'b.txt',
        status: 'modified',
        sha: await sha('b.txt'),
        additions: 1,
        patch: '@@ -1 +1,2 @@\n b\n+diff --git a/x b/x',
      },
      {
        ...rest,
        path: 'c.txt',
        status: 'removed',
        sha: await sha('c.txt', root),
        deletions: 1,
        patch: '@@ -1 +0,0 @@\n-c',
      },
      {
        ...rest,
        path: 'moved/a.txt',
        previousPath: 'a.txt',
        status: 'renamed',
        sha: await sha('moved/a.txt'),
      },
      { ...rest, path: 'n.bin', status: 'added', sha: await sha('n.bin') },
    ])
    expect(await pathsChanged(repository, root, head)).toEqual([
      'a.txt',
      'b.txt',
      'c.txt',
      'moved/a.txt',
      'n.bin',
    ])
  })

  test('a file that becomes a symlink is changed, and has both its hunks', async () => {
    const { repository, root } = await forked()
    const [sha = ''] = await writeBlobs(repository, ['a.txt'])
    const tree = await createTree(repository, root, [{ path: 'b.txt', mode: '120000', sha }])
    const head = await createCommit(repository, {
      tree,
      parents: [root],
      author: ADA,
      committer: ADA,
      message: 'm',
    })
    const later = await commit(repository, { 'c.txt': 'C\n' }, { parents: [head] })
    const { files } = await compareCommits(repository, root, later)
    expect(files.map(({ path, status }) => [path, status])).toEqual([
      ['b.txt', 'changed'],
      ['c.txt', 'modified'],
    ])
    expect(files[0]?.patch).toContain('@@ -1 +0,0 @@\n-b\n@@ -0,0 +1 @@\n+a.txt')
    expect(files[1]?.patch).toBe('@@ -1 +1 @@\n-c\n+C')
  })

  test('names with line breaks, quotes and tabs come through', async () => {
    const { repository, root } = await forked()
    const head = await commit(repository, { 'ü "q".txt': 'x\n', "it's 1": 'y\n' }, { parents: [root] })
    const { files } = await compareCommits(repository, root, head)
    expect(files.map(({ path, patch }) => [path, patch])).toEqual([
      ["it's 1", '@@ -0,0 +1 @@\n+y'],
      ['ü "q".txt', '@@ -0,0 +1 @@\n+x'],
    ])
  })

  test('histories that share nothing are refused', async () => {
    const { repository, root } = await forked()
    const other = await commit(repository, { 'z.txt': 'z' })
    await expect(compareCommits(repository, root, other)).rejects.toMatchObject({ code: 'unrelated' })
    expect(await mergeBase(repository, root, other)).toBeUndefined()
    expect(await isAncestor(repository, root, other)).toBe(false)
  })
})

describe('readLog', () => {
  async function merged() {
    const repository = await emptyRepository()
    const on = (day: number) => ({ ...ADA, at: NOON + day * 86_400_000 })
    const root = await commit(repository, { a: '0' }, { author: on(0) })
    const side = await commit(repository, { b: '1' }, { author: on(1), parents: [root] })
    const main = await commit(repository, { a: '2' }, { author: on(2), parents: [root] })
    const tree = await createTree(repository, main, [])
    const both = await createTree(repository, tree, [
      { path: 'b', mode: '100644', sha: await gitIn(repository, 'rev-parse', `${side}:b`) },
    ])
    const draft = { tree: both, parents: [main, side], author: on(3), committer: on(3), message: 'merge' }
    const merge = await createCommit(repository, draft)
    const list = async (options: Parameters<typeof readLog>[2]) =>
      (await readLog(repository, merge, options)).map(({ sha }) => sha)
    return { repository, root, side, main, merge, list, on }
  }

  test('follows all parents, or the first alone', async () => {
    const { repository, root, side, main, merge, list } = await merged()
    expect(await list({})).toEqual([merge, main, side, root])
    expect(await list({ firstParent: true })).toEqual([merge, main, root])
    expect(await countLog(repository, merge, { firstParent: true, limit: 1 })).toBe(3)
    expect((await readLog(repository, merge))[0]).toEqual(await readCommit(repository, merge))
  })

  test('on first parents a path that a merge brought is the merge’s', async () => {
    const { root, side, main, merge, list } = await merged()
    expect(await list({ firstParent: true, path: 'b' })).toEqual([merge])
    expect(await list({ path: 'b' })).toEqual([side])
    expect(await list({ firstParent: true, path: 'a' })).toEqual([main, root])
    expect(await list({ path: '*' })).toEqual([])
  })

  test('both dates are included, and pages follow each other', async () => {
    const { root, side, main, merge, list, on } = await merged()
    expect(await list({ since: on(1).at, until: on(2).at })).toEqual([main, side])
    expect(await list({ since: on(1).at + 1000 })).toEqual([merge, main])
    expect(await list({ until: on(1).at - 1000 })).toEqual([root])
    expect(await list({ skip: 1, limit: 2 })).toEqual([main, side])
  })
})
