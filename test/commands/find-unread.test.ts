import { expect, test } from 'vitest'
import { findUnread } from '../../src/commands/find-unread.ts'
import { openRegistry } from '../../src/commands/registry-reader.ts'
import { CONFIG } from '../support/validated.ts'
import { REGISTRY_FILES, type Workbench, workbench } from '../support/workbench.ts'

const AUDIT = 'a'.repeat(40)

async function look({ ports: { repository } }: Workbench, audit?: string) {
  const tip = (await repository.resolve('main')) ?? ''
  const error = await openRegistry(repository, tip).catch(thrown => thrown)
  return findUnread(error, tip, audit, repository)
}

test('a configuration that cannot be read is told by its place, with the commit that left it so', async () => {
  const bench = await workbench()
  await bench.git('config', 'user.name', 'Mallory')
  const commit = await bench.commit('tidy', { [CONFIG]: 'registry: registry-data\nstages: [\n' })
  await bench.commit('words', { 'docs/a.md': 'words\n' })
  const { findings, told } = await look(bench)
  expect(findings).toMatchObject([{ kind: 'configuration', model: undefined, commit }])
  expect(findings[0]?.message).toMatch(/^\.github\/modelyard\.yml:\d+(:\d+)? cannot be read: /)
  expect(findings[0]?.message).toContain(`commit ${commit.slice(0, 12)} of Mallory`)
  expect([...told]).toEqual([])
})

test('one that is gone is told where something was sealed, and nowhere else', async () => {
  const bench = await workbench()
  await bench.git('rm', '-q', CONFIG)
  const commit = await bench.commit('tidy')
  expect((await look(bench)).findings).toEqual([])
  expect((await look(bench, AUDIT)).findings).toMatchObject([
    { kind: 'configuration', commit, message: expect.stringContaining('is gone') },
  ])
})

test('a repository that has seals and never had a configuration is told of at no commit', async () => {
  const files = Object.fromEntries(Object.entries(REGISTRY_FILES).filter(([path]) => path !== CONFIG))
  expect((await look(await workbench({ files }), AUDIT)).findings).toMatchObject([{ commit: undefined }])
})
