import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { GIT_ENGINES, type GitEngine, openGit } from '../../src/adapters/git/index.ts'
import { renderJson } from '../../src/domain/registry/json-file.ts'
import { Seal } from '../../src/domain/registry/seal.ts'
import { render } from '../../src/render/index.ts'
import { commitId, digest } from '../support/models.ts'
import { modelFiles, moveFiles } from '../support/registry-files.ts'
import { forAllTests, repositoryAt, temporaryFolder } from '../support/temporary.ts'
import { RECORDS, tellHistory } from '../support/told-history.ts'
import { REGISTRY_FILES, type Workbench, workbench } from '../support/workbench.ts'

/** One commit a record, one a day from the second of October on, by people of their own. */
async function told(
  engine: GitEngine = 'program',
  records = RECORDS,
): Promise<Workbench & { commits: string[] }> {
  const bench = await workbench({
    engine,
    files: { ...REGISTRY_FILES, ...modelFiles('churn', { versions: [{}, {}, {}] }) },
  })
  const commits: string[] = []
  for (const [index] of records.entries()) {
    const day = String(index + 2).padStart(2, '0')
    const files = moveFiles('churn', records.slice(0, index + 1))
    commits.push(await bench.commit(`record ${index + 1}`, files, `2026-10-${day}T12:00:00Z`))
  }
  return { ...bench, commits }
}

describe.each(GIT_ENGINES)('history, by %s', engine => {
  const bench = forAllTests(() => told(engine))

  test('tells who moved what where, when and why, on which evidence, by which commit', async () => {
    const { commits } = bench()
    const result = await tellHistory(bench())
    expect(result).toMatchObject({
      outcome: 'passed',
      commit: commits.at(-1),
      problems: [],
      remarks: [],
      'records-in-all': 7,
    })
    expect(result.entries.map(({ record, commit }) => [record, commit])).toEqual(
      commits.map((commit, index) => [index + 1, commit]),
    )
    expect(result.entries[3]).toEqual({
      record: 4,
      kind: 'promotion',
      version: 2,
      from: 'staging',
      to: 'production',
      displaces: 1,
      aliases: { challenger: null, champion: 2 },
      'requested-by': 'Grace <grace@example.com>',
      'requested-at': '2026-10-05T09:00:00Z',
      reason: 'better recall',
      gates: 'passed',
      evidence: [digest('e'), digest('f')],
      commit: commits[3],
      'merged-at': '2026-10-05T12:00:00.000Z',
      imported: false,
    })
    expect(result.entries[4]).toMatchObject({
      kind: 'rollback',
      version: 1,
      displaces: 2,
      unapproved: 'it was night',
    })
    expect(result.entries[5]).toMatchObject({ kind: 'archive', version: 3, to: 'archived', purged: true })
    expect(result.entries[6]).toMatchObject({ kind: 'alias', aliases: { shadow: 1, other: 2 } })
  })

  test('keeps to the newest when a limit is given', async () => {
    const result = await tellHistory(bench(), { limit: 2 })
    expect(result.entries.map(({ record, commit }) => [record, commit])).toEqual([
      [6, bench().commits[5]],
      [7, bench().commits[6]],
    ])
    expect(result).toMatchObject({ outcome: 'passed', 'records-in-all': 7 })
  })

  test.each([
    ['2026-10-03', 2],
    ['2026-10-04', 3],
    ['2026-10-04T11:59:59Z', 2],
    ['2026-10-04T12:00:00Z', 3],
    ['2026-10-04T13:59:59+02:00', 2],
    ['2027-01-01', 7],
  ])('--as-of %s tells the first %i', async (asOf, records) => {
    const result = await tellHistory(bench(), { asOf })
    expect(result).toMatchObject({
      outcome: 'passed',
      'as-of': asOf,
      commit: bench().commits[records - 1],
      'records-in-all': records,
    })
  })

  test('--as-of a day before the first record tells none, before the first commit refuses', async () => {
    expect(await tellHistory(bench(), { asOf: '2026-10-01' })).toMatchObject({
      entries: [],
      pointers: { stages: {}, aliases: {} },
      outcome: 'passed',
    })
    await expect(tellHistory(bench(), { asOf: '2026-09-30' })).rejects.toMatchObject({
      code: 'unknown-version',
      next: expect.stringContaining('2026-10-01'),
    })
    await expect(tellHistory(bench(), { asOf: 'yesterday' })).rejects.toMatchObject({
      code: 'bad-input',
      next: expect.stringContaining('2026-10-01'),
    })
  })

  test('a merge commit is what brought the records of its branch', async () => {
    const own = await told(engine, RECORDS.slice(0, 1))
    await own.git('checkout', '-qb', 'side')
    await own.commit('second', moveFiles('churn', RECORDS.slice(0, 2)))
    await own.commit('third', moveFiles('churn', RECORDS.slice(0, 3)))
    await own.git('checkout', '-q', 'main')
    await own.git('merge', '-q', '--no-ff', '-m', 'merged', 'side')
    const merge = await own.git('rev-parse', 'HEAD')
    const { entries, outcome } = await tellHistory(own)
    expect([outcome, entries.map(({ commit }) => commit)]).toEqual(['passed', [own.commits[0], merge, merge]])
  })

  test('a shallow clone tells the records without their commits, and how to get these', async () => {
    const clone = repositoryAt(join(await temporaryFolder(), 'clone'))
    await bench().git('clone', '-q', '--depth=2', `file://${bench().root}`, clone.root)
    const ports = { ...bench().ports, ...(await openGit(clone.root, engine)) }
    const result = await tellHistory({ ports })
    expect(result.entries.map(({ record }) => record)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(result.entries.every(({ commit, imported }) => commit === undefined && !imported)).toBe(true)
    expect(result.remarks[0]).toContain('fetch-depth: 0')
    await expect(tellHistory({ ports }, { asOf: '2026-10-03' })).rejects.toMatchObject({
      code: 'shallow-clone',
      next: expect.stringContaining('fetch-depth: 0'),
    })
  })
})

describe('a clock that lies', () => {
  test('holds back the commits behind it, and moves none before its parent', async () => {
    const bench = await workbench({
      files: { ...REGISTRY_FILES, ...modelFiles('churn', { versions: [{}, {}] }) },
    })
    const days = ['2026-10-20', '2026-10-05', '2026-10-21']
    for (const [index, day] of days.entries())
      await bench.commit('record', moveFiles('churn', RECORDS.slice(0, index + 1)), `${day}T12:00:00Z`)
    const records = async (asOf: string) => (await tellHistory(bench, { asOf }))['records-in-all']
    expect([await records('2026-10-06'), await records('2026-10-19')]).toEqual([0, 0])
    expect([await records('2026-10-20'), await records('2026-10-21')]).toEqual([2, 3])
  })
})

describe('approvals', () => {
  const seal = {
    schema: 1,
    'pull-request': 12,
    'merge-commit': commitId('b'),
    'merged-by': 'grace',
    'merged-at': '2026-10-05T12:00:00Z',
    approvals: [{ login: 'mara', id: 1, review: 2, commit: commitId('c'), at: '2026-10-05T11:00:00Z' }],
  } as const

  async function sealed(bench: Workbench): Promise<void> {
    await bench.git('checkout', '-q', '--orphan', 'modelyard-audit')
    await bench.git('rm', '-rqf', '.')
    await bench.commit('sealed', {
      'churn/4.json': renderJson(Seal, { ...seal, approvals: [...seal.approvals] }),
      'churn/5.json': renderJson(Seal, { ...seal, approvals: [] }),
    })
    await bench.git('checkout', '-qf', 'main')
  }

  test('are read from the seals, and told as not recorded where there is none', async () => {
    const bench = await told()
    await sealed(bench)
    const result = await tellHistory(bench)
    expect(result.entries[3]).toMatchObject({
      'merged-by': 'grace',
      approvals: [{ login: 'mara', at: '2026-10-05T11:00:00Z' }],
    })
    expect(result.entries[4]).toMatchObject({ approvals: [] })
    expect(result.entries[0]).not.toHaveProperty('approvals')
    const lines = render(result, 'text').split('\n')
    const line = (number: number) => lines.find(text => text.trimStart().startsWith(`${number} `))
    expect(line(4)).toContain('mara')
    expect(line(5)).toContain('nobody')
    expect(line(5)).toContain('unapproved: it was night')
    expect(line(1)).toContain('not recorded')
  })

  test('are found on the remote’s branch too', async () => {
    const bench = await told()
    await sealed(bench)
    const clone = repositoryAt(join(await temporaryFolder(), 'clone'))
    await bench.git('clone', '-q', bench.root, clone.root)
    const ports = { ...bench.ports, ...(await openGit(clone.root, 'program')) }
    expect((await tellHistory({ ports })).entries[3]).toMatchObject({ 'merged-by': 'grace' })
  })
})

describe('records that came with the registry', () => {
  test('are imported, and later ones are not', async () => {
    const bench = await workbench({ files: { 'README.md': 'before' } })
    const first = await bench.commit('the registry', {
      ...REGISTRY_FILES,
      ...modelFiles('churn', { versions: [{}, {}], records: RECORDS.slice(0, 2) }),
    })
    await bench.commit('a third', moveFiles('churn', RECORDS.slice(0, 3)))
    const result = await tellHistory(bench)
    expect(result.outcome).toBe('passed')
    expect(result.entries.map(({ commit, imported }) => [commit === first, imported])).toEqual([
      [true, true],
      [true, true],
      [false, false],
    ])
    expect(render(result, 'text')).toContain('imported')
  })

  test('in the repository’s very first commit are imported as well', async () => {
    const bench = await workbench({
      files: { ...REGISTRY_FILES, ...modelFiles('churn', { versions: [{}], records: RECORDS.slice(0, 1) }) },
    })
    expect((await tellHistory(bench)).entries).toMatchObject([{ imported: true }])
  })

  test('of a model that came later than the registry are not', async () => {
    const bench = await workbench({ files: { '.github/modelyard.yml': 'registry: registry-data\n' } })
    await bench.commit('a model', modelFiles('churn', { versions: [{}], records: RECORDS.slice(0, 1) }))
    expect((await tellHistory(bench)).entries).toMatchObject([{ imported: false }])
  })
})
