/** Below this many values a comparison sort is faster than a radix sort. */
const SMALL = 1024
const DIGIT_BITS = 16
const DIGITS = 1 << DIGIT_BITS

/**
 * The positions that sort `values` ascending; equal values keep their order. A radix sort over the bits of the
 * doubles, skipping digits that all values share.
 *
 * @param values - [n] doubles without NaN; -0 counts as 0.
 * @returns [n] positions.
 */
export function ascendingOrder(values: Float64Array): Uint32Array {
  const { length } = values
  if (length <= SMALL) {
    return Uint32Array.from(values.keys()).sort(
      (a, b) => (values[a] as number) - (values[b] as number) || a - b,
    )
  }
  const [low, high] = sortableBits(values)
  let order = new Uint32Array(length)
  for (let index = 0; index < length; index += 1) order[index] = index
  let scratch = new Uint32Array(length)
  const counts = new Uint32Array(DIGITS)
  for (const [words, shift] of [
    [low, 0],
    [low, DIGIT_BITS],
    [high, 0],
    [high, DIGIT_BITS],
  ] as const) {
    counts.fill(0)
    for (let index = 0; index < length; index += 1) {
      const digit = ((words[index] as number) >>> shift) & (DIGITS - 1)
      counts[digit] = (counts[digit] as number) + 1
    }
    const first = ((words[0] as number) >>> shift) & (DIGITS - 1)
    if (counts[first] === length) continue
    startPositions(counts)
    for (let index = 0; index < length; index += 1) {
      const position = order[index] as number
      const digit = ((words[position] as number) >>> shift) & (DIGITS - 1)
      const at = counts[digit] as number
      scratch[at] = position
      counts[digit] = at + 1
    }
    ;[order, scratch] = [scratch, order]
  }
  return order
}

/** Two 32-bit halves of each double, changed so that they sort as unsigned numbers. */
function sortableBits(values: Float64Array): [low: Uint32Array, high: Uint32Array] {
  const { length } = values
  const low = new Uint32Array(length)
  const high = new Uint32Array(length)
  const number = new Float64Array(1)
  const words = new Uint32Array(number.buffer)
  const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1
  const [lowWord, highWord] = isLittleEndian ? [0, 1] : [1, 0]
  for (let index = 0; index < length; index += 1) {
    // Adding 0 turns -0 into 0.
    number[0] = (values[index] as number) + 0
    const upper = words[highWord] as number
    const isNegative = upper >>> 31 === 1
    low[index] = isNegative ? ~(words[lowWord] as number) : (words[lowWord] as number)
    high[index] = isNegative ? ~upper : upper | 0x80000000
  }
  return [low, high]
}

function startPositions(counts: Uint32Array): void {
  let sum = 0
  for (let digit = 0; digit < counts.length; digit += 1) {
    const count = counts[digit] as number
    counts[digit] = sum
    sum += count
  }
}
