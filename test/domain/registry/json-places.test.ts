import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultInJson, placesInJson } from '../../../src/domain/registry/json-places.ts'

const TEXT = `{
  "a": {"b": [1, {"c": "x, \\"y\\": {"}], "b": 2},
  "list": [[], {}, [3]]
}
`

describe('placesInJson', () => {
  test.each([
    [[], false, 1, 1],
    [['a'], false, 2, 8],
    [['a'], true, 2, 3],
    [['a', 'b'], true, 2, 41],
    [['a', 'b'], false, 2, 46],
    [['list', 2, 0], false, 3, 21],
    [['list', 2, 0], true, 3, 21],
    [['list', 1], false, 3, 16],
    [['list', 1, 'missing'], false, 3, 16],
    [['list', 7], true, 3, 11],
    [['missing', 'too'], true, 1, 1],
  ])('the value at %j', (keys, atKey, line, column) => {
    expect(placesInJson(TEXT).of(keys, atKey)).toEqual({ line, column })
  })

  test('keys that stand twice in one mapping are told where they are repeated', () => {
    expect(placesInJson(TEXT).repeated).toEqual([{ key: 'b', line: 2, column: 41 }])
    expect(placesInJson('{"x": 1, "\\u0078": 2, "y": {"x": 3}, "x": 4}').repeated).toEqual([
      { key: 'x', line: 1, column: 10 },
      { key: 'x', line: 1, column: 38 },
    ])
    expect(placesInJson('[{"x": 1}, {"x": 1}, "x", "x"]').repeated).toEqual([])
  })

  test('any value stands where it is told, however it is spaced', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom(0, 2, '\t'),
        fc.infiniteStream(fc.nat()),
        (root, indent, turns) => {
          const text = JSON.stringify(root, null, indent)
          const keys: PropertyKey[] = []
          let value: unknown = root
          while (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
            const names = Object.keys(value)
            const name = names[(turns.next().value as number) % names.length] as string
            keys.push(Array.isArray(value) ? Number(name) : name)
            value = (value as Record<string, unknown>)[name]
          }
          const { line, column } = placesInJson(text).of(keys, false)
          const lines = text.split('\n')
          const rest = [(lines[line - 1] ?? '').slice(column - 1), ...lines.slice(line)].join('\n')
          expect(rest.startsWith(JSON.stringify(value, null, indent))).toBe(true)
        },
      ),
    )
  })

  test('takes text that is nested as deep as it is long', () => {
    const deep = `${'['.repeat(400_000)}${']'.repeat(400_000)}`
    expect(placesInJson(deep).of([0, 0, 0], false)).toEqual({ line: 1, column: 4 })
  })
})

describe('faultInJson', () => {
  test.each([
    ['', 0],
    ['{"a": b}', 6],
    ['{"a": 1,}', 8],
    ['[1, 2', 5],
    ['[1 2]', 3],
    ['"never ends', 11],
    ['"a\nb"', 2],
    ['"\\q"', 2],
    ['tru', 3],
    ['trux', 3],
    ['1 // one', 2],
    ['{} {}', 3],
    ['01', 1],
    ['-', 1],
    ['1.', 2],
    ['.5', 0],
    ['{"a": 1, "b": NaN, "c": [1, 2, 3, 4, 5, 6, 7, 8]}', 14],
    ["{'a': 1}", 1],
  ])('of %j', (text, position) => {
    expect(faultInJson(text)).toBe(position)
  })

  test('is where the parser says, where it says so', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.nat(),
        fc.constantFrom('', ',', '}', ']', ':', '"', 'x', '0', '\n'),
        (root, at, put) => {
          const whole = JSON.stringify(root)
          const text = whole.slice(0, at % whole.length) + put + whole.slice((at % whole.length) + 1)
          try {
            JSON.parse(text)
          } catch (error) {
            const told = /position (\d+)/.exec(String(error))?.[1]
            if (told !== undefined) expect(faultInJson(text)).toBe(Number(told))
            expect(faultInJson(text)).toBeLessThanOrEqual(text.length)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
