import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openGit } from '../../../src/adapters/git/index.ts'
import { temporaryFolder, temporaryRepository } from '../../support/temporary.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (content: Uint8Array | undefined) =>
  content === undefined ? undefined : new TextDecoder().decode(content)

test('drafts are kept out of sight of git, listed by name, and go when they are taken', async () => {
  const made = await temporaryRepository()
  await made.commit('one', { a: '1' })
  const { drafts } = await openGit(made.root, 'program')
  await drafts.write('evidence/churn/1/b.json', bytes('b'))
  await drafts.write('evidence/churn/1/a.json', bytes('a'))
  await drafts.write('evidence/churn/1/a.json', bytes('a again'))
  expect(await drafts.list('evidence/churn/1')).toEqual(['a.json', 'b.json'])
  expect(text(await drafts.read('evidence/churn/1/a.json'))).toBe('a again')
  expect(await made.git('status', '--porcelain', '--ignored')).toBe('')
  await made.git('checkout', '-qb', 'side')
  await made.git('clean', '-qfdx')
  expect(await drafts.list('evidence/churn/1')).toHaveLength(2)
  await drafts.remove('evidence/churn/1/a.json')
  await drafts.remove('evidence/churn/1/a.json')
  expect(await drafts.list('evidence/churn/1')).toEqual(['b.json'])
})

test('what is not there is nothing', async () => {
  const { drafts } = await openGit((await temporaryRepository()).root, 'program')
  await drafts.write('file', bytes('x'))
  for (const path of ['nothing', 'no/thing', 'file/below']) {
    expect(await drafts.read(path), path).toBeUndefined()
    expect(await drafts.list(path), path).toEqual([])
  }
})

test('people are told the place from the root', async () => {
  const made = await temporaryRepository()
  const { drafts } = await openGit(made.root, 'program')
  expect(drafts.place('evidence/x.json').replaceAll('\\', '/')).toBe('.git/modelyard/evidence/x.json')
})

test('linked working trees share them', async () => {
  const made = await temporaryRepository()
  await made.commit('one', { a: '1' })
  const linked = join(await temporaryFolder(), 'linked')
  await made.git('worktree', 'add', '-q', linked)
  const [main, other] = [await openGit(made.root, 'program'), await openGit(linked, 'program')]
  await other.drafts.write('evidence/x.json', bytes('x'))
  expect(text(await main.drafts.read('evidence/x.json'))).toBe('x')
  expect(await readdir(join(made.root, '.git/modelyard/evidence'))).toEqual(['x.json'])
})

test('where nothing can be written, it says so', async () => {
  const { drafts } = await openGit((await temporaryRepository()).root, 'program')
  await drafts.write('file', bytes('x'))
  await expect(drafts.write('file/below', bytes('y'))).rejects.toMatchObject({
    code: 'cannot-write',
    next: expect.stringMatching(/./),
  })
})
