import { expect, test } from 'vitest'
import { edgesAt, edgesOfFew } from '../../../src/domain/drift/edges.ts'
import { profileNumbers } from '../../../src/domain/drift/number-profile.ts'
import { unitChange } from '../../../src/domain/drift/unit-change.ts'
import { randomStream } from '../../../src/domain/stats/random.ts'

const drawn = (seed: number, rows = 2000) => {
  const stream = randomStream(seed)
  // Skewed, as amounts are, with every fourth 0.
  return Array.from({ length: rows }, () => {
    const share = (stream.below(2 ** 20) + 0.5) / 2 ** 20
    return share < 0.25 ? 0 : -Math.log(share) * 37.25
  })
}
const sorted = drawn(1).sort((a, b) => a - b)
const GRID = edgesAt(
  Array.from(
    { length: 129 },
    (_, index) => sorted[Math.round((index * (sorted.length - 1)) / 128)] as number,
  ),
)
const REFERENCE = profileNumbers(Float64Array.from(sorted), 0, GRID)
const changed = (to: (value: number) => number) =>
  unitChange(REFERENCE, Float64Array.from(drawn(2), to), 0.6, 0.1)

test('values of another sample in another unit are told by it', () => {
  expect(changed(value => value * 100)).toBe('× 100')
  expect(changed(value => value / 1000)).toBe('÷ 1000')
  expect(changed(value => value * 1.8 + 32)).toBe('× 1.8 + 32')
  expect(changed(value => value * 60)).toBe('× 60')
})

test('what grew by no unit, or changed its shape, is told by none', () => {
  expect(changed(value => value * 1.5)).toBeUndefined()
  expect(changed(value => value * 2.8)).toBeUndefined()
  expect(changed(value => value * 5)).toBeUndefined()
  expect(changed(value => value * 8)).toBeUndefined()
  expect(changed(value => value * 40)).toBeUndefined()
  expect(changed(value => value + 300)).toBeUndefined()
  expect(changed(value => value ** 2)).toBeUndefined()
  expect(changed(() => 100)).toBeUndefined()
})

test('a small move that a unit explains no better is no unit', () => {
  // The distance of the current values as they are is below three times what any unit leaves.
  expect(
    unitChange(
      REFERENCE,
      Float64Array.from(drawn(2), value => value * 100),
      0.02,
      0.1,
    ),
  ).toBeUndefined()
})

test('of few values too, though a unit rounds: 0.07 · 100 is not 7', () => {
  const few = [0, 0.07, 0.29, 0.57]
  const rows = Float64Array.from({ length: 400 }, (_, row) => few[row % 4] as number)
  const reference = profileNumbers(rows, 0, edgesOfFew(few))
  const whole = rows.map(value => Math.round(value * 100))
  expect(unitChange(reference, whole, 0.75, 0.1)).toBe('× 100')
  expect(
    unitChange(
      reference,
      rows.map(value => value * 100),
      0.75,
      0.1,
    ),
  ).toBe('× 100')
})

test('without values there is no unit', () => {
  expect(unitChange(REFERENCE, new Float64Array([Number.NaN]), 1, 0.1)).toBeUndefined()
  const empty = profileNumbers(new Float64Array(), 3, GRID)
  expect(unitChange(empty, new Float64Array([1]), 1, 0.1)).toBeUndefined()
})
