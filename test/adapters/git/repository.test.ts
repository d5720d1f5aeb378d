import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { GIT_ENGINES, openGit } from '../../../src/adapters/git/index.ts'
import type { CommitRequest, FileChange } from '../../../src/ports.ts'
import { repositoryAt, temporaryFolder, temporaryRepository } from '../../support/temporary.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (content: Uint8Array | undefined) =>
  content === undefined ? undefined : new TextDecoder().decode(content)
const change = (path: string, content: string | null): FileChange => ({
  path,
  content: content === null ? null : bytes(content),
})
const request = (facts: Partial<CommitRequest>): CommitRequest => ({
  parent: undefined,
  changes: [],
  message: 'a change\n',
  person: { name: 'Grace Hopper', email: 'grace@example.com' },
  at: Date.UTC(2026, 9, 2, 8, 30),
  branch: 'main',
  expected: undefined,
  ...facts,
})

function writesTables(): boolean {
  const [, major = 0, minor = 0] =
    /(\d+)\.(\d+)/.exec(execFileSync('git', ['--version'], { encoding: 'utf8' })) ?? []
  return Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 45)
}

describe.each(GIT_ENGINES)('the repository by %s', engine => {
  test('reads a tree at a commit', async () => {
    const made = await temporaryRepository()
    const first = await made.commit('one', { 'a.txt': 'a1', 'folder/b.txt': 'b1', 'folder/deep/c.txt': 'c1' })
    await made.commit('two', { 'a.txt': 'a2' })
    const { repository } = await openGit(made.root, engine)
    expect(text(await repository.readFile(first, 'a.txt'))).toBe('a1')
    expect(text(await repository.readFile(first, 'folder'))).toBeUndefined()
    expect(text(await repository.readFile(first, 'nothing'))).toBeUndefined()
    expect((await repository.listFolder(first, 'folder')).map(({ path, mode }) => [path, mode])).toEqual([
      ['folder/b.txt', '100644'],
      ['folder/deep', '040000'],
    ])
    expect(await repository.listFolder(first, 'nothing')).toEqual([])
    const files = await repository.listFiles(first, 'folder')
    expect(files.map(({ path }) => path)).toEqual(['folder/b.txt', 'folder/deep/c.txt'])
    const ids = files.map(({ id }) => id)
    expect(await repository.readBlobs(ids, (content, index) => [index, text(content)])).toEqual([
      [0, 'b1'],
      [1, 'c1'],
    ])
    expect((await repository.listFiles(first, '')).map(({ path }) => path)).toHaveLength(3)
  })

  test('names links and other repositories by their modes', async () => {
    const made = await temporaryRepository()
    await made.commit('one', { 'a.txt': 'a' })
    const id = await made.git('rev-parse', 'HEAD')
    await made.git('update-index', '--add', '--cacheinfo', `160000,${id},sub`)
    await made.git(
      'update-index',
      '--add',
      '--cacheinfo',
      `120000,${await made.git('rev-parse', 'HEAD:a.txt')},link`,
    )
    await made.git('commit', '-qm', 'two')
    const { repository } = await openGit(made.root, engine)
    const head = (await repository.head()).commit as string
    expect(
      Object.fromEntries((await repository.listFiles(head, '')).map(({ path, mode }) => [path, mode])),
    ).toEqual({
      'a.txt': '100644',
      link: '120000',
      sub: '160000',
    })
  })

  test('resolves branches, tags and ids, and nothing that is more than a name', async () => {
    const made = await temporaryRepository()
    const first = await made.commit('one', { a: '1' })
    await made.git('tag', '-a', 'v1', '-m', 'tagged')
    await made.git('branch', 'topic/x')
    const { repository } = await openGit(made.root, engine)
    for (const name of ['main', 'topic/x', 'v1', 'HEAD', first, first.slice(0, 10), 'refs/heads/main']) {
      expect(await repository.resolve(name), name).toBe(first)
    }
    for (const name of ['nothing', '--all', 'main..v1', ':/one', 'HEAD^{/one}', 'main:a', '', 'a b']) {
      expect(await repository.resolve(name), name).toBeUndefined()
    }
  })

  test('tells the head: branch, detached, before the first commit', async () => {
    const made = await temporaryRepository()
    const { repository } = await openGit(made.root, engine)
    expect(await repository.head()).toEqual({ commit: undefined, branch: 'main' })
    const first = await made.commit('one', { a: '1' })
    expect(await repository.head()).toEqual({ commit: first, branch: 'main' })
    await made.git('checkout', '-q', '--detach')
    expect(await repository.head()).toEqual({ commit: first, branch: undefined })
  })

  test('writes a commit that git finds whole, and reads its facts back', async () => {
    const made = await temporaryRepository()
    const first = await made.commit('one', {
      keep: 'k',
      'folder/old': 'o',
      'folder/gone': 'g',
      'lone/file': 'l',
    })
    await made.git('update-index', '--chmod=+x', 'keep')
    await made.git('commit', '-qm', 'executable')
    const parent = await made.git('rev-parse', 'HEAD')
    const { repository } = await openGit(made.root, engine)
    const id = await repository.commit(
      request({
        parent,
        expected: parent,
        message: 'Äpfel\n\nbody\n',
        changes: [
          change('keep', 'k2'),
          change('folder/old', 'o2'),
          change('folder/gone', null),
          change('lone/file', null),
          change('new/deep/er/file', 'n'),
        ],
      }),
    )
    expect(await made.git('rev-parse', 'main')).toBe(id)
    expect(await made.git('ls-tree', '-r', '--format=%(objectmode) %(path)', id)).toBe(
      '100644 folder/old\n100755 keep\n100644 new/deep/er/file',
    )
    expect(await made.git('show', `${id}:folder/old`)).toBe('o2')
    await made.git('fsck', '--strict')
    expect(await repository.commitFacts(id)).toEqual({
      id,
      tree: await made.git('rev-parse', `${id}^{tree}`),
      parents: [parent],
      author: { name: 'Grace Hopper', email: 'grace@example.com' },
      committer: { name: 'Grace Hopper', email: 'grace@example.com' },
      committedAt: Date.UTC(2026, 9, 2, 8, 30),
      message: 'Äpfel\n\nbody\n',
    })
    expect(first).not.toBe(parent)
  })

  // isomorphic-git reads no tables of references, and git writes them from 2.45 on.
  test.skipIf(engine !== 'program' || !writesTables())(
    'tells the branch where references lie in tables',
    async () => {
      const root = await temporaryFolder()
      execFileSync('git', ['init', '--quiet', '--ref-format=reftable', '--initial-branch=tables', root])
      const { repository } = await openGit(root, engine)
      expect(await repository.head()).toEqual({ commit: undefined, branch: 'tables' })
    },
  )

  test('writes a first commit on a branch that does not exist yet', async () => {
    const made = await temporaryRepository()
    const { repository } = await openGit(made.root, engine)
    const id = await repository.commit(request({ branch: 'alone', changes: [change('a/b', 'x')] }))
    expect(await made.git('show', 'alone:a/b')).toBe('x')
    expect((await repository.commitFacts(id)).parents).toEqual([])
  })

  test('moves no branch that stands elsewhere than expected', async () => {
    const made = await temporaryRepository()
    const first = await made.commit('one', { a: '1' })
    const second = await made.commit('two', { a: '2' })
    const { repository } = await openGit(made.root, engine)
    const stale = repository.commit(request({ parent: first, expected: first, changes: [change('a', '3')] }))
    await expect(stale).rejects.toMatchObject({ code: 'moved-meanwhile' })
    const exists = repository.commit(
      request({ parent: first, expected: undefined, changes: [change('a', '3')] }),
    )
    await expect(exists).rejects.toMatchObject({ code: 'moved-meanwhile' })
    await expect(repository.moveBranch('absent', first, second)).rejects.toMatchObject({
      code: 'moved-meanwhile',
    })
    expect(await made.git('rev-parse', 'main')).toBe(second)
  })

  test('of two that race for a branch exactly one wins', async () => {
    const made = await temporaryRepository()
    const first = await made.commit('one', { a: '1' })
    const { repository } = await openGit(made.root, engine)
    const writers = Array.from({ length: 6 }, (_, index) =>
      repository.commit(request({ parent: first, expected: first, changes: [change('a', `by ${index}`)] })),
    )
    const results = await Promise.allSettled(writers)
    const won = results.filter(({ status }) => status === 'fulfilled')
    expect(won).toHaveLength(1)
    expect(await made.git('rev-parse', 'main')).toBe((won[0] as PromiseFulfilledResult<string>).value)
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'moved-meanwhile' })
    }
  })

  test('makes, moves and deletes branches, packed ones too', async () => {
    const made = await temporaryRepository()
    const first = await made.commit('one', { a: '1' })
    const second = await made.commit('two', { a: '2' })
    const { repository } = await openGit(made.root, engine)
    await repository.moveBranch('modelyard/x', first, undefined)
    await made.git('pack-refs', '--all')
    await repository.moveBranch('modelyard/x', second, first)
    expect(await made.git('rev-parse', 'modelyard/x')).toBe(second)
    await made.git('pack-refs', '--all')
    await repository.moveBranch('modelyard/x', undefined, second)
    expect(await made.git('branch', '--list', 'modelyard/x')).toBe('')
    expect(await made.git('rev-parse', 'main')).toBe(second)
  })

  test('finds merge bases', async () => {
    const made = await temporaryRepository()
    const base = await made.commit('base', { a: '1' })
    await made.git('checkout', '-qb', 'side')
    const side = await made.commit('side', { b: '1' })
    await made.git('checkout', '-q', 'main')
    const main = await made.commit('main', { c: '1' })
    const { repository } = await openGit(made.root, engine)
    expect(await repository.mergeBase(main, side)).toBe(base)
    const alone = await repository.commit(request({ branch: 'alone', changes: [change('z', 'z')] }))
    expect(await repository.mergeBase(main, alone)).toBeUndefined()
  })

  test('follows a path along first parents, merges included', async () => {
    const made = await temporaryRepository()
    const one = await made.commit('one', { 'm/p': '1', other: 'x' }, '2026-10-01T00:00:00Z')
    await made.commit('unrelated', { other: 'y' }, '2026-10-02T00:00:00Z')
    await made.git('checkout', '-qb', 'side')
    await made.commit('first on side', { 'm/p': '2' }, '2026-10-03T00:00:00Z')
    await made.commit('second on side', { 'm/p': '3', 'm/q': 'q' }, '2026-10-04T00:00:00Z')
    await made.git('checkout', '-q', 'main')
    await made.git('merge', '-q', '--no-ff', '-m', 'merged', 'side')
    const merge = await made.git('rev-parse', 'HEAD')
    await made.git('rm', '-q', 'm/q')
    const removal = await made.commit('removed')
    const { repository } = await openGit(made.root, engine)
    const { entries, complete } = await repository.history(removal, 'm')
    expect(complete).toBe(true)
    expect(entries.map(({ commit, path, status }) => [commit, path, status]).sort()).toEqual(
      [
        [one, 'm/p', 'added'],
        [merge, 'm/p', 'modified'],
        [merge, 'm/q', 'added'],
        [removal, 'm/q', 'deleted'],
      ].sort(),
    )
    const [first, second] = (await repository.history(removal, 'm/p')).entries
    expect(first).toMatchObject({ commit: one, author: 'Ada Lovelace', subject: 'one', before: undefined })
    expect(first?.committedAt).toBe(Date.UTC(2026, 9, 1))
    expect(second).toMatchObject({ commit: merge, before: first?.after })
    expect(await repository.blobIds([bytes('3'), bytes('')])).toEqual([
      second?.after,
      'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
    ])
    const chain = await repository.chain(removal)
    expect(chain.entries.map(({ commit }) => commit)).toEqual([one, chain.entries[1]?.commit, merge, removal])
  })

  test('tells what changed between two commits, folder by folder', async () => {
    const made = await temporaryRepository()
    const from = await made.commit('one', { 'a/x': '1', 'a/y': '1', 'b/z': '1', top: '1' })
    await made.git('rm', '-q', 'a/y')
    const to = await made.commit('two', { 'a/x': '2', 'a/n': '1', 'b/z': '2', top: '2' })
    const { repository } = await openGit(made.root, engine)
    const brief = async (folders: string[]) =>
      (await repository.changes(from, to, folders)).map(({ path, status }) => [path, status])
    expect(await brief(['a', 'top'])).toEqual([
      ['a/n', 'added'],
      ['a/x', 'modified'],
      ['a/y', 'deleted'],
      ['top', 'modified'],
    ])
    expect(await brief([])).toHaveLength(5)
    expect(await brief(['nothing'])).toEqual([])
  })

  test('finds the last commit that changed anything but the registry', async () => {
    const made = await temporaryRepository()
    await made.commit('code', { 'train.py': '1', 'data/registry/a': '1' })
    const code = await made.commit('more code', { 'data/train.csv': '1', 'data/registry/a': '2' })
    await made.commit('registry', { 'data/registry/a': '3' })
    await made.git('checkout', '-qb', 'side')
    await made.commit('registry again', { 'data/registry/b': '1' })
    await made.git('checkout', '-q', 'main')
    await made.git('merge', '-q', '--no-ff', '-m', 'merged', 'side')
    const { repository } = await openGit(made.root, engine)
    const head = (await repository.head()).commit as string
    expect(await repository.lastChangeOutside(head, 'data/registry')).toBe(code)
    expect(await repository.lastChangeOutside(head, 'elsewhere')).toBe(head)
  })

  test('stands still at the first commit where there never was anything but the registry', async () => {
    const made = await temporaryRepository()
    const first = await made.commit('one', { 'registry-data/a': '1' })
    const second = await made.commit('two', { 'registry-data/a': '2' })
    const { repository } = await openGit(made.root, engine)
    expect(await repository.lastChangeOutside(second, 'registry-data')).toBe(first)
  })

  test('fetches from and pushes to a bare repository on disk', async () => {
    const bare = await temporaryRepository('--bare')
    const made = await temporaryRepository()
    const first = await made.commit('one', { 'a/b': '1' })
    const { repository } = await openGit(made.root, engine)
    await repository.push(bare.root, 'main', first, undefined)
    expect(await bare.git('rev-parse', 'main')).toBe(first)
    await bare.git('fsck', '--strict')

    const second = await made.commit('two', { 'a/b': '2' })
    await expect(repository.push(bare.root, 'main', second, undefined)).rejects.toMatchObject({
      code: 'moved-meanwhile',
    })
    await expect(repository.push(bare.root, 'main', second, second)).rejects.toMatchObject({
      code: 'moved-meanwhile',
    })
    expect(await bare.git('rev-parse', 'main')).toBe(first)
    await made.git('remote', 'add', 'origin', bare.root)
    await repository.push('origin', 'main', second, first)
    expect(await bare.git('show', 'main:a/b')).toBe('2')

    const clone = await temporaryRepository()
    const other = (await openGit(clone.root, engine)).repository
    expect(await other.fetch(bare.root, 'main')).toBe(second)
    expect(text(await other.readFile(second, 'a/b'))).toBe('2')
    expect(await other.fetch(bare.root, 'absent')).toBeUndefined()
    await expect(other.fetch(join(bare.root, 'nowhere'), 'main')).rejects.toMatchObject({
      code: 'remote-failed',
    })
  })

  test('a shallow clone answers what it can and names fetch-depth for the rest', async () => {
    const made = await temporaryRepository()
    await made.commit('one', { 'registry-data/a': '1', 'train.py': '1' }, '2026-10-01T00:00:00Z')
    await made.commit('two', { 'registry-data/a': '2' }, '2026-10-02T00:00:00Z')
    await made.git('branch', 'side', 'HEAD~1')
    const head = await made.commit('three', { 'registry-data/a': '3' }, '2026-10-03T00:00:00Z')
    const clone = repositoryAt(join(await temporaryFolder(), 'clone'))
    await made.git('clone', '-q', '--depth=2', '--no-single-branch', `file://${made.root}`, clone.root)
    const { repository } = await openGit(clone.root, engine)
    expect(await repository.isShallow()).toBe(true)
    expect(text(await repository.readFile(head, 'registry-data/a'))).toBe('3')
    expect(
      await repository.changes(
        `${head}~1`.length > 0 ? await clone.git('rev-parse', 'HEAD~1') : head,
        head,
        [],
      ),
    ).toHaveLength(1)
    expect((await repository.chain(head)).complete).toBe(false)
    expect((await repository.history(head, 'registry-data')).complete).toBe(false)
    const shallow = { code: 'shallow-clone', next: expect.stringContaining('fetch-depth: 0') }
    await expect(repository.lastChangeOutside(head, 'registry-data')).rejects.toMatchObject(shallow)
  })

  test('says where two branches parted, or that a shallow clone cannot', async () => {
    const made = await temporaryRepository()
    await made.commit('base', { a: '1' })
    await made.git('checkout', '-qb', 'side')
    await made.commit('side', { b: '1' })
    await made.commit('side 2', { b: '2' })
    await made.git('checkout', '-q', 'main')
    await made.commit('main', { c: '1' })
    await made.commit('main 2', { c: '2' })
    const clone = repositoryAt(join(await temporaryFolder(), 'clone'))
    await made.git('clone', '-q', '--depth=1', '--no-single-branch', `file://${made.root}`, clone.root)
    const { repository } = await openGit(clone.root, engine)
    const [a, b] = [await clone.git('rev-parse', 'origin/main'), await clone.git('rev-parse', 'origin/side')]
    await expect(repository.mergeBase(a, b)).rejects.toMatchObject({ code: 'shallow-clone' })
  })

  test('says that a folder is in no repository', async () => {
    await expect(openGit(await temporaryFolder(), engine)).rejects.toMatchObject({ code: 'no-repository' })
  })

  test('commits as nobody that it was not told of, and writes no configuration', async () => {
    const made = await temporaryRepository()
    await made.git('config', '--unset', 'user.name')
    const { identity, repository } = await openGit(made.root, engine)
    await expect(identity.committer()).rejects.toMatchObject({ code: 'no-identity' })
    const before = await readFile(join(made.root, '.git/config'), 'utf8')
    await repository.commit(request({ changes: [change('a', 'a')] }))
    expect(await readFile(join(made.root, '.git/config'), 'utf8')).toBe(before)
    await made.git('config', 'user.name', 'Ada Lovelace')
    expect(await identity.committer()).toEqual({
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      source: "this repository's git configuration",
    })
  })

  test('leaves nothing behind in the git folder but objects and refs', async () => {
    const made = await temporaryRepository()
    const first = await made.commit('one', { a: '1' })
    const { repository } = await openGit(made.root, engine)
    const before = await readdir(join(made.root, '.git'))
    await repository.commit(request({ parent: first, expected: first, changes: [change('b', '1')] }))
    expect((await readdir(join(made.root, '.git'))).sort()).toEqual(before.sort())
    expect(await made.git('ls-files', '--others')).toBe('')
  })
})
