import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RowCounter } from '../../../src/domain/comparison/repeated-rows.ts'

const digest = fc.oneof(fc.nat(20), fc.maxSafeNat())
const batches = fc.array(fc.array(digest, { maxLength: 40 }), { maxLength: 5 })

test('rows are counted as a plain count does, however they come in batches and whatever size was expected', () => {
  fc.assert(
    fc.property(batches, batches, fc.nat(100), (own, training, expected) => {
      const counter = new RowCounter(expected)
      for (const digests of own) counter.add(Float64Array.from(digests))
      for (const digests of training) counter.seek(Float64Array.from(digests))
      const rows = own.flat()
      const trained = new Set(training.flat())
      const duplicates = rows.length - new Set(rows).size
      const overlap = rows.filter(row => trained.has(row)).length
      expect(counter.traps()).toEqual({
        ...(duplicates === 0 ? {} : { 'duplicate-keys': duplicates }),
        ...(overlap === 0 ? {} : { 'in-training-data': overlap }),
      })
    }),
  )
})
