import { expect, test } from 'vitest'
import { createCommit } from '../../../sandbox/git/commits.ts'
import { readContents } from '../../../sandbox/git/contents.ts'
import { writeBlobs } from '../../../sandbox/git/objects.ts'
import { createTree, type FileMode } from '../../../sandbox/git/trees.ts'
import { ADA, emptyRepository } from './scene.ts'

type Files = Readonly<Record<string, readonly [FileMode, string]>>

async function holding(files: Files) {
  const repository = await emptyRepository()
  const entries = Object.entries(files)
  const shas = await writeBlobs(
    repository,
    entries.map(([, [, content]]) => content),
  )
  const changes = entries.map(([path, [mode, content]], index) => ({
    path,
    mode,
    sha: mode === '160000' ? content : (shas[index] as string),
  }))
  const tree = await createTree(repository, undefined, changes)
  const sha = await createCommit(repository, { tree, parents: [], author: ADA, committer: ADA, message: 'm' })
  return { tree, at: (path: string) => readContents(repository, sha, path), shas }
}

test('a file comes with its bytes and whether it can be started', async () => {
  const { at, shas } = await holding({ 'a/b.txt': ['100644', 'text'], 'a/run': ['100755', '#!'] })
  const [sha] = shas
  const content = Buffer.from('text')
  expect(await at('a/b.txt')).toEqual({ kind: 'file', path: 'a/b.txt', sha, executable: false, content })
  expect(await at('a/run')).toMatchObject({ kind: 'file', executable: true })
})

test('a folder and the root list what they hold, by paths from the root', async () => {
  const { at, tree } = await holding({ 'a/b.txt': ['100644', 'text'], 'a/c/d': ['100644', 'd'] })
  expect(await at('')).toMatchObject({ kind: 'folder', sha: tree, entries: [{ path: 'a', type: 'tree' }] })
  for (const path of ['a', 'a/']) {
    expect(await at(path)).toMatchObject({
      kind: 'folder',
      path: 'a',
      entries: [{ path: 'a/b.txt' }, { path: 'a/c' }],
    })
  }
})

test('a symlink tells its target, and the file behind it when it is in the same commit', async () => {
  const { at, shas } = await holding({
    'a/b.txt': ['100644', 'text'],
    'a/near': ['120000', 'b.txt'],
    'c/up': ['120000', '../a/b.txt'],
    'c/out': ['120000', '../../etc/passwd'],
    'c/root': ['120000', '/etc/passwd'],
    'c/etc/passwd': ['100644', 'of the repository'],
    'c/folder': ['120000', '../a'],
    'c/link': ['120000', 'up'],
  })
  const file = { path: 'a/b.txt', sha: shas[0], content: Buffer.from('text') }
  expect(await at('a/near')).toMatchObject({ kind: 'symlink', target: 'b.txt', file })
  expect(await at('c/up')).toMatchObject({ file })
  for (const path of ['c/out', 'c/root', 'c/folder', 'c/link']) {
    expect(await at(path)).toMatchObject({ kind: 'symlink', file: undefined })
  }
})

test('a submodule tells its commit, and its address where .gitmodules has it', async () => {
  const modules = '[submodule "x"]\n\tpath = libs/x\n\turl = https://example.com/x.git\n'
  const commit = 'a'.repeat(40)
  const { at } = await holding({
    '.gitmodules': ['100644', modules],
    'libs/x': ['160000', commit],
    'libs/y': ['160000', commit],
  })
  const url = 'https://example.com/x.git'
  expect(await at('libs/x')).toEqual({ kind: 'submodule', path: 'libs/x', sha: commit, url })
  expect(await at('libs/y')).toMatchObject({ kind: 'submodule', url: undefined })
})

test.each([
  'nothing',
  'a/nothing',
  'a/b.txt/c',
  '..',
  'a/../a/b.txt',
  './a',
  '/a',
  'a//b.txt',
  'a\nb',
  'a\0',
  '*',
  ':a',
])('nothing stands at %j', async path => {
  const { at } = await holding({ 'a/b.txt': ['100644', 'text'] })
  await expect(at(path)).rejects.toMatchObject({ code: 'not-found' })
})
