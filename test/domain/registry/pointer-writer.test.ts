import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderJson } from '../../../src/domain/registry/json-file.ts'
import { PointerWriter } from '../../../src/domain/registry/pointer-writer.ts'
import { type Move, movePointers, NO_POINTERS, Pointers } from '../../../src/domain/registry/pointers.ts'

const LIFECYCLE = {
  stages: ['development', 'staging', 'production', 'archived'],
  transitions: {},
} as unknown as Parameters<typeof movePointers>[2]

const version = fc.integer({ min: 1, max: 12 })
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record(
    {
      version,
      to: fc.constantFrom('', 'staging', 'production', 'archived'),
      displaces: version,
      aliases: fc.dictionary(fc.constantFrom('champion', 'a', 'zz'), fc.option(version)),
    },
    { requiredKeys: ['version', 'to'] },
  ),
  fc.record({ aliases: fc.dictionary(fc.constantFrom('champion', 'a', 'zz'), fc.option(version)) }),
)

test('the writer leaves the bytes that renderJson leaves, whatever it wrote before', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), moves => {
      const writer = new PointerWriter()
      let pointers = NO_POINTERS
      for (const next of moves) {
        pointers = movePointers(pointers, next, LIFECYCLE)
        expect(new TextDecoder().decode(writer.write(pointers))).toBe(renderJson(Pointers, pointers))
      }
    }),
    { seed: 1, numRuns: 500 },
  )
})

test('a move leaves the pointers before it as they were', () => {
  const before = movePointers(NO_POINTERS, { version: 3, to: 'archived' }, LIFECYCLE)
  const text = JSON.stringify(before)
  movePointers(before, { version: 1, to: 'archived', displaces: 3 }, LIFECYCLE)
  expect(JSON.stringify(before)).toBe(text)
})
