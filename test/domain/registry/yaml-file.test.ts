import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { Notes } from '../../../src/domain/registry/notes.ts'
import { editYaml, parseYaml, type YamlEdit } from '../../../src/domain/registry/yaml-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const notes = (text: string) => parseYaml(Notes, 'notes.yaml', bytes(text))

describe('parseYaml', () => {
  test.each([
    ['', {}],
    ['# nothing but a comment\n', {}],
    ['~\n', {}],
    ['description: yes\n', { description: 'yes' }],
    ['---\ndescription: a\n...\n', { description: 'a' }],
    ['tags: {a: 017, b: 0o17, c: 1e3, d: 0x10}\n', { tags: { a: 17, b: 15, c: 1000, d: 16 } }],
    ['tags: {a: yes, b: 12:30, c: 2026-01-01}\n', { tags: { a: 'yes', b: '12:30', c: '2026-01-01' } }],
    ['tags: {1: a, true: b}\n', { tags: { 1: 'a', true: 'b' } }],
    ['description: "tab\\tand é"\n', { description: 'tab\tand é' }],
    ['description: |\n  two\n  lines\n', { description: 'two\nlines\n' }],
  ])('reads %j as YAML 1.2', (text, value) => {
    expect(notes(text)).toMatchObject({ value, problems: [] })
  })

  test('takes 32 levels and not one more', () => {
    const Deep: z.ZodMiniType = z.lazy(() => z.union([z.array(Deep), z.literal('x')]))
    const nested = (levels: number) => `${'['.repeat(levels)}x${']'.repeat(levels)}`
    const blocks = (levels: number) => `${'- '.repeat(levels)}x`
    for (const deep of [nested, blocks]) {
      expect(
        parseYaml(Deep, 'f', bytes(deep(32))).problems.filter(({ severity }) => severity === 'error'),
      ).toEqual([])
      expect(parseYaml(Deep, 'f', bytes(deep(33))).problems).toEqual([
        expect.objectContaining({ code: 'bad-yaml', place: expect.objectContaining({ line: 1 }) }),
      ])
    }
  })

  test('takes 64 KiB and not one byte more', () => {
    const filled = (size: number) => `#${'x'.repeat(size - 2)}\n`
    expect(notes(filled(64 * 1024)).problems).toEqual([])
    expect(notes(filled(64 * 1024 + 1)).problems).toEqual([expect.objectContaining({ code: 'too-large' })])
  })

  test.each([
    '[',
    '{',
    '- ',
    '? ',
    ': ',
    '!a ',
    '&a ',
    '*a ',
    '"',
    "'",
    '|\n',
    '---\n',
    '%\n',
    ']',
    '#',
    ', ',
    'a: ',
  ])('answers a file full of %j', filling => {
    const { value, problems } = notes(filling.repeat(Math.floor(60_000 / filling.length)))
    expect(value === undefined).toBe(problems.some(({ severity }) => severity === 'error'))
  })

  test('tells where the value at a path of keys stands', () => {
    const { locate } = notes('# a comment\ndescription: x\ntags:\n  team: fraud\n  round: 1\n')
    expect(locate(['tags', 'round'])).toEqual({ path: 'notes.yaml', line: 5, column: 10 })
    expect(locate(['description'])).toEqual({ path: 'notes.yaml', line: 2, column: 14 })
  })

  test('never crashes, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), content => {
        const { value, problems } = parseYaml(Notes, 'f', content)
        expect(value === undefined).toBe(problems.some(({ severity }) => severity === 'error'))
      }),
    )
  })

  test('never crashes on what is nearly YAML', () => {
    const piece = fc.constantFrom(
      ...['description', 'tags', ': ', ':\n', '  ', '- ', '{', '}', '[', ']', ', ', '"', "'", '|', '>', '&a'],
      ...[
        '!',
        '!!str',
        '%',
        '@',
        '`',
        '#',
        ' # ',
        '\n',
        '\r\n',
        '\t',
        '---\n',
        '...\n',
        '? ',
        '<<',
        '\\',
        'é',
        '0',
        '~',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const { value, problems } = notes(pieces.join(''))
        expect(value === undefined).toBe(problems.some(({ severity }) => severity === 'error'))
        for (const { place } of problems) expect(place.line).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })

  test('refuses the name __proto__ in any spelling', () => {
    expect(notes('tags: {"\\x5f_proto__": 1}\n').problems).toHaveLength(1)
  })

  test.each(['%YAML 1.1\n---\n', '%YAML 1.3\n---\n', '%TAG ! tag:x,2026:\n---\n', '%OTHER\n---\n'])(
    'refuses the directive %j',
    directive => {
      expect(notes(`${directive}description: a\n`).problems).toHaveLength(1)
    },
  )
})

const WRITTEN = `# The team's notes

description: 'It''s the first.'   # one of many

# what it is searched by
tags:
  round: 1
  "team": fraud      # since May

  last: yes
`

const edit = (text: string, ...keysAndValue: [...string[], YamlEdit['value']]) =>
  editYaml(text, [{ keys: keysAndValue.slice(0, -1) as string[], value: keysAndValue.at(-1) as string }])

describe('editYaml', () => {
  test('changes a value and no other byte', () => {
    expect(edit(WRITTEN, 'tags', 'team', 'sales')).toBe(WRITTEN.replace('fraud', 'sales'))
    expect(edit(WRITTEN, 'tags', 'round', 2)).toBe(WRITTEN.replace('round: 1', 'round: 2'))
    expect(edit(WRITTEN, 'description', 'New')).toBe(WRITTEN.replace("'It''s the first.'", 'New'))
  })

  test('changes nothing where the value stands there already', () => {
    expect(edit(WRITTEN, 'tags', 'last', 'yes')).toBe(WRITTEN)
    expect(editYaml(WRITTEN, [])).toBe(WRITTEN)
  })

  test('adds a key at the end of its mapping; comments, blank lines, order and quotes stay', () => {
    expect(edit(WRITTEN, 'tags', 'new', true)).toBe(
      `${WRITTEN}  new: true\n`.replace(".'   #", ".' #").replace('fraud      #', 'fraud #'),
    )
  })

  test('makes the mappings on the way', () => {
    expect(edit('# head\ndescription: a\n', 'tags', 'team', 'x')).toBe(
      '# head\ndescription: a\ntags:\n  team: x\n',
    )
    expect(edit('', 'tags', 'team', 'x')).toBe('tags:\n  team: x\n')
  })

  test.each([
    ['tags: {a: 1}\n', 'tags: {a: 1, b: x}\n'],
    ['tags: { a: 1 }\n', 'tags: { a: 1, b: x }\n'],
    ['tags:\n  a: 1\n', 'tags:\n  a: 1\n  b: x\n'],
    ['"tags":\n  "a": 1 # one\n', '"tags":\n  "a": 1 # one\n  b: x\n'],
  ])('keeps the way in which a mapping is written: %j', (before, after) => {
    expect(edit(before, 'tags', 'b', 'x')).toBe(after)
  })

  test.each(['true', 'null', '1', '1e3', '0x1', '~', '', ' x ', '- a', '# a', 'a: b', '"', "'", '{', '!a'])(
    'writes the text %j so that it is read as text',
    value => {
      expect(notes(edit('tags:\n  a: 1\n', 'tags', 'a', value)).value).toEqual({ tags: { a: value } })
      expect(notes(edit('tags:\n  a: 1\n', 'tags', 'b', value)).value).toEqual({ tags: { a: 1, b: value } })
    },
  )

  const name = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9 :#'"{}[\],&*!|>-]{0,12}$/)
  // No file may hold this name, in whatever place.
  const text = fc.string({ unit: 'grapheme', maxLength: 30 }).filter(some => !some.includes('__proto__'))
  const value = fc.oneof(text, fc.boolean(), fc.integer())
  const tags = fc.dictionary(name, value, { maxKeys: 5, noNullPrototype: true })
  const HEAD = '# of the team\ndescription: as it was # kept\n'

  test('what it adds is read again with all the rest', () => {
    fc.assert(
      fc.property(tags, given => {
        const text = Object.entries(given).reduce((sum, [tag, put]) => edit(sum, 'tags', tag, put), HEAD)
        const all = Object.keys(given).length === 0 ? {} : { tags: given }
        expect(notes(text).value).toEqual({ description: 'as it was', ...all })
        expect(text.startsWith(HEAD)).toBe(true)
        for (const [tag, put] of Object.entries(given)) expect(edit(text, 'tags', tag, put)).toBe(text)
      }),
    )
  })

  test('what it overwrites is read again with all the rest', () => {
    fc.assert(
      fc.property(tags, name, value, value, (given, tag, before, after) => {
        const text = Object.entries({ ...given, [tag]: before }).reduce(
          (sum, [other, put]) => edit(sum, 'tags', other, put),
          HEAD,
        )
        const edited = edit(text, 'tags', tag, after)
        expect(notes(edited).value).toEqual({ description: 'as it was', tags: { ...given, [tag]: after } })
      }),
    )
  })
  test.each(['@a', '*a', '%a', '`a'])('quotes %j', value => {
    expect(notes(edit('tags:\n  a: 1\n', 'tags', 'a', value)).value).toEqual({ tags: { a: value } })
  })

  test.each(['|\n  two\n  lines', '>-\n  two\n  lines', '|+\n  two\n'])('overwrites the block %j', block => {
    const edited = edit(`description: ${block}\ntags: {a: 1}\n`, 'description', 'new')
    expect(notes(edited).value).toEqual({ description: 'new', tags: { a: 1 } })
  })

  test('fills a key that holds nothing', () => {
    expect(notes(edit('description:\ntags: {}\n', 'description', 'x')).value).toEqual({
      description: 'x',
      tags: {},
    })
  })

  test.each(['tags:\n', 'tags: ~\n', 'tags: # none yet\n'])(
    'adds to a mapping that holds nothing: %j',
    text => {
      expect(notes(edit(text, 'tags', 'a', 'x')).value).toEqual({ tags: { a: 'x' } })
    },
  )

  test.each(['a, b', 'b}', 'a]', '[x'])('quotes %j inside a flow mapping', value => {
    expect(notes(edit('tags: {a: 1, c: 2}\n', 'tags', 'a', value)).value).toEqual({
      tags: { a: value, c: 2 },
    })
  })

  test('keeps CRLF where it adds a key', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n')
    expect(edit(crlf('# a\ntags:\n  a: 1\n'), 'tags', 'b', 'x')).toBe(crlf('# a\ntags:\n  a: 1\n  b: x\n'))
  })
})
