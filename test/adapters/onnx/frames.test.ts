import { expect, test } from 'vitest'
import { bufferOf, packCodes, unpackCodes } from '../../../src/adapters/onnx/frames.ts'

test.for([
  [1, 1],
  [256, 1],
  [257, 4],
  [70_000, 4],
])('codes into %i words travel as %i bytes each and come back as they were', ([count, bytes], { expect }) => {
  const words = Array.from({ length: count as number }, (_, at) => `word ${at}`)
  const codes = Uint32Array.from({ length: 5 }, (_, row) => (row * 97 + words.length - 1) % words.length)
  const sent = bufferOf(packCodes({ codes, words }))
  expect(sent).toHaveLength(5 * (bytes as number))
  expect([...unpackCodes(sent, 5)]).toEqual([...codes])
})

test('of no rows there are no codes', () => {
  const none = packCodes({ codes: new Uint32Array(0), words: [] })
  expect(unpackCodes(bufferOf(none), 0)).toHaveLength(0)
})
