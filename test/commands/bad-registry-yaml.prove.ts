import { describe, expect, test } from 'vitest'
import { type Expected, PLACES, problemAt, SOUND, validatedWith } from '../support/sound-registry.ts'
import { forAllTests } from '../support/temporary.ts'
import { workbench } from '../support/workbench.ts'

const bench = forAllTests(() => workbench({ files: SOUND }))

const FILES = [
  {
    what: 'modelyard.yml',
    path: PLACES.config,
    typo: 'workflow',
    near: 'workflows',
    known: 'registry: other',
  },
  { what: 'model.yaml', path: PLACES.definition, typo: 'polcy', near: 'policy', known: 'task: regression' },
  { what: 'notes.yaml', path: PLACES.notes, typo: 'desciption', near: 'description', known: 'tags: {}' },
] as const

const text = (path: string) => SOUND[path] ?? ''
const encode = (content: string) => new TextEncoder().encode(content)

describe.each(FILES)('$what', ({ path, typo, near, known }) => {
  const sound = text(path)
  /** The line after the last. */
  const added = sound.split('\n').length

  async function expectProblems(content: string | Uint8Array, ...expected: Expected[]): Promise<void> {
    const { problems, outcome } = await validatedWith(bench(), path, content)
    expect(problems).toEqual(expected.map(one => problemAt(path, one)))
    expect(outcome).toBe(expected.some(({ severity }) => severity !== 'warning') ? 'failed' : 'passed')
  }

  test('is sound to begin with', () => expectProblems(sound))

  test('with an unknown key names the nearest known one', () =>
    expectProblems(`${sound}${typo}: {}\n`, {
      code: 'bad-file',
      line: added,
      column: 1,
      message: `\`${typo}\` is not a known key`,
      next: `did you mean \`${near}\`?`,
    }))

  test('with an unknown key that is like none says which there are', () =>
    expectProblems(`${sound}zzzzzz: 1\n`, { code: 'bad-file', line: added, column: 1, next: near }))

  test('with a key twice', () =>
    expectProblems(`${sound}${known}\n`, { code: 'bad-yaml', line: added, column: 1, next: 'remove one' }))

  test('with an alias bomb', async () => {
    const bomb = Array.from({ length: 40 }, (_, level) =>
      level === 0 ? 'bomb0: &a0 [x, x]' : `bomb${level}: &a${level} [*a${level - 1}, *a${level - 1}]`,
    )
    const { problems } = await validatedWith(bench(), path, `${sound}${bomb.join('\n')}\n`)
    expect(problems).toHaveLength(40 + 2 * 39)
    expect(problems).toContainEqual(
      problemAt(path, { code: 'bad-yaml', line: added, message: 'anchor &a0', next: 'without' }),
    )
    for (const column of [13, 18]) {
      expect(problems).toContainEqual(
        problemAt(path, {
          code: 'bad-yaml',
          line: added + 1,
          column,
          message: '*a0',
          next: 'the value itself',
        }),
      )
    }
  })

  test.each(['!!binary aGk=', '!!js/function "x"', '!own {a: b}', '! x'])('with the tag of %s', tagged =>
    expectProblems(`${sound}extra: ${tagged}\n`, {
      code: 'bad-yaml',
      line: added,
      message: 'tag',
      next: 'without it',
    }),
  )

  test('of two megabytes', () =>
    expectProblems(`${sound}# ${'x'.repeat(2_000_000)}\n`, {
      code: 'too-large',
      line: 1,
      column: 1,
      next: 'beside the registry',
    }))

  test.each([
    ['flow lists', `deep: ${'['.repeat(30_000)}`, 6 + 32],
    ['flow mappings', `deep: ${'{a: '.repeat(15_000)}`, 7 + 31 * 4],
    ['closed flow lists', `deep: ${'['.repeat(5000)}${']'.repeat(5000)}`, 6 + 32],
    ['block lists', `deep:\n  ${'- '.repeat(30_000)}x`, 65],
    ['block lists that end', `deep:\n  ${'- '.repeat(30_000)}x\nafter: y`, 65],
    ['keys of keys', `${'? '.repeat(30_000)}x\n: y`, 65],
    ['both kinds', `deep:\n  ${'- ['.repeat(15_000)}`, undefined],
    ['mappings in lists', `deep:\n  ${'- a: {b: '.repeat(7000)}`, undefined],
  ])('nested tens of thousands deep: %s', (_what, deep, column) =>
    expectProblems(`${sound}${deep}\n`, {
      code: 'bad-yaml',
      line: added + (deep.startsWith('deep:\n') ? 1 : 0),
      ...(column === undefined ? {} : { column }),
      message: 'nested too deeply',
      next: '32 levels',
    }),
  )

  test('with a byte order mark', () =>
    expectProblems(`\ufeff${sound}`, { code: 'bad-file', line: 1, column: 1, next: 'without BOM' }))

  test('that is not UTF-8', () =>
    expectProblems(Uint8Array.from([...encode(`${sound}# Z`), 0xfc, ...encode('rich\n')]), {
      code: 'bad-file',
      line: added,
      column: 4,
      next: 'save it as UTF-8',
    }))

  test('with the name __proto__', () =>
    expectProblems(`${sound}a: {__proto__: 1}\n`, {
      code: 'bad-file',
      line: added,
      column: 5,
      next: 'rename',
    }))

  test('with a second document', () =>
    expectProblems(`${sound}---\n${sound}`, { code: 'bad-yaml', line: added, next: 'keep one document' }))

  test('indented by tabs', () =>
    expectProblems(`${sound}a:\n\tb: 1\n`, {
      code: 'bad-yaml',
      line: added + 1,
      column: 1,
      next: 'with spaces',
    }))

  test('that is a list', () =>
    expectProblems('- a\n', { code: 'bad-file', line: 1, column: 1, message: 'a mapping', next: 'correct' }))

  test('in the middle of a merge', () =>
    expectProblems(`${sound}<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\n`, {
      code: 'bad-file',
      line: added,
      column: 1,
      next: 'finish the merge',
    }))

  test('with CRLF is accepted with a warning that says what to do', () =>
    expectProblems(sound.replaceAll('\n', '\r\n'), {
      severity: 'warning',
      code: 'bad-file',
      line: 1,
      message: 'CRLF',
      next: '.gitattributes',
    }))

  test('without its final newline is accepted with a warning', () =>
    expectProblems(sound.slice(0, -1), {
      severity: 'warning',
      code: 'bad-file',
      line: added - 1,
      message: 'final newline',
      next: 'end the last line',
    }))

  test('says everything that is wrong with it, not the first thing', () =>
    expectProblems(
      `${sound}first-typo: 1\n${typo}: 2\nlast-typo: 3\n`,
      ...[0, 1, 2].map(
        line => ({ code: 'bad-file', line: added + line, column: 1, next: 'remove it' }) as const,
      ),
    ))
})
