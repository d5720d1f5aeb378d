import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { openGit } from '../../src/adapters/git/index.ts'
import { openTreeWorktree } from '../../src/adapters/git/tree-worktree.ts'
import { isToBeOnboarded, type OnboardingPlace, planOnboarding } from '../../src/commands/onboard.ts'
import { renderLfsPointer } from '../../src/domain/registry/lfs.ts'
import { definitionPath, PYTHON, TEST, uninitialized } from '../support/initialized.ts'
import { sha256 } from '../support/workbench.ts'

/** A repository as the App meets it: by its commits alone. */
async function hosted(files: Record<string, string>) {
  const made = await uninitialized(files)
  const base = (await made.git('rev-parse', 'HEAD')).trim()
  const { repository } = await openGit(made.root, 'isomorphic')
  const worktree = openTreeWorktree(repository, base, '/churn')
  const place: OnboardingPlace = { base, isFork: false, defaultBranch: 'main', app: 7 }
  // Nothing of data is opened, whoever asks.
  const tables = new Proxy({} as typeof made.ports.tables, {
    get: (_, name) => {
      throw new Error(`${String(name)} was asked for`)
    },
    ownKeys: () => [],
  })
  return { ...made, place, ports: { ...made.ports, repository, worktree, tables } }
}

const textIn = (files: readonly { path: string; content: Uint8Array | null }[], path: string) =>
  new TextDecoder().decode(files.find(file => file.path === path)?.content ?? new Uint8Array())
const NEVER = { everFrom: async () => false }

test('by a commit alone it plans what `init` writes, and keeps workflows apart', async () => {
  const { place, ports, git } = await hosted(PYTHON)
  const { files, workflows, result, next } = await planOnboarding(place, ports)
  expect(workflows.map(({ path }) => path)).toEqual([
    '.github/workflows/modelyard.yml',
    '.github/workflows/modelyard-fork.yml',
    '.github/workflows/modelyard-promote.yml',
    '.github/workflows/modelyard-monitor.yml',
    '.github/workflows/modelyard-retrain.yml',
  ])
  expect(files.map(({ path }) => path)).not.toContain('.github/workflows/modelyard.yml')
  expect(parse(textIn(files, definitionPath('churn')))).toMatchObject({
    target: 'churn',
    evaluate: { data: { uri: 'data/test.csv', sha256: sha256(TEST) } },
  })
  expect(result.model).toBe('churn')
  expect(next.join('\n')).not.toContain('git push')
  expect(await git('status', '--porcelain')).toBe('')
})

test('of data that Git LFS keeps it pins the data, and not its pointer', async () => {
  const pointer = new TextDecoder().decode(renderLfsPointer({ sha256: sha256(TEST), bytes: TEST.length }))
  const { place, ports } = await hosted({
    ...PYTHON,
    '.gitattributes': '*.csv filter=lfs diff=lfs merge=lfs -text\n',
    'data/test.csv': pointer,
    'data/train.csv': pointer,
  })
  const { files, workflows } = await planOnboarding(place, ports)
  expect(parse(textIn(files, definitionPath('churn')))).toMatchObject({
    target: 'target',
    evaluate: { data: { sha256: sha256(TEST) } },
  })
  expect(workflows[0]?.content).toContain('lfs: true')
})

test.for([
  ['a registry', { '.github/modelyard.yml': 'registry: registry-data\n' }, {}, false],
  ['a broken one', { '.github/modelyard.yml': 'registry: [' }, {}, false],
  ['a fork', {}, { isFork: true }, false],
  ['no commit', {}, { base: undefined }, false],
  ['nothing of that', {}, {}, true],
] as const)('with %s a registry is offered: %s', async ([, files, facts, isWanted]) => {
  const { place, ports } = await hosted({ ...PYTHON, ...files })
  expect(await isToBeOnboarded({ ...place, ...facts }, ports, NEVER)).toBe(isWanted)
  expect(await isToBeOnboarded({ ...place, ...facts }, ports, { everFrom: async () => true })).toBe(false)
})

test('a commit has no files outside of it', async () => {
  const { ports } = await hosted(PYTHON)
  for (const path of ['../x', '/etc/passwd', 'data/../train.py', '', 'data'])
    expect(await ports.worktree.readFile(path)).toBeUndefined()
  await expect(ports.worktree.writeFile('a.txt', new Uint8Array())).rejects.toMatchObject({
    code: 'cannot-write',
  })
})
