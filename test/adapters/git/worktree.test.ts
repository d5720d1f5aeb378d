import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { GIT_ENGINES, openGit } from '../../../src/adapters/git/index.ts'
import { repositoryAt, temporaryFolder, temporaryRepository } from '../../support/temporary.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (content: Uint8Array | undefined) =>
  content === undefined ? undefined : new TextDecoder().decode(content)
const ESCAPE = { code: 'path-escape', next: expect.stringMatching(/./) }
// Making a link needs a privilege on Windows.
const canLink = process.platform !== 'win32'

describe.each(GIT_ENGINES)('files on disk, by %s', engine => {
  test('are listed by path: links and other repositories are named, git’s own files are not', async () => {
    const made = await temporaryRepository()
    await made.write({ 'data/b.csv': 'bb', 'data/a/x.csv': '', '.hidden': 'h', 'data/.gitignore': '*.tmp' })
    await made.write({ 'data/skip.tmp': 'ignored, and on disk all the same' })
    await mkdir(join(made.root, 'data/inner/.git'), { recursive: true })
    await writeFile(join(made.root, 'data/inner/file'), 'x')
    if (canLink) await symlink('b.csv', join(made.root, 'data/link'))
    const { worktree } = await openGit(made.root, engine)
    expect(await worktree.listFiles('data')).toEqual([
      { path: 'data/.gitignore', kind: 'file', bytes: 5 },
      { path: 'data/a/x.csv', kind: 'file', bytes: 0 },
      { path: 'data/b.csv', kind: 'file', bytes: 2 },
      { path: 'data/inner', kind: 'repository', bytes: 0 },
      ...(canLink ? [{ path: 'data/link', kind: 'link', bytes: 0 }] : []),
      { path: 'data/skip.tmp', kind: 'file', bytes: 33 },
    ])
    expect((await worktree.listFiles('')).map(({ path }) => path)).toContain('.hidden')
    expect(await worktree.listFiles('nothing')).toEqual([])
    expect(await worktree.listFiles('.hidden')).toEqual([])
  })

  test('that git sees are the tracked ones and those that nothing ignores', async () => {
    const made = await temporaryRepository()
    await made.commit('one', { '.gitignore': '*.tmp\nbuild/\n', 'src/a.py': 'a', 'kept.tmp2': 'x' })
    await made.write({ 'new.py': 'n', 'x.tmp': 't', 'build/out': 'o', 'src/ünïcode.py': 'u' })
    const { worktree } = await openGit(made.root, engine)
    expect(await worktree.visibleFiles()).toEqual([
      '.gitignore',
      'kept.tmp2',
      'new.py',
      'src/a.py',
      'src/ünïcode.py',
    ])
  })

  test('are read and written whole, folders made on the way', async () => {
    const made = await temporaryRepository()
    const { worktree } = await openGit(made.root, engine)
    await worktree.writeFile('deep/er/file', bytes('one'))
    await worktree.writeFile('deep/er/file', bytes('two'))
    expect(text(await worktree.readFile('deep/er/file'))).toBe('two')
    expect(await readdir(join(made.root, 'deep/er'))).toEqual(['file'])
    for (const path of ['deep', 'nothing', 'deep/er/file/below'])
      expect(await worktree.readFile(path), path).toBeUndefined()
  })

  test.each([
    '../x',
    'a/../../x',
    '/etc/passwd',
    'a//b',
    './a',
    'a/.',
    '.git/config',
    'a/.GIT/hooks',
    'a\\b',
    'a\0b',
    'C:\\x',
  ])('are never outside the repository: %j', async path => {
    const made = await temporaryRepository()
    const { worktree } = await openGit(made.root, engine)
    await expect(worktree.readFile(path)).rejects.toMatchObject(ESCAPE)
    await expect(worktree.writeFile(path, bytes('x'))).rejects.toMatchObject(ESCAPE)
    await expect(worktree.listFiles(path)).rejects.toMatchObject(ESCAPE)
  })

  test.runIf(canLink)('a link that leads out is not followed, whether to a folder or a file', async () => {
    const outside = await temporaryFolder()
    await writeFile(join(outside, 'secret'), 'secret')
    const made = await temporaryRepository()
    await symlink(outside, join(made.root, 'out'))
    await symlink(join(outside, 'secret'), join(made.root, 'file'))
    await symlink('../..', join(made.root, 'up'))
    await symlink(join(made.root, '.git'), join(made.root, 'git'))
    const { worktree } = await openGit(made.root, engine)
    for (const path of ['out/secret', 'file', 'up/x']) {
      await expect(worktree.readFile(path), path).rejects.toMatchObject(ESCAPE)
      await expect(worktree.writeFile(path, bytes('changed')), path).rejects.toMatchObject(ESCAPE)
    }
    expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('secret')
    expect(await readdir(outside)).toEqual(['secret'])
  })

  test.runIf(canLink)('nor one to a folder whose name begins as the repository’s does', async () => {
    const parent = await temporaryFolder()
    const [root, beside] = [join(parent, 'models'), join(parent, 'models-of-others')]
    await Promise.all([mkdir(root), mkdir(beside)])
    await writeFile(join(beside, 'secret'), 'secret')
    await repositoryAt(root).git('init', '-q')
    await symlink(beside, join(root, 'out'))
    const { worktree } = await openGit(root, engine)
    await expect(worktree.readFile('out/secret')).rejects.toMatchObject(ESCAPE)
    await expect(worktree.writeFile('out/secret', bytes('changed'))).rejects.toMatchObject(ESCAPE)
  })

  test.runIf(canLink)('a link to a folder inside is followed, one to a file is no file', async () => {
    const made = await temporaryRepository()
    await made.write({ 'real/file': 'inside' })
    await symlink('real', join(made.root, 'alias'))
    await symlink('real/file', join(made.root, 'link'))
    await symlink('nowhere', join(made.root, 'dangling'))
    const { worktree } = await openGit(made.root, engine)
    expect(text(await worktree.readFile('alias/file'))).toBe('inside')
    await expect(worktree.readFile('link')).rejects.toMatchObject(ESCAPE)
    await expect(worktree.writeFile('dangling', bytes('x'))).rejects.toMatchObject(ESCAPE)
    expect(await readdir(made.root)).not.toContain('nowhere')
  })

  test('paths as people write them start from where they stand', async () => {
    const made = await temporaryRepository()
    await mkdir(join(made.root, 'models/deep'), { recursive: true })
    const { worktree } = await openGit(join(made.root, 'models'), engine)
    expect(worktree.root).toBe(made.root)
    expect(worktree.pathFromRoot('deep/m.onnx')).toBe('models/deep/m.onnx')
    expect(worktree.pathFromRoot('../data/a.csv')).toBe('data/a.csv')
    expect(worktree.pathFromRoot(join(made.root, 'x'))).toBe('x')
    for (const path of ['../..', '../../x', '/etc/passwd', '..', '../.git/config'])
      expect(worktree.pathFromRoot(path), path).toBeUndefined()
  })

  test('tracked ones that differ from the head are told, on disk and in the index', async () => {
    const made = await temporaryRepository()
    await made.commit('one', { a: '1', b: '1', 'c/d': '1', same: '1' })
    await made.write({ a: '2', b: '2', 'new file': 'n', same: '1' })
    await made.git('add', 'b')
    await made.git('rm', '-q', 'c/d')
    const { worktree } = await openGit(made.root, engine)
    expect([...(await worktree.modified())].sort()).toEqual(['a', 'b', 'c/d'])
    expect([...(await worktree.modified(['a', 'same', 'c']))].sort()).toEqual(['a', 'c/d'])
  })

  test.each([
    ['MERGE_HEAD', 'a merge'],
    ['rebase-merge', 'a rebase'],
    ['CHERRY_PICK_HEAD', 'a cherry-pick'],
    ['REVERT_HEAD', 'a revert'],
  ])('%s means that %s is under way', async (mark, name) => {
    const made = await temporaryRepository()
    const { worktree } = await openGit(made.root, engine)
    expect(await worktree.operation()).toBeUndefined()
    await writeFile(join(made.root, '.git', mark), '')
    expect(await worktree.operation()).toBe(name)
  })
})

describe.each(GIT_ENGINES)('files follow a branch that moved, by %s', engine => {
  /** A repository whose branch has moved past its files: they and the index are as one commit before. */
  async function moved() {
    const made = await temporaryRepository()
    const from = await made.commit('one', { changed: '1', removed: '1', 'gone/deep/file': '1', same: '1' })
    await made.git('rm', '-q', 'removed', 'gone/deep/file')
    const to = await made.commit('two', { changed: '2', 'added/file': '2' })
    await made.git('checkout', '-q', from)
    await made.git('checkout', '-q', '-B', 'main')
    await made.git('update-ref', 'refs/heads/main', to)
    const { worktree } = await openGit(made.root, engine)
    return { ...made, worktree, from, to }
  }

  test('to what it holds, in the index too, and empty folders go', async () => {
    const { worktree, root, git, from, to } = await moved()
    expect(await worktree.follow(from, to)).toEqual([])
    expect(await git('status', '--porcelain')).toBe('')
    expect((await readdir(root)).sort()).toEqual(['.git', 'added', 'changed', 'same'])
    expect(await readFile(join(root, 'changed'), 'utf8')).toBe('2')
  })

  test('and again changes nothing', async () => {
    const { worktree, root, git, from, to } = await moved()
    await worktree.follow(from, to)
    const before = (await stat(join(root, 'changed'))).mtimeMs
    expect(await worktree.follow(from, to)).toEqual([])
    expect((await stat(join(root, 'changed'))).mtimeMs).toBe(before)
    expect(await git('status', '--porcelain')).toBe('')
  })

  test('but what somebody changed, made or removed is left as it is', async () => {
    const { worktree, root, write, git, from, to } = await moved()
    await write({ changed: 'mine', removed: 'mine', 'added/file': 'mine', same: 'mine too' })
    expect(await worktree.follow(from, to)).toEqual(['added/file', 'changed', 'removed'])
    for (const path of ['changed', 'removed', 'added/file'])
      expect(await readFile(join(root, path), 'utf8'), path).toBe('mine')
    expect(await readFile(join(root, 'same'), 'utf8')).toBe('mine too')
    expect(await git('ls-files', 'gone')).toBe('')
  })

  test('what has arrived already is taken as followed', async () => {
    const { worktree, write, git, from, to } = await moved()
    await write({ changed: '2', 'added/file': '2' })
    expect(await worktree.follow(from, to)).toEqual([])
    expect(await git('status', '--porcelain')).toBe('')
  })

  test('a folder that still holds somebody’s file stays', async () => {
    const { worktree, root, write, from, to } = await moved()
    await write({ 'gone/mine': 'x' })
    await worktree.follow(from, to)
    expect(await readdir(join(root, 'gone'))).toEqual(['mine'])
  })

  test('from nothing at all to a first commit', async () => {
    const made = await temporaryRepository()
    const first = await made.commit('one', { 'a/b': '1', c: '1' })
    const empty = repositoryAt(await temporaryFolder())
    await empty.git('clone', '-q', '--no-checkout', made.root, '.')
    const { worktree } = await openGit(empty.root, engine)
    expect(await worktree.follow(undefined, first)).toEqual([])
    expect(await empty.git('status', '--porcelain')).toBe('')
    expect(await readFile(join(empty.root, 'a/b'), 'utf8')).toBe('1')
  })

  test('questions write nothing, not even when they were asked', async () => {
    const { worktree, root, write } = await moved()
    await write({ changed: '1', same: 'other' })
    const index = join(root, '.git/index')
    const before = [await readFile(index), (await stat(index)).mtimeMs]
    await worktree.modified()
    await worktree.visibleFiles()
    expect([await readFile(index), (await stat(index)).mtimeMs]).toEqual(before)
  })

  test('files that may be run stay so in the index', async () => {
    const made = await temporaryRepository()
    await made.commit('one', { 'run.sh': '1' })
    await made.git('update-index', '--chmod=+x', 'run.sh')
    await chmod(join(made.root, 'run.sh'), 0o755)
    const from = await made.commit('executable')
    const to = await made.commit('two', { 'run.sh': '2' })
    await made.git('checkout', '-q', from)
    await made.git('checkout', '-q', '-B', 'main')
    await made.git('update-ref', 'refs/heads/main', to)
    const { worktree } = await openGit(made.root, engine)
    expect(await worktree.follow(from, to)).toEqual([])
    expect(await made.git('ls-files', '--stage', 'run.sh')).toMatch(/^100755 /)
    expect(await made.git('status', '--porcelain')).toBe('')
  })
})
