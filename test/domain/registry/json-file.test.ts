import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { parseJson, renderJson } from '../../../src/domain/registry/json-file.ts'
import { Pointers } from '../../../src/domain/registry/pointers.ts'
import { PromotionRecord } from '../../../src/domain/registry/record.ts'
import { LastVersion, VersionRecord } from '../../../src/domain/registry/version.ts'
import { RECORDS } from '../../support/arbitrary-records.ts'
import { aliasRecord, promotion, versionRecord } from '../../support/models.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const CANONICAL = { canonical: true }

/** The same facts with the keys of every mapping in another order, those that are undefined left out. */
function turned(value: unknown, turn: number): unknown {
  if (Array.isArray(value)) return value.map(item => turned(item, turn))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  const first = turn % Math.max(1, entries.length)
  return Object.fromEntries(
    [...entries.slice(first), ...entries.slice(0, first)]
      .reverse()
      .map(([key, item]) => [key, turned(item, turn)]),
  )
}

describe.each(RECORDS)('%s', (_what, schema, facts) => {
  test('the same facts are the same bytes, in whatever order their keys come', () => {
    fc.assert(
      fc.property(facts, fc.nat(20), (value, turn) => {
        expect(renderJson(schema, turned(value, turn))).toBe(renderJson(schema, value))
      }),
    )
  })

  test('what is written is read again, byte for byte', () => {
    fc.assert(
      fc.property(facts, value => {
        const text = renderJson(schema, value)
        const read = parseJson(schema, 'a/file.json', bytes(text), CANONICAL)
        expect(read).toEqual({ value: turned(value, 0), problems: [] })
        expect(renderJson(schema, read.value)).toBe(text)
      }),
    )
  })
})

describe('renderJson', () => {
  test('writes two spaces, the order of the schema, open mappings sorted, and a final newline', () => {
    const params = { b: 1, a: [true, null], é: 'x\n', Z: 0.1 }
    const { artifact, data, metrics, ...rest } = versionRecord(1, { params })
    const text = renderJson(VersionRecord, { metrics, ...rest, data, artifact })
    expect(text.startsWith('{\n  "schema": 1,\n  "version": 1,\n  "created-at": ')).toBe(true)
    expect(text.endsWith('  "metrics": {}\n}\n')).toBe(true)
    expect(text).toContain(
      '"Z": 0.1,\n    "a": [\n      true,\n      null\n    ],\n    "b": 1,\n    "é": "x\\n"\n',
    )
  })

  test('leaves out what is undefined, and writes −0 as 0', () => {
    const text = renderJson(VersionRecord, versionRecord(1, { run: undefined, metrics: { loss: -0 } }))
    expect(text).not.toContain('run')
    expect(text).toContain('"loss": 0\n')
  })

  test("says which of somebody's words cannot be kept, rather than write a file that nobody can read", () => {
    const record = { ...promotion(1, 'development', 'staging'), reason: 'because of __proto__' }
    expect(() => renderJson(PromotionRecord, record)).toThrow('`__proto__` cannot be kept')
  })

  test('throws where the facts do not fit: a mistake of the caller', () => {
    expect(() => renderJson(LastVersion, { schema: 1, last: 0 })).toThrow(z.core.$ZodError)
  })
})

describe('parseJson', () => {
  const sound = renderJson(PromotionRecord, promotion(1, 'development', 'staging'))

  test.each([
    ['CRLF', sound.replaceAll('\n', '\r\n')],
    ['other spaces', JSON.stringify(JSON.parse(sound))],
    ['another order', `${JSON.stringify(turned(JSON.parse(sound), 1), null, 2)}\n`],
    ['no final newline', sound.slice(0, -1)],
    ['a key twice', sound.replace('{', '{\n  "schema": 1,')],
    ['an escape that is not needed', sound.replace('staging', '\\u0073taging')],
    ['another spelling of a number', sound.replace('"version": 1', '"version": 1.0')],
  ])('reads a file with %s, and where it must be canonical says so', (_what, text) => {
    const read = parseJson(PromotionRecord, 'f', bytes(text))
    expect(read).toMatchObject({ value: JSON.parse(sound), problems: [] })
    expect(parseJson(PromotionRecord, 'f', bytes(text), CANONICAL)).toMatchObject({
      value: JSON.parse(sound),
      problems: [{ severity: 'error', code: 'bad-file', place: { line: expect.any(Number) } }],
    })
  })

  test.each([2, 1.5, 1e9])('refuses the schema %d, and nothing else of that file is looked at', schema => {
    expect(parseJson(LastVersion, 'f', bytes(`{"schema": ${schema}, "of": "another time"}`))).toEqual({
      value: undefined,
      problems: [
        expect.objectContaining({ code: 'newer-schema', place: { path: 'f', line: 1, column: 12 } }),
      ],
    })
  })

  test.each(['0', '-1', '"2"', 'null', 'true', '[2]'])('takes %s for no schema at all', schema => {
    const { problems } = parseJson(LastVersion, 'f', bytes(`{"schema": ${schema}, "last": 1}`))
    expect(problems).toEqual([
      expect.objectContaining({ code: 'bad-file', place: { path: 'f', line: 1, column: 12 } }),
    ])
  })

  test('takes a mebibyte and not one byte more', () => {
    const filled = (size: number) => `{"schema":1,"last":1}${' '.repeat(size - 21)}`
    expect(parseJson(LastVersion, 'f', bytes(filled(2 ** 20))).problems).toEqual([])
    expect(parseJson(LastVersion, 'f', bytes(filled(2 ** 20 + 1))).problems).toEqual([
      expect.objectContaining({ code: 'too-large' }),
    ])
  })

  test('says which key is meant, what stands at the wrong value, and what is missing', () => {
    const wrong = {
      ...aliasRecord({ champion: 2 }),
      'judged-by': 'terminal',
      'requested-at': 'today',
      'judged-at': undefined,
    }
    const { problems } = parseJson(PromotionRecord, 'f', bytes(JSON.stringify(wrong, null, 2)))
    expect(problems.map(({ message, place }) => [message.replace(/ must be .*/, ''), place.line])).toEqual([
      ['`requested-at`', 8],
      ['`judged-at` is missing', 1],
      ['`judged-by` is not a known key', 9],
    ])
  })

  test.each(['stages', 'aliases'])('refuses the one name under %s that every object has', key => {
    const other = key === 'stages' ? '"aliases": {}' : '"stages": {}'
    const text = `{"schema": 1, ${other}, "${key}": {"constructor": ${key === 'stages' ? '[1]' : '1'}}}`
    const { value, problems } = parseJson(Pointers, 'f', bytes(text))
    expect(value).toBeUndefined()
    expect(problems).toMatchObject([{ message: expect.stringContaining('`constructor`') }])
  })

  test('never crashes, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 100 }), fc.json().map(bytes)), content => {
        const { value, problems } = parseJson(PromotionRecord, 'f', content, CANONICAL)
        expect(value !== undefined || problems.length > 0).toBe(true)
        for (const { place } of problems) expect(place.line).toBeGreaterThan(0)
      }),
    )
  })
})
