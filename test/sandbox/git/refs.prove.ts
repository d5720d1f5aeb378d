import { describe, expect, test } from 'vitest'
import { writeBlobs } from '../../../sandbox/git/objects.ts'
import { createRef, listRefs, moveRef, moveRefs, readRef, resolveCommit } from '../../../sandbox/git/refs.ts'
import {
  forkRepository,
  readDefaultBranch,
  setDefaultBranch,
  takeCommit,
} from '../../../sandbox/git/repository.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import { commit, emptyRepository } from './scene.ts'

const MAIN = 'refs/heads/main'

async function withTwo() {
  const repository = await emptyRepository()
  const first = await commit(repository, { a: '1' }, { branch: 'main' })
  const second = await commit(repository, { a: '2' }, { parents: [first] })
  const side = await commit(repository, { a: '3' }, { parents: [first] })
  const at = async (name = MAIN) => (await readRef(repository, name))?.sha
  return { repository, first, second, side, at }
}

describe('moveRef', () => {
  test('goes forward from where it is said to stand', async () => {
    const { repository, first, second, at } = await withTwo()
    await moveRef(repository, { name: MAIN, before: first, after: second })
    expect(await at()).toBe(second)
    await expect(moveRef(repository, { name: MAIN, before: first, after: second })).rejects.toMatchObject({
      code: 'moved',
    })
  })

  test('loses commits only by force', async () => {
    const { repository, second, side, at } = await withTwo()
    await moveRef(repository, { name: MAIN, after: second })
    await expect(moveRef(repository, { name: MAIN, after: side })).rejects.toMatchObject({
      code: 'not-fast-forward',
    })
    expect(await at()).toBe(second)
    await moveRef(repository, { name: MAIN, after: side, force: true })
    expect(await at()).toBe(side)
  })

  test('makes with before null, deletes with after null', async () => {
    const { repository, first, at } = await withTwo()
    const name = 'refs/heads/topic'
    await moveRef(repository, { name, before: null, after: first })
    await expect(moveRef(repository, { name, before: null, after: first })).rejects.toMatchObject({
      code: 'moved',
    })
    await moveRef(repository, { name, before: first, after: null })
    expect(await at(name)).toBeUndefined()
    await expect(moveRef(repository, { name, after: null })).rejects.toMatchObject({ code: 'not-found' })
    await expect(moveRef(repository, { name, after: first })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a branch leads to a commit that is there', async () => {
    const { repository } = await withTwo()
    const [blob = ''] = await writeBlobs(repository, ['x'])
    await expect(moveRef(repository, { name: MAIN, after: blob, force: true })).rejects.toMatchObject({
      code: 'malformed',
    })
    await expect(moveRef(repository, { name: MAIN, after: 'b'.repeat(40) })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('several refs move together or not at all', async () => {
    const { repository, first, second, side, at } = await withTwo()
    const scratch = 'refs/heads/scratch'
    await moveRef(repository, { name: scratch, before: null, after: side })
    const swap = (before: string) => [
      { name: scratch, before: side, after: null },
      { name: MAIN, before, after: second },
    ]
    await expect(moveRefs(repository, swap(second))).rejects.toMatchObject({ code: 'moved' })
    expect([await at(), await at(scratch)]).toEqual([first, side])
    await moveRefs(repository, swap(first))
    expect([await at(), await at(scratch)]).toEqual([second, undefined])
  })

  test('of many at once exactly one wins', async () => {
    const { repository, first } = await withTwo()
    const heads = await Promise.all(
      Array.from({ length: 6 }, (_, index) => commit(repository, { a: `r${index}` }, { parents: [first] })),
    )
    const moves = heads.map(after => moveRef(repository, { name: MAIN, before: first, after }))
    const settled = await Promise.allSettled(moves)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const codes = settled.flatMap(result => (result.status === 'rejected' ? [result.reason.code] : []))
    expect(codes).toEqual(Array(5).fill('moved'))
  })
})

describe('createRef', () => {
  test('makes a ref once', async () => {
    const { repository, first } = await withTwo()
    await createRef(repository, 'refs/heads/topic', first)
    await expect(createRef(repository, 'refs/heads/topic', first)).rejects.toMatchObject({ code: 'exists' })
    await expect(createRef(repository, 'refs/heads/topic/deeper', first)).rejects.toMatchObject({
      code: 'exists',
    })
    await expect(createRef(repository, 'refs/heads/x', 'b'.repeat(40))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test.each(['main', 'refs/main', 'refs/heads/', 'refs/heads/a..b', 'refs/heads/a.lock', 'refs/heads/.a'])(
    'refuses the name %j',
    async name => {
      const { repository, first } = await withTwo()
      await expect(createRef(repository, name, first)).rejects.toMatchObject({ code: 'malformed' })
    },
  )

  test.each([
    'refs/heads/a b',
    'refs/heads/a\nb',
    'refs/heads/a\0b',
    'refs/heads/a~1',
    'refs/heads/@{a',
    'refs/../a/b',
  ])('refuses the name %j, which git would read as more than a name', async name => {
    const { repository, first } = await withTwo()
    await expect(createRef(repository, name, first)).rejects.toMatchObject({ code: 'malformed' })
  })
})

describe('names', () => {
  test('a branch comes before a tag, a tag before an id', async () => {
    const { repository, first, second, side } = await withTwo()
    await createRef(repository, 'refs/tags/main', second)
    await createRef(repository, `refs/tags/${first.slice(0, 10)}`, side)
    expect(await resolveCommit(repository, 'main')).toBe(first)
    expect(await resolveCommit(repository, 'tags/main')).toBe(second)
    expect(await resolveCommit(repository, 'refs/tags/main')).toBe(second)
    expect(await resolveCommit(repository, 'HEAD')).toBe(first)
    expect(await resolveCommit(repository, first.slice(0, 10))).toBe(side)
    expect(await resolveCommit(repository, first)).toBe(first)
    expect(await resolveCommit(repository, second.slice(0, 8))).toBe(second)
  })

  test.each([
    'main~1',
    'main^',
    'main..side',
    ':/change',
    '--all',
    'main@{1}',
    'main:a',
    'nothing',
    '',
    'main\nHEAD',
  ])('%j is no commit’s name', async name => {
    const { repository } = await withTwo()
    expect(await resolveCommit(repository, name)).toBeUndefined()
  })

  test('refs are listed by the beginning of their names', async () => {
    const { repository, first } = await withTwo()
    await createRef(repository, 'refs/heads/main-2', first)
    await createRef(repository, 'refs/tags/v1', first)
    const names = async (prefix?: string) => (await listRefs(repository, prefix)).map(({ name }) => name)
    expect(await names()).toEqual([MAIN, 'refs/heads/main-2', 'refs/tags/v1'])
    expect(await names('refs/heads/main')).toEqual([MAIN, 'refs/heads/main-2'])
  })
})

describe('forks', () => {
  test('a fork has the branches and tags, and its commits can be taken over', async () => {
    const { repository, first, second } = await withTwo()
    await createRef(repository, 'refs/heads/topic', second)
    await createRef(repository, 'refs/tags/v1', first)
    await moveRef(repository, { name: 'refs/pull/1/head', before: null, after: second })
    const fork = await forkRepository(repository, `${await temporaryFolder()}/fork.git`)
    const names = (await listRefs(fork)).map(({ name }) => name)
    expect(names).toEqual([MAIN, 'refs/heads/topic', 'refs/tags/v1'])
    const own = await commit(fork, { b: 'fork' }, { branch: 'main', parents: [first] })
    await takeCommit(repository, fork, own)
    await moveRef(repository, { name: 'refs/pull/2/head', before: null, after: own })
    expect(await resolveCommit(repository, own)).toBe(own)
    await expect(takeCommit(repository, fork, 'b'.repeat(40))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a fork of the default branch alone has no other', async () => {
    const { repository, first } = await withTwo()
    await createRef(repository, 'refs/heads/trunk', first)
    await setDefaultBranch(repository, 'trunk')
    const fork = await forkRepository(repository, `${await temporaryFolder()}/fork.git`, {
      onlyDefault: true,
    })
    expect((await listRefs(fork)).map(({ name }) => name)).toEqual(['refs/heads/trunk'])
    expect(await readDefaultBranch(fork)).toBe('trunk')
  })
})
