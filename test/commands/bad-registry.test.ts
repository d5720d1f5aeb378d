import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { alias } from '../../src/commands/alias.ts'
import { evaluate } from '../../src/commands/evaluate.ts'
import { history } from '../../src/commands/history.ts'
import { promote } from '../../src/commands/promote.ts'
import { register } from '../../src/commands/register.ts'
import { show } from '../../src/commands/show.ts'
import { validate } from '../../src/commands/validate.ts'
import type { ErrorCode } from '../../src/domain/errors/index.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'
import { PLACES, problemAt, SOUND, validatedWith } from '../support/sound-registry.ts'
import { expectRefused, expectUnchanged } from '../support/unchanged.ts'
import { type Workbench, workbench } from '../support/workbench.ts'

const text = (path: string) => SOUND[path] ?? ''

interface Fault {
  readonly what: string
  readonly path: string
  readonly content: string
  readonly code: ErrorCode
  readonly line: number
  readonly column: number
  readonly next: string
}

const lineAfter = (path: string) => text(path).split('\n').length
const FAULTS: readonly Fault[] = [
  {
    what: 'a key twice in modelyard.yml',
    path: PLACES.config,
    content: `${text(PLACES.config)}registry: other\n`,
    code: 'bad-yaml',
    line: lineAfter(PLACES.config),
    column: 1,
    next: 'remove one',
  },
  {
    what: 'an unknown key in model.yaml',
    path: PLACES.definition,
    content: text(PLACES.definition).replace('policy:', 'polcy:'),
    code: 'bad-file',
    line: 6,
    column: 1,
    next: '`policy`',
  },
  {
    what: 'an alias bomb in model.yaml',
    path: PLACES.definition,
    content: `${text(PLACES.definition)}a: &a [x]\nb: [*a, *a]\n`,
    code: 'bad-yaml',
    line: lineAfter(PLACES.definition),
    column: 7,
    next: 'without it',
  },
  {
    what: 'a model.yaml that is nested tens of thousands deep',
    path: PLACES.definition,
    content: `a:\n  ${'- '.repeat(30_000)}x\n${text(PLACES.definition)}`,
    code: 'bad-yaml',
    line: 2,
    column: 65,
    next: '32 levels',
  },
  {
    what: 'a byte order mark in model.yaml',
    path: PLACES.definition,
    content: `\ufeff${text(PLACES.definition)}`,
    code: 'bad-file',
    line: 1,
    column: 1,
    next: 'without BOM',
  },
  {
    what: 'a higher schema in stages.json',
    path: PLACES.pointers,
    content: text(PLACES.pointers).replace('"schema": 1', '"schema": 7'),
    code: 'newer-schema',
    line: 2,
    column: 13,
    next: 'npm install modelyard@latest',
  },
  {
    what: 'a stages.json that was cut off',
    path: PLACES.pointers,
    content: '{\n  "schema": 1,\n  "stag',
    code: 'bad-json',
    line: 3,
    column: 8,
    next: 'restore the file from git',
  },
]

async function withCommitted({ path, content }: Pick<Fault, 'path' | 'content'>): Promise<Workbench> {
  return workbench({ files: { ...SOUND, [path]: content } })
}

describe('what is committed is refused by every command that reads it, with its place', () => {
  test.each(FAULTS)('$what', async fault => {
    const { path, code, line, column, next } = fault
    const { ports, root } = await withCommitted(fault)
    const refusal = { code, place: { path, line, column }, next }
    const model = { model: 'churn' }
    for (const attempt of [
      () => show.execute(model, ports, {}),
      () => history.execute(model, ports, {}),
      () => promote.execute({ ...model, version: '2', stage: 'development', merge: true }, ports, {}),
      () => alias.execute({ ...model, alias: 'shadow', version: '1', merge: true }, ports, {}),
    ])
      await expectRefused(root, attempt, refusal)
  })

  test('a record of a higher schema stops a promotion, whose plan depends on it', async () => {
    const content = text(PLACES.record).replace('"schema": 1', '"schema": 2')
    const { ports, root } = await withCommitted({ path: PLACES.record, content })
    const input = { model: 'churn', version: '2', stage: 'staging', merge: true }
    await expectRefused(root, () => promote.execute(input, ports, {}), {
      code: 'newer-schema',
      place: { path: PLACES.record, line: 2, column: 13 },
      next: 'npm install modelyard@latest',
    })
  })

  test('a pull request is told so too', async () => {
    const bench = await workbench({ files: SOUND })
    await bench.git('checkout', '-q', '-b', 'edit')
    const path = PLACES.definition
    await bench.commit('edit', {
      [path]: `${text(path)}polcy: {}\n`,
      [PLACES.notes]: `${text(PLACES.notes)}x: !!map {}\n`,
      [PLACES.last]: text(PLACES.last).replace('1', '3'),
    })
    const { problems } = (await expectUnchanged(bench.root, () =>
      validate.execute({ base: 'main' }, bench.ports, {}),
    )) as ValidationResult
    expect(problems).toContainEqual(
      problemAt(path, { code: 'bad-file', line: lineAfter(path), column: 1, next: '`policy`' }),
    )
    expect(problems).toContainEqual(
      problemAt(PLACES.notes, { code: 'bad-yaml', line: lineAfter(PLACES.notes), next: 'without it' }),
    )
    expect(problems).toContainEqual(
      problemAt(PLACES.last, { code: 'newer-schema', line: 2, column: 13, next: 'npm install' }),
    )
  })
})

test('every file that is broken is told, in the order of their paths', async () => {
  const { root, ports, write } = await workbench({ files: SOUND })
  await write({
    [PLACES.definition]: 'task: [\n',
    [PLACES.notes]: 'tag: {}\n',
    [PLACES.pointers]: '{}\n',
    [PLACES.record]: text(PLACES.record).slice(0, -1),
    [PLACES.last]: 'null\n',
  })
  const { problems } = (await expectUnchanged(root, () =>
    validate.execute({}, ports, {}),
  )) as ValidationResult
  const paths = [...new Set(problems.map(({ place }) => place.path))]
  const broken = [PLACES.definition, PLACES.record, PLACES.pointers, PLACES.notes, PLACES.last]
  expect(paths).toEqual(broken)
})

test('a modelyard.yml that cannot be read leaves nothing else to judge', async () => {
  const bench = await workbench({ files: { ...SOUND, [PLACES.pointers]: '{}\n' } })
  const { problems } = await validatedWith(bench, PLACES.config, 'registry: [\n')
  expect([...new Set(problems.map(({ place }) => place.path))]).toEqual([PLACES.config])
})

test('a lifecycle whose transitions name a stage that there is not is told, and nothing follows from it', async () => {
  const bench = await workbench({ files: { ...SOUND, [PLACES.pointers]: '{}\n' } })
  const content = `${text(PLACES.config)}lifecycle:\n  stages: [a, b, c]\n  transitions: {a: [b, d]}\n`
  const { problems } = await validatedWith(bench, PLACES.config, content)
  expect(problems).toEqual([
    problemAt(PLACES.config, { code: 'bad-file', line: 4, column: 24, message: 'a, b, c', next: 'correct' }),
  ])
})

test('pointers that no record made, even where they name nothing', async () => {
  const files = Object.fromEntries(Object.entries(SOUND).filter(([path]) => !path.includes('/promotions/')))
  const bench = await workbench({ files })
  const empty = '{\n  "schema": 1,\n  "stages": {},\n  "aliases": {}\n}\n'
  const { problems } = await validatedWith(bench, PLACES.pointers, empty)
  expect(problems).toContainEqual({
    severity: 'error',
    code: 'bad-file',
    place: { path: PLACES.pointers },
    message: expect.stringContaining('no record'),
    next: expect.stringContaining('restore'),
  })
})

describe('a version or record under a name that is no number from 1', () => {
  const folder = 'registry-data/models/churn'
  test.each([
    [`${folder}/versions/02/version.json`, PLACES.version],
    [`${folder}/versions/0/version.json`, PLACES.version],
    [`${folder}/versions/two/version.json`, PLACES.version],
    [`${folder}/promotions/06.json`, PLACES.record],
    [`${folder}/promotions/0.json`, PLACES.record],
    [`${folder}/promotions/6-copy.json`, PLACES.record],
  ])('%s', async (path, original) => {
    const { root, ports } = await workbench({ files: { ...SOUND, [path]: text(original) } })
    const { problems } = (await expectUnchanged(root, () =>
      validate.execute({}, ports, {}),
    )) as ValidationResult
    expect(problems).toEqual([
      expect.objectContaining({
        severity: 'error',
        code: 'bad-file',
        place: { path },
        next: expect.stringContaining('name'),
      }),
    ])
  })

  test('or a number that leaves a gap, however high', async () => {
    const path = `${folder}/versions/12345678901/version.json`
    const { ports } = await workbench({ files: { ...SOUND, [path]: text(PLACES.version) } })
    const { problems } = (await validate.execute({}, ports, {})) as ValidationResult
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('version 3 is missing'),
    )
  })
})

test.each(['model-2.onnx', 'model copy.onnx', 'models/model.onnx'])(
  'an artifact that no record names is an error: %s',
  async name => {
    const path = `registry-data/models/churn/versions/1/${name}`
    const { ports } = await workbench({ files: { ...SOUND, [path]: 'ONNX other' } })
    const { problems } = (await validate.execute({}, ports, {})) as ValidationResult
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'error', code: 'bad-file', place: { path }, next: 'remove it' }),
    ])
  },
)

describe('a file of an editor on Windows', () => {
  const crlf = (content: string) => content.replaceAll('\n', '\r\n')

  test('is read as any other', async () => {
    const files = Object.fromEntries(
      Object.entries(SOUND).map(([path, content]) => [path, /\.ya?ml$/.test(path) ? crlf(content) : content]),
    )
    const { ports } = await workbench({ files })
    expect(await show.execute({ model: 'churn' }, ports, {})).toMatchObject({ kind: 'model' })
    const { problems, outcome } = (await validate.execute({}, ports, {})) as ValidationResult
    expect(outcome).toBe('passed')
    expect(problems.map(({ severity, place }) => [severity, place.path])).toEqual(
      [PLACES.config, PLACES.definition, PLACES.notes].map(path => ['warning', path]),
    )
  })

  test('keeps its line ends where a command changes a value that stands there', async () => {
    const { bench, annotate } = await registeredWithNotes(
      crlf('# said of it\ntags:\n  team: fraud # of May\n'),
    )
    await annotate({ tag: ['team=sales'] })
    expect(await bench.at('HEAD', NOTES)).toBe(
      crlf('# said of it\ntags:\n  team: sales # of May\n').slice(0, -1),
    )
  })

  test('keeps its line ends where a command adds a key', async () => {
    const { bench, annotate } = await registeredWithNotes(
      crlf('# said of it\ntags:\n  team: fraud # of May\n'),
    )
    await annotate({ tag: ['round=2'] })
    const expected = crlf('# said of it\ntags:\n  team: fraud # of May\n  round: 2\n').slice(0, -1)
    expect(await bench.at('HEAD', NOTES)).toBe(expected)
  })
})

const NOTES = 'registry-data/models/churn/versions/1/notes.yaml'

/** A version whose notes somebody wrote, and registering it again with more to say. */
async function registeredWithNotes(notes: string) {
  const bench = await workbench()
  const artifact = join(bench.root, '.git/artifact.onnx')
  await bench.write({ '.git/artifact.onnx': 'ONNX one' })
  const annotate = (more: Record<string, unknown> = {}) =>
    register.execute({ model: 'churn', artifact, merge: true, ...more }, bench.ports, {})
  await annotate()
  await bench.commit('Say something', { [NOTES]: notes })
  return { bench, annotate }
}

describe('a file that cannot be read is not edited', () => {
  test.each([
    ['a key twice', 'description: a\ndescription: b\n', 'bad-yaml', 2],
    ['a tag', 'description: !!str a\n', 'bad-yaml', 1],
    ['an unknown key', 'description: a\ntag: b\n', 'bad-file', 2],
    ['a byte order mark', '\ufeffdescription: a\n', 'bad-file', 1],
    ['something that is no mapping', '- a\n', 'bad-file', 1],
  ] as const)('notes with %s, by register', async (_what, notes, code, line) => {
    const { bench, annotate } = await registeredWithNotes(notes)
    const error = await expectRefused(bench.root, () => annotate({ tag: ['team=sales'] }), { code })
    expect(error.place).toMatchObject({ path: NOTES, line })
  })

  test.each([
    ['a bracket that stays open', 'a: [\n', 'bad-yaml'],
    ['a key twice', 'task: regression\n', 'bad-yaml'],
    ['an unknown key', 'polcy: {}\n', 'bad-file'],
  ] as const)('model.yaml with %s, by evaluate --pin', async (_what, more, code) => {
    const path = PLACES.definition
    const { root, ports, write } = await workbench({ files: SOUND })
    await write({ [path]: `${text(path)}${more}`, 'data/test.csv': 'tenure,churn\n3,Yes\n4,No\n' })
    const input = { model: 'churn', version: '1', pin: true }
    const error = await expectRefused(root, () => evaluate.execute(input, ports, {}), { code })
    expect(error.place).toMatchObject({ path, line: expect.toSatisfy(line => line >= lineAfter(path)) })
    expect(await readFile(join(root, path), 'utf8')).toBe(`${text(path)}${more}`)
  })
})
