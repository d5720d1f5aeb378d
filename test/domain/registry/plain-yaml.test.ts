import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { plainMapping } from '../../../src/domain/registry/plain-yaml.ts'

/** As the whole grammar reads it; undefined where that finds fault. */
function byWholeGrammar(text: string): unknown {
  const document = parseDocument(text, {
    schema: 'core',
    stringKeys: true,
    uniqueKeys: true,
    logLevel: 'error',
  })
  return document.errors.length === 0 && document.warnings.length === 0 ? document.toJS() : undefined
}

const word = fc.constantFrom(
  'a',
  'team',
  'b-c',
  'null',
  'True',
  'constructor',
  'x_1',
  'yes',
  '1',
  '~',
  '- a',
  '"q"',
)
const value = fc.oneof(
  word,
  fc.constantFrom(
    '',
    'two words',
    'a #b',
    'a: b',
    'a  b',
    'a/b.c',
    'trail ',
    '[a]',
    '{a: b}',
    '|',
    '*a',
    'a -',
    '.inf',
    'e5',
  ),
)
const odd = fc
  .record({
    indent: fc.constantFrom('', '', '  ', '    ', ' ', '\t'),
    key: word,
    colon: fc.constantFrom(': ', ': ', ':', ' : ', ''),
    value,
    end: fc.constantFrom('', '', ' ', ' # why', '\r'),
  })
  .map(({ indent, key, colon, value: text, end }) => indent + key + colon + text + end)
const plain = fc
  .tuple(
    fc.constantFrom('', '', '  ', '    '),
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'team'),
    fc.constantFrom('', ' word', ' two words', ' a -b', ' x_1'),
  )
  .map(([indent, key, text]) => `${indent}${key}:${text}`)
const line = fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: odd })
const comment = fc.constantFrom('# a comment', '  # b: c', '', '   ', '---', '...', '#')
const text = fc
  .array(fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: comment }), { maxLength: 6 })
  .map(lines => `${lines.join('\n')}\n`)

describe('plainMapping', () => {
  test('reads mappings of words to plain text, with comments between them', () => {
    const notes =
      '# by hand\ndescription: Better on new customers.\ntags:\n  team: fraud-eu\n\n  # who asked\n  asked-by: Mara\nlast: x\n'
    expect(plainMapping(notes)).toEqual({
      description: 'Better on new customers.',
      tags: { team: 'fraud-eu', 'asked-by': 'Mara' },
      last: 'x',
    })
  })

  test.each([
    ['nothing', ''],
    ['a comment alone', '# a\n'],
    ['a number', 'a: 1\n'],
    ['a word that means nothing', 'a: null\n'],
    ['a word that means true', 'a: True\n'],
    ['quotes', 'a: "b"\n'],
    ['a list', 'a:\n  - b\n'],
    ['a mapping in a line', 'a: {b: c}\n'],
    ['a key twice', 'a: b\na: c\n'],
    ['a key without a value', 'a:\nb: c\n'],
    ['a key without a value at the end', 'b: c\na:\n'],
    ['a line further in than its key', 'a: b\n  c: d\n'],
    ['a line that is neither in nor out', 'a:\n    b: c\n  d: e\n'],
    ['an anchor', 'a: &b c\n'],
    ['a second document', 'a: b\n---\nc: d\n'],
    ['a line end of Windows', 'a: b\r\n'],
    ['a comment behind a value', 'a: b # c\n'],
    [
      'what is nested nine deep',
      Array.from({ length: 10 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    ],
  ])('leaves %s to the whole grammar', (_, given) => {
    expect(plainMapping(given)).toBeUndefined()
  })

  test('reads nothing otherwise than the whole grammar does', () => {
    let read = 0
    fc.assert(
      fc.property(text, given => {
        const plain = plainMapping(given)
        if (plain === undefined) return
        read += 1
        expect(plain).toEqual(byWholeGrammar(given))
      }),
      { numRuns: 5000 },
    )
    expect(read).toBeGreaterThan(100)
  })
})
