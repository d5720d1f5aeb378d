import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText, positionsIn } from '../../../src/domain/registry/text-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const decoded = (content: Uint8Array, limit = 100) => decodeText('a/file', content, limit)

describe('decodeText', () => {
  test.each(['', 'plain', 'é ü 漢字 🙂\n', 'a\r\nb\u2028c', '__prot__', 'inside \ufeff it', '\ufffd'])(
    'gives the text of UTF-8: %j',
    text => {
      expect(decoded(bytes(text))).toEqual({ text, problems: [] })
    },
  )

  test('takes as many bytes as are allowed, and counts bytes', () => {
    expect(decoded(bytes('é'.repeat(5)), 10).text).toBe('é'.repeat(5))
    expect(decoded(bytes('é'.repeat(5)), 9)).toMatchObject({
      text: undefined,
      problems: [{ code: 'too-large', place: { path: 'a/file', line: 1, column: 1 } }],
    })
  })

  test.each([
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x61], 1, 1],
    ['UTF-16, little end first', [0xff, 0xfe, 0x61, 0], 1, 1],
    ['UTF-16, big end first', [0xfe, 0xff, 0, 0x61], 1, 1],
    ['Latin-1 in the second line', [0x61, 0x0a, 0x62, 0xe9, 0x63], 2, 2],
    ['a character that is cut off', [0x61, 0xe2, 0x82], 1, 2],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80], 1, 1],
    ['a slash spelled too long', [0x0a, 0x0a, 0xc0, 0xaf], 3, 1],
    ['the name __proto__', [...bytes('ab\n  "__proto__"')], 2, 4],
    ['the marks of a merge', [...bytes('ab\n<<<<<<< ours\n')], 2, 1],
  ])('refuses %s, and says where', (_what, content, line, column) => {
    expect(decoded(Uint8Array.from(content))).toEqual({
      text: undefined,
      problems: [
        {
          severity: 'error',
          code: 'bad-file',
          place: { path: 'a/file', line, column },
          message: expect.stringMatching(/./),
          next: expect.stringMatching(/./),
        },
      ],
    })
  })

  test.each(['  <<<<<<< ours\n', 'a <<<<<<< b\n', '<<<<<<<\n'])(
    'takes no other text for a merge: %j',
    text => {
      expect(decoded(bytes(text)).text).toBe(text)
    },
  )
})

describe('positionsIn', () => {
  test.each([
    ['', 0, 1, 1],
    ['abc', 2, 1, 3],
    ['abc\n', 3, 1, 4],
    ['abc\n', 4, 2, 1],
    ['a\r\nb', 3, 2, 1],
    ['\n\n\nx', 3, 4, 1],
  ])('of %j at %i', (text, offset, line, column) => {
    expect(positionsIn(text)(offset)).toEqual({ line, column })
  })

  test('is where counting line ends leads', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r') })
    fc.assert(
      fc.property(text, fc.nat(40), (content, offset) => {
        const before = content.slice(0, offset).split('\n')
        fc.pre(offset <= content.length)
        expect(positionsIn(content)(offset)).toEqual({
          line: before.length,
          column: (before.at(-1)?.length ?? 0) + 1,
        })
      }),
    )
  })
})
