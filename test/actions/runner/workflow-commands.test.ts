import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annotationLines, plainLog } from '../../../actions/runner/workflow-commands.ts'
import { readLog } from '../../../sandbox/runner/commands.ts'
import type { Annotation } from '../../../src/render/annotations.ts'

/** Text that tries to be a command. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '::',
        '##[',
        ']',
        '%',
        '%0A',
        ':',
        ',',
        '=',
        '\n',
        '\r',
        '\r\n',
        '\u0085',
        '\u2028',
        ' ',
        '\t',
      ),
      fc.constantFrom('error', 'add-mask', 'set-env name=PATH', 'stop-commands', 'file=a'),
      fc.constantFrom('\n::error::', '\r\t::set-env name=PATH::', '##[error]'),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map(parts => parts.join(''))

const many = (level: Annotation['level'], count: number): Annotation[] =>
  Array.from({ length: count }, (_, at) => ({ level, message: `${level} ${at}` }))

const readBack = (annotations: readonly Annotation[]) => readLog(annotationLines(annotations).join('\n'))

describe('annotations', () => {
  test('name file, line and column where they are known', () => {
    const place = { path: 'a/b.yaml', line: 3, column: 7 }
    expect(readBack([{ level: 'error', title: 'bad-yaml', message: 'No.', place }]).annotations).toEqual([
      { level: 'error', title: 'bad-yaml', message: 'No.', file: 'a/b.yaml', line: '3', col: '7' },
    ])
    expect(readBack([{ level: 'warning', message: 'No.' }]).annotations).toEqual([
      { level: 'warning', message: 'No.' },
    ])
  })

  test('show the first ten of each level and count the rest', () => {
    const { annotations } = readBack([...many('error', 12), ...many('warning', 11), ...many('notice', 2)])
    const count = (level: string) => annotations.filter(found => found.level === level).length
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 3])
    expect(annotations.at(-1)?.message).toBe('2 more errors and 1 more warning: see the job summary.')
    expect(annotations[9]).toMatchObject({ message: 'error 9' })
  })

  test('need no count when there are ten', () => {
    expect(readBack(many('error', 10)).annotations).toHaveLength(10)
  })

  // Spaces at the end of the last property are dropped by the runner.
  test('come back letter for letter, and nothing beside them, whatever they say', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (message, title, path) => {
        const { commands, annotations, log } = readBack([
          { level: 'error', message, title, place: { path: `${path}.` } },
        ])
        expect(commands).toHaveLength(1)
        expect(annotations).toEqual([{ level: 'error', message, title, file: `${path}.` }])
        expect(log).toBe('')
      }),
    )
  })

  test('are cut where they are longer than GitHub shows', () => {
    expect(readBack([{ level: 'error', message: 'x'.repeat(9000) }]).annotations[0]?.message).toHaveLength(
      4000,
    )
  })
})

describe('the log', () => {
  test.each([
    ['a command', '::error::x'],
    ['one that is indented', ' \t\u0085::add-mask::x'],
    ['one after another line', 'fine\r::set-env name=A::b'],
    ['one of the older kind', 'fine ##[error]x'],
  ])('gives the runner nothing to obey: %s', (_what, text) => {
    expect(readLog(text).commands).toHaveLength(1)
    expect(readLog(plainLog(text)).commands).toEqual([])
  })

  test('holds no command, whatever is said', () => {
    fc.assert(
      fc.property(hostile, text => {
        expect(readLog(plainLog(text)).commands).toEqual([])
      }),
    )
  })

  test('stays as it is where nothing looks like a command', () => {
    const text = 'a::b at 12:30\n  - C++ std::vector [1]\n'
    expect(plainLog(text)).toBe(text)
  })
})
