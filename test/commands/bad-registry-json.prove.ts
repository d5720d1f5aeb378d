import { describe, expect, test } from 'vitest'
import { type Expected, PLACES, problemAt, SOUND, validatedWith } from '../support/sound-registry.ts'
import { forAllTests } from '../support/temporary.ts'
import { workbench } from '../support/workbench.ts'

const bench = forAllTests(() => workbench({ files: SOUND }))

const evidence = Object.keys(SOUND).find(path => path.includes('/evidence/')) ?? ''
const text = (path: string) => SOUND[path] ?? ''

const FILES = [
  { what: 'stages.json', path: PLACES.pointers, typo: 'stagse', near: 'stages' },
  { what: 'a record', path: PLACES.record, typo: 'reasons', near: 'reason' },
  { what: 'version.json', path: PLACES.version, typo: 'created_by', near: 'created-by' },
  { what: 'last.json', path: PLACES.last, typo: 'lats', near: 'last' },
  { what: 'evidence', path: evidence, typo: 'subjects', near: 'subject' },
] as const

/** Further problems may follow from one: a version whose record cannot be read is missing elsewhere. */
async function expectProblem(
  path: string,
  content: string | Uint8Array,
  ...expected: Expected[]
): Promise<void> {
  const { problems, outcome } = await validatedWith(bench(), path, content)
  for (const one of expected) expect(problems).toContainEqual(problemAt(path, one))
  const located = problems.filter(({ place }) => place.path === path && place.line !== undefined)
  expect(located).toHaveLength(expected.length)
  expect(outcome).toBe('failed')
}

describe.each(FILES)('$what', ({ path, typo, near }) => {
  const sound = text(path)
  const lines = sound.split('\n')
  /** Its text with a line in third place, after the schema's. */
  const withThird = (line: string) => lines.toSpliced(2, 0, line).join('\n')

  test('with an unknown key names the nearest known one', () =>
    expectProblem(path, withThird(`  "${typo}": 1,`), {
      code: 'bad-file',
      line: 3,
      column: 3,
      message: `\`${typo}\` is not a known key`,
      next: `did you mean \`${near}\`?`,
    }))

  test('with a key twice', () =>
    expectProblem(path, withThird('  "schema": 1,'), {
      code: 'bad-file',
      line: 3,
      column: 3,
      message: '`schema` stands twice',
      next: 'restore the file from git',
    }))

  test('of a higher schema says which release reads it', () =>
    expectProblem(path, sound.replace('"schema": 1', '"schema": 2'), {
      code: 'newer-schema',
      line: 2,
      column: 13,
      message: 'schema 2',
      next: 'npm install modelyard@latest',
    }))

  test('of two megabytes', () =>
    expectProblem(path, withThird(`  "a": "${'x'.repeat(2_000_000)}",`), {
      code: 'too-large',
      line: 1,
      column: 1,
      next: 'restore it from git',
    }))

  test.each([
    ['lists', '[', ']'],
    ['mappings', '{"a":', '}'],
  ])('nested a hundred thousand deep: %s', (_what, start, end) =>
    expectProblem(path, withThird(`  "zzz": ${start.repeat(100_000)}1${end.repeat(100_000)},`), {
      code: 'bad-file',
      line: 3,
      column: 3,
      message: '`zzz`',
      next: 'remove it',
    }),
  )

  test('with CRLF', () =>
    expectProblem(path, sound.replaceAll('\n', '\r\n'), {
      code: 'bad-file',
      line: 1,
      column: 2,
      message: 'CRLF',
      next: '.gitattributes',
    }))

  test('with a byte order mark', () =>
    expectProblem(path, `\ufeff${sound}`, { code: 'bad-file', line: 1, column: 1, next: 'without BOM' }))

  test('without its final newline', () =>
    expectProblem(path, sound.slice(0, -1), {
      code: 'bad-file',
      line: lines.length - 1,
      column: 2,
      message: 'final newline',
      next: 'restore it from git',
    }))

  test('with its keys in another order', () =>
    expectProblem(
      path,
      `${JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(sound)).reverse()), null, 2)}\n`,
      {
        code: 'bad-file',
        line: 2,
        column: 4,
        message: 'order',
        next: 'restore it from git',
      },
    ))

  test('says everything that is wrong with it, not the first thing', () =>
    expectProblem(
      path,
      withThird('  "first": 1,\n  "schema": 1,\n  "last-of-all": 1,'),
      { code: 'bad-file', line: 3, column: 3, message: '`first`', next: 'remove' },
      { code: 'bad-file', line: 4, column: 3, message: 'twice', next: 'restore' },
      { code: 'bad-file', line: 5, column: 3, message: '`last-of-all`', next: 'remove' },
    ))
})

describe('a record that machines did not write', () => {
  const path = PLACES.record
  const sound = text(path)
  const lines = sound.split('\n')

  test('of no schema that there is', () =>
    expectProblem(path, sound.replace('"schema": 1', '"schema": 0'), {
      code: 'bad-file',
      line: 2,
      column: 13,
      next: 'restoring it from git',
    }))

  test('without its schema', () =>
    expectProblem(path, lines.toSpliced(1, 1).join('\n'), {
      code: 'bad-file',
      line: 1,
      column: 1,
      message: '`schema` is missing',
      next: 'add it',
    }))

  test('with lists that open a hundred thousand times', () =>
    expectProblem(path, '['.repeat(100_000), {
      code: 'bad-json',
      line: 1,
      column: 100_001,
      next: 'restore the file from git',
    }))

  test('with other spaces', () =>
    expectProblem(path, sound.replace('"schema": 1', '"schema":1'), {
      code: 'bad-file',
      line: 2,
      column: 12,
      message: 'spacing',
      next: 'restore it from git',
    }))

  test('with the name __proto__', () =>
    expectProblem(path, lines.toSpliced(2, 0, '  "__proto__": {},').join('\n'), {
      code: 'bad-file',
      line: 3,
      column: 4,
      next: 'rename',
    }))

  test.each([
    ['cut off', sound.slice(0, -3), lines.length - 2],
    ['empty', '', 1],
    ['without a comma', sound.replace('"schema": 1,', '"schema": 1'), 3],
    ['with a comma too many', sound.replace('"schema": 1,', '"schema": 1,,'), 2],
    ['with a word for a value', sound.replace('"schema": 1,', '"schema": one,'), 2],
    ['with a comment', sound.replace('"schema": 1,', '"schema": 1, // of the file'), 2],
    ['followed by another', `${sound}{}\n`, lines.length],
  ])('that is no JSON: %s', (_what, content, line) =>
    expectProblem(path, content, { code: 'bad-json', line, message: 'not JSON', next: 'restore the file' }),
  )

  test('in the middle of a merge', () =>
    expectProblem(
      path,
      lines.toSpliced(2, 0, '<<<<<<< ours\n  "a": 1,\n=======\n  "a": 2,\n>>>>>>> theirs').join('\n'),
      {
        code: 'bad-file',
        line: 3,
        column: 1,
        next: 'finish the merge',
      },
    ))

  test.each(['null', '1', '"text"', '[]'])('that is no mapping: %s', value =>
    expectProblem(path, `${value}\n`, {
      code: 'bad-file',
      line: 1,
      column: 1,
      message: 'a mapping',
      next: 'correct',
    }),
  )
})

describe('a value deep inside is found where it stands', () => {
  test.each([
    ['version.json', PLACES.version, '"bytes": ', '"bytes": -', '-', '`artifact.bytes`'],
    ['params', PLACES.version, ' 8,', ' {},', '{', '`params.layers'],
    ['pointers', PLACES.pointers, ' 2\n', ' 2,\n0\n', '0', '`stages.archived[1]`'],
    ['a record', PLACES.record, ': "passed"', ': "waved through"', '"', '`gates.outcome`'],
    ['evidence', evidence, ' 2,', ' 2.5,', '2', '`facts.rows`'],
  ])('in %s', async (_what, path, before, after, wrong, message) => {
    const content = text(path).replace(before, after)
    const at = content.slice(0, content.indexOf(after) + after.indexOf(wrong)).split('\n')
    const column = (at.at(-1)?.length ?? 0) + 1
    await expectProblem(path, content, {
      code: 'bad-file',
      line: at.length,
      column,
      message,
      next: 'correct',
    })
  })
})

test('a megabyte that is wrong in every place is answered in a moment, and in one sentence', async () => {
  const wrong = `{"schema":1,"stages":{"production":[${'"a",'.repeat(250_000)}1]},"aliases":{}}`
  await expectProblem(PLACES.pointers, wrong, {
    code: 'bad-file',
    line: 1,
    column: 1,
    message: 'more places than can be listed',
    next: 'restore it from git',
  })
})

test('more repeated keys than a call takes arguments are all told', async () => {
  const content = `{${'"a":1,'.repeat(170_000)}"schema":1}\n`
  const { problems } = await validatedWith(bench(), PLACES.last, content)
  expect(problems.filter(({ message }) => message.includes('twice'))).toHaveLength(169_999)
})

test('stages in another order than the lifecycle has', async () => {
  const { schema, stages, aliases } = JSON.parse(text(PLACES.pointers))
  const reversed = Object.fromEntries(Object.entries(stages).reverse())
  const { problems } = await validatedWith(
    bench(),
    PLACES.pointers,
    `${JSON.stringify({ schema, stages: reversed, aliases }, null, 2)}\n`,
  )
  expect(problems).toEqual([
    {
      severity: 'error',
      code: 'bad-file',
      place: { path: PLACES.pointers },
      message: expect.stringContaining('order of the lifecycle'),
      next: expect.stringContaining('restore'),
    },
  ])
})
