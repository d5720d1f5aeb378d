import { describe, expect, test } from 'vitest'
import { findTampering } from '../../src/commands/find-tampering.ts'
import { openRegistry } from '../../src/commands/registry-reader.ts'
import { renderJson } from '../../src/domain/registry/json-file.ts'
import { AUDIT_BRANCH, Seal } from '../../src/domain/registry/seal.ts'
import type { BranchMove } from '../../src/ports.ts'
import { folderOf, modelFiles, moveFiles, versionFiles } from '../support/registry-files.ts'
import { RECORDS } from '../support/told-history.ts'
import { REGISTRY_FILES, type Workbench, workbench } from '../support/workbench.ts'

const FOLDER = folderOf('churn')
const POINTERS = `${FOLDER}/stages.json`
const CONFIG = '.github/modelyard.yml'
const recordPath = (number: number) => `${FOLDER}/promotions/${number}.json`
const APP = 'modelyard[bot]'

const sealOf = (merge: string, problems?: string[]): Seal => ({
  schema: 1,
  'merge-commit': merge,
  'merged-by': 'ada',
  'merged-at': '2026-11-01T00:00:00Z',
  approvals: [],
  ...(problems === undefined ? {} : { problems }),
})

/** Commits files to the branch of the seals; null removes one. */
async function onAudit(bench: Workbench, files: Readonly<Record<string, string | null>>): Promise<string> {
  const there = await bench.git('branch', '--list', AUDIT_BRANCH)
  if (there.trim() === '') {
    await bench.git('checkout', '-q', '--orphan', AUDIT_BRANCH)
    await bench.git('rm', '-rfq', '.')
  } else await bench.git('checkout', '-q', AUDIT_BRANCH)
  for (const [path, text] of Object.entries(files)) {
    if (text === null) await bench.git('rm', '-q', path)
    else await bench.write({ [path]: text })
  }
  const commit = await bench.commit('seal')
  await bench.git('checkout', '-q', 'main')
  return commit
}

/** Four moves that came with the registry, and two that were merged and sealed. */
async function merged(config = REGISTRY_FILES[CONFIG] ?? '') {
  const bench = await workbench({
    files: {
      ...REGISTRY_FILES,
      [CONFIG]: config,
      ...modelFiles('churn', { versions: [{}, {}, {}], records: RECORDS.slice(0, 4) }),
    },
  })
  const commits: string[] = []
  for (const number of [5, 6]) {
    const files = moveFiles('churn', RECORDS.slice(0, number))
    const purged = number === 6 ? `${FOLDER}/versions/3/model.onnx` : undefined
    if (purged !== undefined) await bench.git('rm', '-q', purged)
    const commit = await bench.commit(`move ${number}`, files)
    commits.push(commit)
    await onAudit(bench, { [`churn/${number}.json`]: renderJson(Seal, sealOf(commit)) })
  }
  await bench.git('config', 'user.name', 'Mallory')
  return { bench, fifth: commits[0] as string, sixth: commits[1] as string }
}

interface Moves {
  readonly main?: readonly BranchMove[]
  readonly audit?: readonly BranchMove[]
}

async function look(bench: Workbench, { main = [], audit = [] }: Moves = {}) {
  const { repository } = bench.ports
  const registry = await openRegistry(repository, 'main')
  return findTampering(
    { registry, branch: 'main', audit: await repository.resolve(AUDIT_BRANCH), app: APP },
    { moves: async branch => (branch === AUDIT_BRANCH ? audit : main) },
  )
}

async function edit(bench: Workbench, path: string, from: string | RegExp, to: string): Promise<string> {
  const text = await bench.at('HEAD', path)
  expect(text).toMatch(from)
  return bench.commit('nothing to see', { [path]: text.replace(from, to) })
}

const move = (more: Partial<BranchMove>): BranchMove => ({
  how: 'pushed',
  before: undefined,
  after: undefined,
  by: { login: 'mallory', isBot: false },
  at: Date.now() + 60_000,
  ...more,
})

test('where everything came by promotions and is sealed there is nothing to tell', async () => {
  const { bench } = await merged()
  const { findings, told } = await look(bench)
  expect(findings).toEqual([])
  expect([...told]).not.toContain(await bench.ports.repository.resolve('main'))
})

describe('told with the commit that did it', () => {
  test('pointers that were edited by hand', async () => {
    const { bench } = await merged()
    const commit = await edit(bench, POINTERS, '"champion": 1', '"champion": 2')
    expect((await look(bench)).findings).toEqual([
      {
        kind: 'pointers',
        model: 'churn',
        commit,
        message: `commit ${commit.slice(0, 12)} by Mallory changed the pointers to what no record says`,
      },
    ])
  })

  test('a record that moved no pointers', async () => {
    const { bench } = await merged()
    const path = recordPath(7)
    const commit = await bench.commit('seven', {
      [path]: moveFiles('churn', RECORDS.slice(0, 7))[path] as string,
    })
    expect((await look(bench)).findings).toEqual([
      {
        kind: 'pointers',
        model: 'churn',
        commit,
        message: `record 7 moved no pointers: commit ${commit.slice(0, 12)} of Mallory brought it`,
      },
    ])
  })

  test.for([
    ['a record that was changed', recordPath(5), 'it was night', 'all is well'],
    ['a record that cannot be read any more', recordPath(5), '"schema": 1', '"schema": "one"'],
    ['a version that was changed', `${FOLDER}/versions/1/version.json`, '"schema": 1', '"schema": 1 '],
  ] as const)('%s', async ([, path, from, to]) => {
    const { bench } = await merged()
    const commit = await edit(bench, path, from, to)
    expect((await look(bench)).findings).toMatchObject([
      { kind: 'history', model: 'churn', commit, message: expect.stringContaining(commit.slice(0, 12)) },
    ])
  })

  test('a record that never could be read', async () => {
    const { bench } = await merged()
    const commit = await bench.commit('seven', { [recordPath(7)]: '{}\n' })
    expect((await look(bench)).findings).toMatchObject([
      { kind: 'history', commit, message: expect.stringContaining('record 7 cannot be followed') },
    ])
  })

  test('a version that was deleted', async () => {
    const { bench } = await merged()
    await bench.git('rm', '-qr', `${FOLDER}/versions/2`)
    const commit = await bench.commit('tidy')
    const { findings } = await look(bench)
    expect(findings.length).toBeGreaterThan(0)
    expect(findings.every(one => one.kind === 'history' && one.commit === commit)).toBe(true)
  })

  test('a sealed record that an ordinary commit took away, once', async () => {
    const { bench } = await merged()
    await bench.git('rm', '-q', recordPath(6))
    const commit = await bench.commit('tidy', {
      [POINTERS]: moveFiles('churn', RECORDS.slice(0, 5))[POINTERS] as string,
    })
    const { findings } = await look(bench)
    expect(findings.map(({ kind }) => kind).toSorted()).toEqual(['history', 'pointers'])
    expect(findings.map(one => one.commit)).toEqual([commit, commit])
  })

  test.for([
    ['changed', renderJson(Seal, { ...sealOf('f'.repeat(40)), 'merged-by': 'grace' })],
    ['deleted', null],
  ] as const)('a seal that was %s', async ([done, text]) => {
    const { bench, fifth } = await merged()
    const content = text === null ? null : text.replace('f'.repeat(40), fifth)
    const commit = await onAudit(bench, { 'churn/5.json': content })
    expect((await look(bench)).findings).toEqual([
      {
        kind: 'seals',
        model: 'churn',
        commit,
        message: `the seal churn/5.json was ${done} by commit ${commit.slice(0, 12)} of Mallory`,
      },
    ])
  })
})

describe('a force-push', () => {
  test('over a sealed record is told, though the branch knows nothing of it any more', async () => {
    const { bench } = await merged()
    await bench.git('reset', '-q', '--hard', 'HEAD~1')
    expect((await look(bench)).findings).toEqual([
      {
        kind: 'history',
        model: 'churn',
        commit: undefined,
        message: 'record 6 is sealed, and main does not hold it any more',
      },
    ])
  })

  test('that wrote the merge of a sealed record anew is told', async () => {
    const { bench, sixth } = await merged()
    await bench.git('commit', '-q', '--amend', '-m', 'another message')
    expect((await look(bench)).findings).toMatchObject([
      { kind: 'history', message: expect.stringContaining(`merged by commit ${sixth.slice(0, 12)}, which`) },
    ])
  })

  test('over what no seal tells of is told where the commit before it is here', async () => {
    const { bench } = await merged()
    const before = await bench.commit('register', versionFiles('churn', 4))
    await bench.git('reset', '-q', '--hard', 'HEAD~1')
    const after = await bench.commit('train', { 'train.py': 'print("better")\n' })
    const found = await look(bench, { main: [move({ how: 'forced', before, after })] })
    expect(found.findings).toMatchObject([{ kind: 'history', model: 'churn', commit: after }])
    expect(found.findings[0]?.message).toContain('by mallory')
    expect(found.findings[0]?.message).toContain(`${FOLDER}/versions/4/version.json`)
    const gone = [move({ how: 'forced', before: 'a'.repeat(40), after })]
    expect((await look(bench, { main: gone })).findings).toEqual([])
  })

  test('over ordinary files is nobody’s business', async () => {
    const { bench } = await merged()
    const before = await bench.commit('one', { 'train.py': 'one\n' })
    await bench.git('reset', '-q', '--hard', 'HEAD~1')
    const after = await bench.commit('other', { 'train.py': 'other\n' })
    expect((await look(bench, { main: [move({ how: 'forced', before, after })] })).findings).toEqual([])
  })
})

describe('a seal that disagrees', () => {
  test('about the commit that brought its record', async () => {
    const { bench, fifth } = await merged()
    const seven = await bench.commit('seven', moveFiles('churn', RECORDS.slice(0, 7)))
    await onAudit(bench, { 'churn/7.json': renderJson(Seal, sealOf(fifth)) })
    expect((await look(bench)).findings).toEqual([
      {
        kind: 'seals',
        model: 'churn',
        commit: fifth,
        message: `the seal of record 7 names commit ${fifth.slice(0, 12)}, which did not bring it`,
      },
    ])
    expect(seven).not.toBe(fifth)
  })

  test('about a record that there never was', async () => {
    const { bench, sixth } = await merged()
    await onAudit(bench, { 'other/1.json': renderJson(Seal, sealOf(sixth)) })
    expect((await look(bench)).findings).toMatchObject([
      { kind: 'history', model: 'other', message: 'record 1 is sealed, and main does not hold it any more' },
    ])
  })

  test('by being none', async () => {
    const { bench } = await merged()
    await onAudit(bench, { 'churn/7.json': '{"schema": 1}\n' })
    expect((await look(bench)).findings.map(({ message }) => message)).toContain(
      'churn/7.json cannot be read as a seal',
    )
  })

  test('does not where the registry was moved to another folder since', async () => {
    const { bench } = await merged()
    await bench.git('mv', 'registry-data', 'models-data')
    await bench.commit('move', { [CONFIG]: 'registry: models-data\n' })
    expect((await look(bench)).findings).toEqual([])
  })
})

describe('the branch of the seals', () => {
  const [before, after] = ['a'.repeat(40), 'b'.repeat(40)]
  const BY_APP = `${REGISTRY_FILES[CONFIG]}app: true\n`

  test.for([
    ['forced', 'mallory rewrote the branch modelyard-audit, from aaaaaaaaaaaa to bbbbbbbbbbbb'],
    ['deleted', 'mallory deleted the branch modelyard-audit, which stood at aaaaaaaaaaaa'],
  ] as const)('that was %s is told, whoever seals', async ([how, message]) => {
    const { bench } = await merged()
    const { findings } = await look(bench, { audit: [move({ how, before, after })] })
    expect(findings).toMatchObject([{ kind: 'seals', model: undefined, message }])
  })

  test('is the App’s alone where it seals: a seal by hand is told by who pushed it', async () => {
    const { bench } = await merged(BY_APP)
    const byHand = await look(bench, { audit: [move({ before, after })] })
    expect(byHand.findings).toMatchObject([
      { kind: 'seals', commit: after, message: expect.stringContaining('mallory pushed bbbbbbbbbbbb') },
    ])
    const job = { login: 'github-actions[bot]', isBot: true }
    expect((await look(bench, { audit: [move({ before, after, by: job })] })).findings).toHaveLength(1)
    const own = { login: APP, isBot: true }
    expect((await look(bench, { audit: [move({ before, after, by: own })] })).findings).toEqual([])
    // Before the App sealed, workflows did.
    expect((await look(bench, { audit: [move({ before, after, by: job, at: 0 })] })).findings).toEqual([])
  })

  test('is anybody’s who may write it where workflows seal', async () => {
    const { bench } = await merged()
    expect((await look(bench, { audit: [move({ before, after })] })).findings).toEqual([])
  })
})

describe('what was brought along is told by nobody', () => {
  test('where the registry came with pointers that are no fold', async () => {
    const files = {
      ...REGISTRY_FILES,
      ...modelFiles('churn', { versions: [{}, {}], records: RECORDS.slice(0, 3) }),
    }
    const bench = await workbench({
      files: {
        ...files,
        [POINTERS]: (files[POINTERS] as string).replace('"challenger": 2', '"challenger": 1'),
      },
    })
    expect((await look(bench)).findings).toEqual([])
  })

  test('and what was done before workflows were listed', async () => {
    const { bench } = await merged()
    await edit(bench, POINTERS, '"champion": 1', '"champion": 2')
    await bench.commit('list', {
      [CONFIG]: `${REGISTRY_FILES[CONFIG]}workflows: [.github/workflows/a.yml]\n`,
    })
    expect((await look(bench)).findings).toEqual([])
    await edit(bench, POINTERS, '"champion": 2', '"champion": 3')
    expect((await look(bench)).findings).toHaveLength(1)
  })
})

test('what the sealing tells at a commit is known to be told there', async () => {
  const { bench } = await merged()
  const seven = await bench.commit('seven', moveFiles('churn', RECORDS.slice(0, 7)))
  expect([...(await look(bench)).told]).toContain(seven)
  await onAudit(bench, { 'churn/7.json': renderJson(Seal, sealOf(seven, ['not so'])) })
  expect([...(await look(bench)).told]).toContain(seven)
})

test('is found alike in a copy that is read without the git program', async () => {
  const { bench } = await merged()
  await edit(bench, POINTERS, '"champion": 1', '"champion": 2')
  await onAudit(bench, { 'churn/5.json': null })
  const { openGit } = await import('../../src/adapters/git/index.ts')
  const other = { ...bench, ports: { ...bench.ports, ...(await openGit(bench.root, 'isomorphic')) } }
  expect(await look(other)).toEqual(await look(bench))
})
