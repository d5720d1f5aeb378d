import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonLines } from '../../../src/domain/service/json-lines.ts'

async function linesOf(bytes: Uint8Array, size: number): Promise<unknown[]> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  return Array.fromAsync(jsonLines(pieces()))
}
const encode = (text: string) => new TextEncoder().encode(text)

test('each line is an object or undefined, whatever pieces they come in', async () => {
  const bytes = encode('{"a":"é"}\r\n\n[1]\n{"a":\nnull\n"text"\n{"b":2}')
  const wanted = [{ a: 'é' }, undefined, undefined, undefined, undefined, { b: 2 }]
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async size => {
      expect(await linesOf(bytes, size)).toEqual(wanted)
    }),
  )
})

test('a line without an end is not held for ever', async () => {
  expect(await linesOf(encode(`{"a":1}\n${'x'.repeat(3_000_000)}\n{"b":2}\n`), 1 << 16)).toEqual([
    { a: 1 },
    undefined,
    { b: 2 },
  ])
})
