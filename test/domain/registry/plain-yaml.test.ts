import { readFileSync } from 'node:fs'
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

const key = fc.constantFrom(
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
  '"q"',
  '?',
)
const scalar = fc.constantFrom(
  ...[
    'word',
    'two words',
    'a  b',
    'a/b.c',
    'a -',
    'a - b',
    'yes',
    'null',
    'True',
    'true',
    'false',
    '~',
    '-',
    '.inf',
    'e5',
  ],
  ...[
    '0',
    '7',
    '-1',
    '-0',
    '0.75',
    '1.50',
    '+1',
    '1.',
    '.5',
    '01',
    '1e5',
    '0x1F',
    '0o7',
    '1_000',
    '12345678901234567890',
  ],
  ...[
    '20%',
    '2026-10-01',
    '1.2.3',
    '9b1d'.repeat(16),
    '1234'.repeat(16),
    `${'12'.repeat(31)}e5`,
    '0x'.padEnd(64, 'a'),
  ],
  ...[
    '"q"',
    '"a: b"',
    '"a # b"',
    '"a\\n"',
    '"',
    '""',
    "'q'",
    "'it''s'",
    "'a",
    '"ä"',
    '"a" b',
    'ä',
    'a, b',
    'a; b',
    'a (b)',
  ],
  ...[
    '|',
    '>-',
    '*a',
    '&a b',
    '!t a',
    '@a',
    '`a',
    '%a',
    'a #b',
    'a#b',
    'a: b',
    'a:b',
    'a :b',
    '',
    ' ',
    '[',
    ']',
    '{',
    '}',
    ',',
  ],
)
const inline: fc.Arbitrary<string> = fc.letrec<{ any: string; list: string; mapping: string }>(tie => ({
  any: fc.oneof({ depthSize: 'small' }, scalar, tie('list'), tie('mapping')),
  list: fc
    .tuple(
      fc.array(tie('any'), { maxLength: 3 }),
      fc.constantFrom(', ', ', ', ',', ' , '),
      fc.constantFrom('', '', ' ', ','),
    )
    .map(([items, comma, pad]) => `[${pad}${items.join(comma)}${pad}]`),
  mapping: fc
    .tuple(
      fc.array(fc.tuple(key, fc.constantFrom(': ', ': ', ': ', ':', ' : '), tie('any')), { maxLength: 3 }),
      fc.constantFrom(', ', ', ', ',', ' , '),
      fc.constantFrom('', '', ' ', ','),
    )
    .map(([items, comma, pad]) => `{${pad}${items.map(item => item.join('')).join(comma)}${pad}}`),
})).any
const INDENTS = ['', '', '  ', '    ', '      ']
const odd = fc
  .record({
    indent: fc.constantFrom(...INDENTS, ' ', '\t'),
    dash: fc.constantFrom('', '', '- ', '-  ', '-', '- - '),
    key: fc.oneof(key, fc.constant('k'.repeat(1100))),
    colon: fc.constantFrom(': ', ': ', ':  ', ':', ' : ', ''),
    value: fc.oneof(scalar, inline),
    end: fc.constantFrom('', '', ' ', ' # why', '# why', '\r', '\t'),
  })
  .map(({ indent, dash, key: name, colon, value, end }) => indent + dash + name + colon + value + end)
const GOOD_VALUES = ['word', 'two words', '7', '-0.5', 'true', '"q: #"', "'q'", '20%', 'a, b', '[]', '{}']
const GOOD_INLINE = [
  '[a, b, 1]',
  '{a: b, c: [1, {d: "e"}]}',
  '[{metric: roc-auc, min: 0.75}]',
  '[ a ]',
  '{ a: 20% }',
]
const plain = fc
  .tuple(
    fc.constantFrom(...INDENTS),
    fc.constantFrom('', '', '', '- '),
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'team'),
    fc.constantFrom('', '', ...[...GOOD_VALUES, ...GOOD_INLINE].map(value => ` ${value}`)),
    fc.constantFrom('', '', '', '  # why'),
  )
  .map(([indent, dash, name, value, end]) => `${indent}${dash}${name}:${value}${end}`)
const item = fc
  .tuple(fc.constantFrom(...INDENTS), fc.constantFrom(...GOOD_VALUES, ...GOOD_INLINE))
  .map(([indent, value]) => `${indent}- ${value}`)
const line = fc.oneof(
  { weight: 5, arbitrary: plain },
  { weight: 2, arbitrary: item },
  { weight: 1, arbitrary: odd },
)
const comment = fc.constantFrom('# a comment', '  # b: c', '', '   ', '---', '...', '#')
const text = fc
  .array(fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: comment }), {
    minLength: 1,
    maxLength: 6,
  })
  .map(lines => `${lines.join('\n')}\n`)
const oneLine = fc.tuple(fc.constantFrom('a: ', 'a:\n  - '), inline).map(parts => `${parts.join('')}\n`)

/** Where a text is changed, as a share of it; how many characters go, and what comes in their place. */
const changed = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat(3),
  fc.constantFrom(
    '',
    ' ',
    '  ',
    '\n',
    ':',
    ': ',
    '- ',
    '-',
    '#',
    ' #',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    ', ',
    '1',
    '.',
    '&',
    '\t',
  ),
)

/** A definition as people write them. */
const DEFINITION = readFileSync(
  new URL('../../../registry-data/models/telco-churn/model.yaml', import.meta.url),
  'utf8',
)

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

  test('reads a definition with its policy', () => {
    expect(plainMapping(DEFINITION)).toEqual(byWholeGrammar(DEFINITION))
  })

  test('reads lists that begin where their key does, and mappings behind a dash', () => {
    expect(plainMapping('a:\n- b: 1\n  c: [x]\n- 2\nd: e\n')).toEqual({ a: [{ b: 1, c: ['x'] }, 2], d: 'e' })
  })

  test.each([
    ['nothing', ''],
    ['a comment alone', '# a\n'],
    ['a list at the top', '- a\n'],
    ['a word that means nothing', 'a: null\n'],
    ['a word that means true in more than one spelling', 'a: True\n'],
    ['a number in an unusual spelling', 'a: 1e5\n'],
    ['a digest that is a number', `a: ${'12'.repeat(31)}e5\n`],
    ['an escape', 'a: "b\\n"\n'],
    ['brackets over two lines', 'a: [b,\n  c]\n'],
    ['a key twice', 'a: b\na: c\n'],
    ['a key twice in brackets', 'a: {b: c, b: d}\n'],
    ['a key without a value', 'a:\nb: c\n'],
    ['a key without a value at the end', 'b: c\na:\n'],
    ['a line further in than its key', 'a: b\n  c: d\n'],
    ['a line that is neither in nor out', 'a:\n    b: c\n  d: e\n'],
    ['an anchor', 'a: &b c\n'],
    ['a second document', 'a: b\n---\nc: d\n'],
    ['a line end of Windows', 'a: b\r\n'],
    ['a tab before a key', 'a:\n\tb: c\n'],
    ['a key longer than YAML looks for its colon', `${'k'.repeat(1100)}: b\n`],
    [
      'what is nested nine deep',
      Array.from({ length: 10 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    ],
    ['what is nested nine deep in brackets', `a: ${'['.repeat(9)}${']'.repeat(9)}\n`],
  ])('leaves %s to the whole grammar', (_, given) => {
    expect(plainMapping(given)).toBeUndefined()
  })

  test.each([
    ['blocks', text],
    ['what stands in a line', oneLine],
    ['a definition with a few characters changed', fc.constant(undefined)],
  ])('reads nothing otherwise than the whole grammar does: %s', (_, given) => {
    let read = 0
    fc.assert(
      fc.property(given, changed, (made, [at, length, put]) => {
        const start = Math.floor(at * DEFINITION.length)
        const content = made ?? DEFINITION.slice(0, start) + put + DEFINITION.slice(start + length)
        const found = plainMapping(content)
        if (found === undefined) return
        read += 1
        expect(found).toEqual(byWholeGrammar(content))
      }),
      { numRuns: 5000 },
    )
    expect(read).toBeGreaterThan(100)
  })
})
