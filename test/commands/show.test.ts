import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { GIT_ENGINES } from '../../src/adapters/git/index.ts'
import { show } from '../../src/commands/show.ts'
import { Result } from '../../src/domain/results/index.ts'
import type { ModelListResult, ModelResult, VersionResult } from '../../src/domain/results/model.ts'
import { aliasRecord, archiveRecord, promotion, rollbackRecord, SERVING } from '../support/models.ts'
import { artifactDigest, folderOf, modelFiles, moveFiles, versionFiles } from '../support/registry-files.ts'
import { forAllTests } from '../support/temporary.ts'
import { REGISTRY_FILES, type Workbench, workbench } from '../support/workbench.ts'

async function run<R>(bench: Workbench, input: Record<string, unknown>): Promise<R> {
  const result = await show.execute(input, bench.ports, {})
  // What is answered fits the schema that is published for it.
  expect(Result.parse(result)).toEqual(result)
  return result as R
}

const CHURN = modelFiles('churn', {
  versions: [{ metrics: { 'roc-auc': 0.8 } }, { metrics: { 'roc-auc': 0.9 } }, {}, {}],
  records: [...SERVING, aliasRecord({ shadow: 3 })],
  notes: { 2: 'description: the second\ntags: {team: fraud}\n' },
  evaluated: { 1: 0.81 },
})

async function churn(engine: (typeof GIT_ENGINES)[number] = 'program'): Promise<Workbench> {
  return workbench({ engine, files: { ...REGISTRY_FILES, ...CHURN } })
}

describe.each(GIT_ENGINES)('show, by %s', engine => {
  test('without a model lists them all', async () => {
    const bench = await churn(engine)
    await bench.commit('another', modelFiles('alpha'))
    const { models } = await run<ModelListResult>(bench, {})
    expect(models).toEqual([
      { model: 'alpha', task: 'binary-classification', versions: 0, aliases: {}, stages: {} },
      {
        model: 'churn',
        task: 'binary-classification',
        versions: 4,
        aliases: { champion: 1, challenger: 2, shadow: 3 },
        stages: { staging: [2], production: [1] },
      },
    ])
  })

  test('a model tells where its versions stand, newest first, with the metric that decides', async () => {
    const bench = await churn(engine)
    const result = await run<ModelResult>(bench, { model: 'churn' })
    expect(result).toMatchObject({
      commit: await bench.git('rev-parse', 'HEAD'),
      target: 'churn',
      'primary-metric': 'roc-auc',
      records: 4,
      'pointers-agree': true,
      'versions-in-all': 4,
    })
    expect(
      result.versions.map(({ version, stage, aliases, metric, ...rest }) => [
        version,
        stage,
        aliases,
        metric,
        rest['metric-is'],
      ]),
    ).toEqual([
      [4, 'development', [], undefined, undefined],
      [3, 'development', ['shadow'], undefined, undefined],
      [2, 'staging', ['challenger'], 0.9, 'claimed'],
      [1, 'production', ['champion'], 0.81, 'evaluated'],
    ])
  })

  test('a version tells everything that is known of it', async () => {
    const bench = await churn(engine)
    expect(await run<VersionResult>(bench, { model: 'churn', version: '2' })).toMatchObject({
      stage: 'staging',
      aliases: ['challenger'],
      purged: false,
      record: { version: 2, artifact: { sha256: artifactDigest('churn', 2) }, metrics: { 'roc-auc': 0.9 } },
      notes: { description: 'the second', tags: { team: 'fraud' } },
      evidence: [],
      promotions: [{ record: 3, kind: 'promotion', text: 'development → staging' }],
    })
    const first = await run<VersionResult>(bench, { model: 'churn', version: 'champion' })
    expect(first.evidence).toMatchObject([{ kind: 'evaluation', rows: 2, metrics: { 'roc-auc': 0.81 } }])
    expect(first.promotions).toHaveLength(2)
  })
})

describe('a version is named', () => {
  const bench = forAllTests(() => churn())

  test.each([
    ['4', 4],
    ['v4', 4],
    ['champion', 1],
    ['shadow', 3],
    ['production', 1],
    ['staging', 2],
    ['latest', 4],
  ])('as %s: version %i', async (version, number) => {
    const { record } = await run<VersionResult>(bench(), { model: 'churn', version })
    expect(record.version).toBe(number)
  })

  test.each([
    ['a model that is not there', { model: 'churm' }, 'unknown-model', '`churn`'],
    ['a model far from any', { model: 'zzz' }, 'unknown-model', 'choose one of churn'],
    ['no model name', { model: 'Churn!' }, 'bad-input', '--help'],
    ['a version that is not there', { model: 'churn', version: '9' }, 'unknown-version', 'go up to 4'],
    ['a mistyped alias', { model: 'churn', version: 'champoin' }, 'unknown-version', '`champion`'],
    ['a mistyped stage', { model: 'churn', version: 'prodution' }, 'unknown-version', '`production`'],
    [
      'a stage with two versions',
      { model: 'churn', version: 'development' },
      'unknown-version',
      'by its number',
    ],
    ['a stage with none', { model: 'churn', version: 'archived' }, 'unknown-version', 'by its number'],
    ['a day that is none', { model: 'churn', version: '@2026-02-30' }, 'unknown-version', '2026-10-01'],
    ['a commit that is not there', { model: 'churn', at: 'nothing' }, 'unknown-name', 'fetched'],
  ])('%s is refused with the next step', async (_what, input, code, next) => {
    await expect(run(bench(), input)).rejects.toMatchObject({
      code,
      next: expect.stringContaining(next),
    })
  })

  test('in a registry without models the next step makes one', async () => {
    const empty = await workbench({ files: { '.github/modelyard.yml': 'registry: registry-data\n' } })
    expect(await run<ModelListResult>(empty, {})).toMatchObject({ models: [] })
    await expect(run(empty, { model: 'churn' })).rejects.toMatchObject({
      code: 'unknown-model',
      next: expect.stringContaining('modelyard init'),
    })
  })
})

describe('as it stood on a day', () => {
  const records = [
    ...SERVING.slice(0, 2),
    promotion(2, 'development', 'staging', { aliases: { challenger: 2 } }),
    promotion(2, 'staging', 'production', { displaces: 1, aliases: { champion: 2, challenger: null } }),
  ]

  /** One commit a record; the last two on days that a test gives. */
  async function dated(engine: (typeof GIT_ENGINES)[number], third: string, fourth: string) {
    const bench = await workbench({
      engine,
      files: { ...REGISTRY_FILES, ...versionFiles('churn', 1), ...versionFiles('churn', 2) },
    })
    const days = ['2026-10-01T12:00:00Z', '2026-10-02T00:00:00Z', third, fourth]
    for (const [index, day] of days.entries())
      await bench.commit(`record ${index + 1}`, moveFiles('churn', records.slice(0, index + 1)), day)
    return bench
  }
  const number = async (bench: Workbench, version: string) =>
    (await run<VersionResult>(bench, { model: 'churn', version })).record.version

  test.each(GIT_ENGINES)('the day lasts until its end in UTC, by %s', async engine => {
    const bench = await dated(engine, '2026-10-03T23:59:59Z', '2026-10-04T01:00:00+02:00')
    // The last commit was made on the third of October at 23:00 in UTC: before its first parent by the clock.
    expect(await number(bench, 'champion@2026-10-02')).toBe(1)
    expect(await number(bench, '@2026-10-03')).toBe(2)
    expect(await number(bench, '@2026-10-03T23:59:58Z')).toBe(1)
    expect(await number(bench, 'champion')).toBe(2)
    expect(await number(bench, '2@2026-10-01')).toBe(2)
    await expect(number(bench, 'challenger@2026-10-02')).rejects.toMatchObject({ code: 'unknown-version' })
    await expect(number(bench, '@2026-10-01')).rejects.toMatchObject({ code: 'unknown-version' })
  })

  test('a commit whose clock ran ahead holds back those behind it', async () => {
    const bench = await dated('program', '2026-12-24T00:00:00Z', '2026-10-05T00:00:00Z')
    expect(await number(bench, '@2026-12-23')).toBe(1)
    expect(await number(bench, '@2026-12-24')).toBe(2)
  })

  test('before the first commit there is nothing, and its day is told', async () => {
    const bench = await dated('program', '2026-10-03T00:00:00Z', '2026-10-04T00:00:00Z')
    await expect(number(bench, '@2026-09-30')).rejects.toMatchObject({
      code: 'unknown-version',
      next: expect.stringContaining('2026-10-01'),
    })
  })
})

describe('what a model and its versions went through', () => {
  test('a version that was replaced, rolled back to and purged says so', async () => {
    const records = [
      ...SERVING,
      promotion(2, 'staging', 'production', { displaces: 1, aliases: { champion: 2, challenger: null } }),
      rollbackRecord(1, 'production', { displaces: 2, aliases: { champion: 1 } }),
      archiveRecord(3, 'development', { purged: true }),
      aliasRecord({ shadow: 1 }),
    ]
    const { [`${folderOf('churn')}/versions/3/model.onnx`]: _purged, ...files } = modelFiles('churn', {
      versions: [{}, {}, {}],
      records,
    })
    const bench = await workbench({ files: { ...REGISTRY_FILES, ...files } })
    const [first, third] = [
      await run<VersionResult>(bench, { model: 'churn', version: '1' }),
      await run<VersionResult>(bench, { model: 'churn', version: '3' }),
    ]
    expect(first.promotions.map(({ record, text }) => [record, text])).toEqual([
      [1, 'development → staging'],
      [2, 'staging → production'],
      [4, 'replaced in production by version 2'],
      [5, 'archived → production'],
      [7, 'named shadow'],
    ])
    expect(third).toMatchObject({ stage: 'archived', purged: true })
  })

  test('of many versions the ten newest are listed, and those in use', async () => {
    const versions = Array.from({ length: 15 }, () => ({}))
    const bench = await workbench({
      files: {
        ...REGISTRY_FILES,
        ...modelFiles('churn', { versions, records: [...SERVING, archiveRecord(4, 'development')] }),
      },
    })
    const result = await run<ModelResult>(bench, { model: 'churn' })
    expect(result.versions.map(({ version }) => version)).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 2, 1])
    expect(result['versions-in-all']).toBe(15)
  })

  test('pointers that were edited past the records are told', async () => {
    const bench = await churn()
    const path = `${folderOf('churn')}/stages.json`
    await bench.commit('by hand', {
      [path]: (await bench.at('HEAD', path)).replace('"champion": 1', '"champion": 4'),
    })
    expect(await run(bench, { model: 'churn' })).toMatchObject({ 'pointers-agree': false })
  })

  test('another branch is read when it is asked for; what is not committed is not seen', async () => {
    const bench = await churn()
    await bench.git('checkout', '-qb', 'side')
    await bench.commit('a fifth', versionFiles('churn', 5))
    await bench.git('checkout', '-q', 'main')
    await bench.write(versionFiles('churn', 6))
    expect(await run(bench, { model: 'churn', at: 'side' })).toMatchObject({ 'versions-in-all': 5 })
    expect(await run(bench, { model: 'churn' })).toMatchObject({ 'versions-in-all': 4 })
  })
})

describe('what cannot be shown', () => {
  test('evidence that was changed by hand', async () => {
    const bench = await churn()
    const [path = ''] = Object.keys(CHURN).filter(name => name.includes('/evidence/'))
    await bench.commit('by hand', { [path]: (await bench.at('HEAD', path)).replace('0.81', '0.99') })
    await expect(run(bench, { model: 'churn', version: '1' })).rejects.toMatchObject({
      code: 'digest-mismatch',
      place: { path },
    })
  })

  test('a broken file is named by its place', async () => {
    const bench = await churn()
    const path = `${folderOf('churn')}/stages.json`
    await bench.commit('broken', { [path]: '{\n  "schema": 1,\n  oops\n}\n' })
    await expect(run(bench, { model: 'churn' })).rejects.toMatchObject({
      code: 'bad-json',
      place: { path, line: 3 },
      next: expect.stringContaining('restore'),
    })
  })

  test('a repository without a registry, and one without a commit', async () => {
    const bench = await workbench({ files: { 'README.md': 'x' } })
    await expect(run(bench, {})).rejects.toMatchObject({
      code: 'no-registry',
      next: expect.stringContaining('modelyard init'),
    })
    await bench.git('checkout', '-q', '--orphan', 'empty')
    await expect(run(bench, {})).rejects.toMatchObject({
      code: 'no-commit',
      next: expect.stringContaining('git commit'),
    })
  })
})

test('the registry that this repository carries is shown whole', async () => {
  const bench = await workbench({ files: { 'README.md': 'x' } })
  const root = fileURLToPath(new URL('../../', import.meta.url))
  await cp(join(root, 'registry-data'), join(bench.root, 'registry-data'), { recursive: true })
  await bench.commit('carried', { '.github/modelyard.yml': 'registry: registry-data\n' })
  const model = await run<ModelResult>(bench, { model: 'telco-churn' })
  expect(model).toMatchObject({
    records: 10,
    'pointers-agree': true,
    'versions-in-all': 5,
    pointers: { stages: { production: [5], archived: [1, 2, 3, 4] }, aliases: { champion: 5 } },
  })
  expect(model.versions.every(version => version['metric-is'] === 'evaluated')).toBe(true)
  const champion = await run<VersionResult>(bench, { model: 'telco-churn', version: 'champion' })
  expect(champion.evidence.map(({ kind }) => kind).sort()).toEqual([
    'comparison',
    'data',
    'evaluation',
    'fairness',
    'size',
  ])
  expect(champion.record.artifact.format).toBe('onnx')
})

test.each([
  ['lacks one in the middle', 'promotions/1.json', 'the record 1 is missing'],
  ['holds something else', undefined, 'this is no promotion record'],
])('a model whose records cannot be counted is told with its place: %s', async (_what, gone, message) => {
  const bench = await churn()
  const folder = `${folderOf('churn')}/promotions`
  if (gone === undefined) await bench.write({ [`${folder}/notes.txt`]: 'mine' })
  else await bench.git('rm', '-q', `${folderOf('churn')}/${gone}`)
  await bench.commit('by hand')
  await expect(run(bench, { model: 'churn' })).rejects.toMatchObject({
    code: 'bad-file',
    message,
    place: { path: expect.stringContaining(folder) },
  })
})
