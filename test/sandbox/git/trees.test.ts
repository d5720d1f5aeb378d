import { describe, expect, test } from 'vitest'
import { writeBlobs } from '../../../sandbox/git/objects.ts'
import { createTree, type FileMode, readTree } from '../../../sandbox/git/trees.ts'
import { emptyRepository, gitIn } from './scene.ts'

async function withBlob() {
  const repository = await emptyRepository()
  const [blob = ''] = await writeBlobs(repository, ['text\n'])
  const file = (path: string, mode: FileMode = '100644') => ({ path, mode, sha: blob })
  const gone = (path: string) => ({ path, mode: '100644' as const, sha: null })
  const paths = async (tree: string) =>
    (await readTree(repository, tree, { recursive: true })).map(({ path }) => path)
  return { repository, blob, file, gone, paths }
}

describe('createTree', () => {
  test('places files of every mode, and git finds the tree sound', async () => {
    const { repository, blob, file } = await withBlob()
    const other = 'a'.repeat(40)
    const inner = await createTree(repository, undefined, [file('deep/er')])
    const tree = await createTree(repository, undefined, [
      file('a.txt'),
      file('bin/run', '100755'),
      file('link', '120000'),
      { path: 'sub', mode: '160000', sha: other },
      { path: 'kept', mode: '040000', sha: inner },
    ])
    expect(await readTree(repository, tree)).toEqual([
      { path: 'a.txt', mode: '100644', type: 'blob', sha: blob, size: 5 },
      { path: 'bin', mode: '040000', type: 'tree', sha: expect.any(String), size: undefined },
      { path: 'kept', mode: '040000', type: 'tree', sha: inner, size: undefined },
      { path: 'link', mode: '120000', type: 'blob', sha: blob, size: 5 },
      { path: 'sub', mode: '160000', type: 'commit', sha: other, size: undefined },
    ])
    expect(await gitIn(repository, 'ls-tree', '-r', '--name-only', tree)).toBe(
      'a.txt\nbin/run\nkept/deep/er\nlink\nsub',
    )
    expect(await gitIn(repository, 'fsck', '--strict', '--no-dangling')).toBe('')
  })

  test('changes a base and leaves the rest', async () => {
    const { repository, file, gone, paths } = await withBlob()
    const base = await createTree(repository, undefined, [file('a/b/c'), file('a/d'), file('e')])
    const changed = await createTree(repository, base, [gone('a/b/c'), file('f/g')])
    expect(await paths(changed)).toEqual(['a', 'a/d', 'e', 'f', 'f/g'])
    expect(await paths(await createTree(repository, base, []))).toEqual(await paths(base))
  })

  test('a file and a folder may take each other’s place, whichever goes first', async () => {
    const { repository, file, gone, paths } = await withBlob()
    const base = await createTree(repository, undefined, [file('a'), file('b/c')])
    expect(await paths(await createTree(repository, base, [file('a/x')]))).toEqual(['a', 'a/x', 'b', 'b/c'])
    expect(await paths(await createTree(repository, base, [gone('a'), file('a/x')]))).toContain('a/x')
    expect(await paths(await createTree(repository, base, [file('b')]))).toEqual(['a', 'b'])
    expect(await paths(await createTree(repository, base, [gone('b/c'), file('b')]))).toEqual(['a', 'b'])
  })

  test('what becomes empty goes, up to the root', async () => {
    const { repository, file, gone, paths } = await withBlob()
    const base = await createTree(repository, undefined, [file('a/b/c')])
    const emptied = await createTree(repository, base, [gone('a/b/c')])
    expect(await paths(emptied)).toEqual([])
    expect(emptied).toBe('4b825dc642cb6eb9a060e54bf8d69288fbee4904')
  })

  test.each([
    '..',
    'a/../b',
    '.',
    '',
    'a//b',
    'a/',
    '.git',
    'a/.GIT/config',
    '.g\u200cit',
    'git~1',
    '.git. ',
    '.git::$INDEX_ALLOCATION',
    '.git\\config',
    'a\0b',
    'a\nb',
    'a\x7fb',
    '\ud800',
  ])('refuses the path %j', async path => {
    const { repository, file } = await withBlob()
    await expect(createTree(repository, undefined, [file(path)])).rejects.toMatchObject({
      code: 'malformed',
      message: 'path contains a malformed path component',
    })
  })

  test('refuses a path from the root of the file system', async () => {
    const { repository, file } = await withBlob()
    const message = 'path cannot start with a slash'
    await expect(createTree(repository, undefined, [file('/a')])).rejects.toMatchObject({ message })
  })

  test.each(['.gitignore', '.github', 'git', 'a.git', '...', 'ü', 'a b', '*', ':(top)a', '-a', 'a\\b'])(
    'takes the path %j',
    async path => {
      const { repository, file, paths } = await withBlob()
      expect(await paths(await createTree(repository, undefined, [file(path)]))).toEqual([path])
    },
  )

  test('refuses objects that are not there or of another type, and to delete nothing', async () => {
    const { repository, blob, gone } = await withBlob()
    const tree = await createTree(repository, undefined, [])
    const refused = { code: 'not-found' }
    const one = (mode: FileMode, sha: string) => createTree(repository, undefined, [{ path: 'a', mode, sha }])
    await expect(one('100644', 'b'.repeat(40))).rejects.toMatchObject(refused)
    await expect(one('100644', tree)).rejects.toMatchObject(refused)
    await expect(one('040000', blob)).rejects.toMatchObject(refused)
    await expect(createTree(repository, 'b'.repeat(40), [])).rejects.toMatchObject(refused)
    await expect(createTree(repository, tree, [gone('a')])).rejects.toMatchObject(refused)
  })

  test('refuses a path that is both a file and a folder', async () => {
    const { repository, file } = await withBlob()
    for (const changes of [
      [file('a'), file('a/b')],
      [file('a/b'), file('a')],
    ])
      await expect(createTree(repository, undefined, changes)).rejects.toMatchObject({ code: 'malformed' })
  })
})
