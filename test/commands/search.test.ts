import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GIT_ENGINES } from '../../src/adapters/git/index.ts'
import { search } from '../../src/commands/search.ts'
import { Result } from '../../src/domain/results/index.ts'
import type { SearchResult } from '../../src/domain/results/search.ts'
import { aliasRecord, promotion, SERVING } from '../support/models.ts'
import { fits, type Row, readRows, type Scalar, type Tree } from '../support/naive-search.ts'
import { type Files, folderOf, modelFiles } from '../support/registry-files.ts'
import { forAllTests } from '../support/temporary.ts'
import { REGISTRY_FILES, type Workbench, workbench } from '../support/workbench.ts'

async function run(bench: Workbench, input: Record<string, unknown> = {}): Promise<SearchResult> {
  const result = (await search.execute(input, bench.ports, {})) as SearchResult
  expect(Result.parse(result)).toEqual(result)
  return result
}
const found = ({ versions }: SearchResult) => versions.map(({ model, version }) => `${model} ${version}`)

const auc = (value: number) => ({ metrics: { 'roc-auc': value } })
const FILES: Files = {
  ...REGISTRY_FILES,
  ...modelFiles('churn', {
    versions: [auc(0.83), auc(0.85), auc(0.86), { params: { depth: 10, 'learning rate': 0.1 } }],
    records: [...SERVING, aliasRecord({ shadow: 1 })],
    notes: { 3: 'tags: {team: fraud-eu}\n', 4: 'tags: {team: growth, live: true}\n' },
  }),
  ...modelFiles('alpha', { versions: [auc(0.9)], notes: { 1: 'description: the only one\n' } }),
}

describe.each(GIT_ENGINES)('search, by %s', engine => {
  const bench = forAllTests(() => workbench({ engine, files: FILES }))

  test.each([
    ["metrics.roc-auc > 0.84 and (stage = production or tags.team like 'fraud%')", ['churn 3']],
    ['metrics.roc-auc > 0.84', ['alpha 1', 'churn 2', 'churn 3']],
    ['metrics.roc-auc > 0.84 or stage = production', ['alpha 1', 'churn 1', 'churn 2', 'churn 3']],
    ['stage = production or stage = staging and version = 1', ['churn 1']],
    ['(stage = production or stage = staging) and version = 2', ['churn 2']],
    ['not stage = development', ['churn 1', 'churn 2']],
    ['stage not in (development, production)', ['churn 2']],
    ["stage in ('staging', production)", ['churn 1', 'churn 2']],
    ['metrics.roc-auc is null', ['churn 4']],
    ['tags.team is not null and tags.live is null', ['churn 3']],
    ["tags.team not like 'fraud%'", ['churn 4']],
    ['alias = champion and alias = shadow', ['churn 1']],
    ['alias is null', ['alpha 1', 'churn 3', 'churn 4']],
    ['params."learning rate" <= 0.1', ['churn 4']],
    ["params.depth > '9'", ['churn 4']],
    ['tags.live = true', ['churn 4']],
    ["description like '%only%'", ['alpha 1']],
    ["metrics.roc-auc > 'good'", []],
    ['', ['alpha 1', 'churn 1', 'churn 2', 'churn 3', 'churn 4']],
  ])('%s', async (filter, expected) => {
    const result = await run(bench(), { filter })
    expect(found(result)).toEqual(expected)
    expect(result).toMatchObject({ found: expected.length, searched: 5, filter })
  })

  test('orders by several fields and cuts off behind the limit', async () => {
    const result = await run(bench(), { order: 'stage desc, metrics.roc-auc desc', limit: 3 })
    expect(found(result)).toEqual(['churn 2', 'churn 1', 'alpha 1'])
    expect(result).toMatchObject({ found: 5, searched: 5, columns: ['metrics.roc-auc'] })
  })

  test('shows the fields that filter and order name, each once', async () => {
    const result = await run(bench(), {
      filter: 'metrics.roc-auc > 0 and metrics.roc-auc < 1 and stage != x',
      order: 'tags.team, version',
      limit: 1,
    })
    expect(result.columns).toEqual(['metrics.roc-auc', 'tags.team'])
    expect(result.versions).toEqual([
      {
        model: 'churn',
        version: 3,
        stage: 'development',
        aliases: [],
        'created-at': '2026-11-20T09:12:44Z',
        values: [0.86, 'fraud-eu'],
      },
    ])
  })

  test('of one model asks nothing of the others', async () => {
    expect(await run(bench(), { model: 'alpha' })).toMatchObject({ found: 1, searched: 1 })
  })
})

describe('what cannot be searched', () => {
  const bench = forAllTests(() => workbench({ files: FILES }))

  test.each([
    ['metrics.roc-auc >', 18, 'metrics.roc-auc > 0.84'],
    ['version = 1 and stge = production', 17, '`stage`'],
    ['stage = production && version = 1', 20, 'write it like'],
    ['version = null', 11, 'is null'],
    ["tags.team like 'fraud", 16, 'write it like'],
  ])('%s: an error at column %i', async (filter, column, next) => {
    await expect(run(bench(), { filter })).rejects.toMatchObject({
      code: 'bad-input',
      place: { path: 'filter', line: 1, column },
      next: expect.stringContaining(next),
      message: expect.stringContaining(`\n  ${filter}\n  ${' '.repeat(column - 1)}^`),
    })
  })

  test.each([
    [{ filter: 'metrics.roc-uac > 0.5' }, '`roc-auc`'],
    [{ filter: 'version = 1 and params.dept = 3' }, '`depth`'],
    [{ filter: "tags.taem = 'x'" }, '`team`'],
    [{ order: 'verson' }, '`version`'],
    [{ order: 'version downwards' }, 'write it like'],
  ])('a name that no version has: %j', async (input, next) => {
    await expect(run(bench(), input)).rejects.toMatchObject({
      code: 'bad-input',
      place: { path: 'filter', line: 1, column: expect.any(Number) },
      next: expect.stringContaining(next),
    })
  })

  test.each([
    [{ model: 'churm' }, 'unknown-model', '`churn`'],
    [{ limit: 0 }, 'bad-input', '--help'],
    [{ at: 'nowhere' }, 'unknown-name', 'branch'],
  ])('%j', async (input, code, next) => {
    await expect(run(bench(), input)).rejects.toMatchObject({ code, next: expect.stringContaining(next) })
  })

  test('a version whose file is broken is named by its place, not left out', async () => {
    const own = await workbench({ files: FILES })
    const path = `${folderOf('churn')}/versions/2/version.json`
    await own.commit('broken', { [path]: '{"schema": 1}\n' })
    await expect(run(own, { filter: 'version = 1' })).rejects.toMatchObject({
      code: 'bad-file',
      place: { path },
    })
  })

  test('notes are read only for a filter that asks for them', async () => {
    const own = await workbench({ files: FILES })
    const path = `${folderOf('churn')}/versions/2/notes.yaml`
    await own.commit('broken', { [path]: 'tags: [\n' })
    expect(await run(own, { filter: 'version = 2' })).toMatchObject({ found: 1 })
    await expect(run(own, { filter: "tags.team = 'x'" })).rejects.toMatchObject({
      code: 'bad-yaml',
      place: { path },
    })
  })
})

test('reads the commit that is asked for, not the files on disk', async () => {
  const bench = await workbench({ files: FILES })
  await bench.write({ [`${folderOf('churn')}/versions/1/notes.yaml`]: 'tags: {team: mine}\n' })
  await expect(run(bench, { filter: "tags.owner = 'mine'" })).rejects.toMatchObject({ code: 'bad-input' })
  await bench.git('checkout', '-qb', 'side')
  await bench.commit('noted')
  await bench.git('checkout', '-q', 'main')
  const filter = "tags.team = 'mine'"
  expect(await run(bench, { filter, at: 'side' })).toMatchObject({ found: 1 })
  expect(await run(bench, { filter })).toMatchObject({ found: 0 })
})

describe('what is found equals a full reading of the files', () => {
  const word = fc.constantFrom('fraud-eu', 'fraud', 'growth', '10', '9', 'x_y%', "it's", '')
  const scalar: fc.Arbitrary<Scalar> = fc.oneof(fc.integer({ min: -2, max: 12 }), word, fc.boolean())
  const FIELDS = [
    'model',
    'version',
    'stage',
    'alias',
    'bytes',
    'created-by',
    'description',
    'metrics.auc',
    'metrics.f1',
    'params.depth',
    'params.a.b',
    'tags.team',
    'tags.size',
  ]
  const field = fc.constantFrom(...FIELDS)
  const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ op: fc.constantFrom('=', '!=', '<', '<=', '>', '>='), field, value: scalar }),
      fc.record({ op: fc.constant('null'), field }),
      fc.record({ op: fc.constant('in'), field, values: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
      fc.record({
        op: fc.constant('like'),
        field,
        parts: fc.array(fc.constantFrom('%', '%', '_', 'f', 'r', 'a', 'd', '1', "'"), { maxLength: 5 }),
      }),
      fc.record({ op: fc.constantFrom('and', 'or'), both: fc.tuple(tie('tree'), tie('tree')) }),
      fc.record({ op: fc.constant('not'), of: tie('tree') }),
    ) as fc.Arbitrary<Tree>,
  }))

  const version = fc.record({
    auc: fc.option(fc.integer({ min: 0, max: 10 }).map(value => value / 10)),
    depth: fc.option(fc.oneof(fc.integer({ min: 0, max: 12 }), word, fc.boolean())),
    tags: fc.option(
      fc.dictionary(fc.constantFrom('team', 'size'), fc.oneof(word, fc.integer({ min: 0, max: 12 }))),
    ),
    description: fc.option(word),
  })
  const model = fc.record({
    versions: fc.array(version, { minLength: 2, maxLength: 8 }),
    moved: fc.boolean(),
  })

  function filesOf(
    name: string,
    { versions, moved }: typeof model extends fc.Arbitrary<infer M> ? M : never,
  ): Files {
    const facts = versions.map(({ auc: value, depth }) => ({
      metrics: value === null ? {} : { auc: value, f1: 1 - value },
      params: depth === null ? {} : { depth, 'a.b': null },
    }))
    const notes = versions.map(({ tags, description }) =>
      JSON.stringify({
        ...(tags === null ? {} : { tags }),
        ...(description === null ? {} : { description }),
      }),
    )
    const records = moved
      ? [
          promotion(1, 'development', 'staging', { aliases: { challenger: 1, shadow: 1 } }),
          aliasRecord({ other: 2 }),
        ]
      : []
    return modelFiles(name, {
      versions: facts,
      records,
      notes: Object.fromEntries(notes.flatMap((text, index) => (text === '{}' ? [] : [[index + 1, text]]))),
    })
  }

  /** The filter as a person might write it. */
  function written(filter: Tree): string {
    switch (filter.op) {
      case 'and':
      case 'or':
        return `(${written(filter.both[0])}) ${filter.op} (${written(filter.both[1])})`
      case 'not':
        return `NOT (${written(filter.of)})`
      case 'null':
        return `${filter.field} is  null`
      case 'in':
        return `${filter.field} IN (${filter.values.map(value).join(', ')})`
      case 'like':
        return `${filter.field} like '${filter.parts.join('').replaceAll("'", "''")}'`
      default:
        return `${filter.field}${filter.op} ${value(filter.value)}`
    }
  }
  const value = (one: Scalar) => (typeof one === 'string' ? `'${one.replaceAll("'", "''")}'` : String(one))

  const byName = (rows: readonly Row[]) => rows.map(({ model: name, version: number }) => `${name} ${number}`)

  test('for random registries and random filters', async () => {
    const registries = fc.sample(fc.tuple(model, model), { numRuns: 3, seed: 20261001 })
    for (const [churn, alpha] of registries) {
      const bench = await workbench({
        files: { ...REGISTRY_FILES, ...filesOf('churn', churn), ...filesOf('alpha', alpha) },
      })
      const rows = await readRows(join(bench.root, 'registry-data'))
      await fc.assert(
        fc.asyncProperty(tree, async filter => {
          const expected = rows.filter(row => fits(filter, row) === true)
          const sorted = byName(expected).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
          const input = { filter: written(filter) }
          const result = await run(bench, input).catch(error => error)
          // A name that no version has is a mistake rather than an empty answer.
          if (result instanceof Error && expected.length === 0)
            expect(result.message).toContain('no version has')
          else expect(found(result)).toEqual(sorted)
        }),
        { numRuns: 20 },
      )
    }
  })
})
