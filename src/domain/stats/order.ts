/** Below this many values a comparison sort is faster than a radix sort. */
const SMALL = 1024
/** Up to this many values insertion is faster than anything else. */
const TINY = 24
const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS
const SHIFTS = [0, DIGIT_BITS, 2 * DIGIT_BITS] as const

/** Positions in ascending order of their values, and where equal values end. */
export interface Ranking {
  /** [n] positions; equal values keep their order. */
  readonly order: Uint32Array
  /** [n] in that order: 1 where the next value is another one, and at the last. */
  readonly ends: Uint8Array
}

/**
 * Sorts positions by their values and tells ties apart.
 *
 * A radix sort over the upper 32 bits of the doubles (sign, exponent and 20 bits of the fraction), which carries the
 * positions along so that memory is read in sequence; values that agree so far are then sorted by their lower bits.
 * Digits that all values share are skipped.
 *
 * @param values - [n] doubles without NaN; -0 equals 0.
 */
export function ascendingRanking(values: Float64Array): Ranking {
  const { length } = values
  const ends = new Uint8Array(length)
  if (length <= SMALL) {
    const order = Uint32Array.from(values.keys()).sort(
      (a, b) => (values[a] as number) - (values[b] as number) || a - b,
    )
    for (let at = 0; at < length; at += 1)
      ends[at] = values[order[at] as number] === values[order[at + 1] as number] ? 0 : 1
    return { order, ends }
  }
  const { upper, lower } = sortableBits(values)
  const positions = new Uint32Array(length)
  for (let index = 0; index < length; index += 1) positions[index] = index
  const { keys, order } = radixSort(upper, positions)
  sortRuns(keys, order, lower, ends)
  return { order, ends }
}

/**
 * The positions that sort `values` ascending; equal values keep their order.
 *
 * @param values - [n] doubles without NaN; -0 counts as 0.
 * @returns [n] positions.
 */
export function ascendingOrder(values: Float64Array): Uint32Array {
  return ascendingRanking(values).order
}

interface Sorted {
  /** [n] ascending. */
  readonly keys: Uint32Array
  /** [n] what came with them. */
  readonly order: Uint32Array
}

/** Sorts keys with what belongs to them, stably. Both arrays may be overwritten. */
function radixSort(keys: Uint32Array, order: Uint32Array): Sorted {
  const { length } = keys
  const counts = digitCounts(keys)
  let sorted: Sorted = { keys, order }
  let spare: Sorted = { keys: new Uint32Array(length), order: new Uint32Array(length) }
  for (const [index, shift] of SHIFTS.entries()) {
    const starts = counts.subarray(index * DIGITS, (index + 1) * DIGITS)
    if (starts[((keys[0] as number) >>> shift) & (DIGITS - 1)] === length) continue
    startPositions(starts)
    scatter(sorted, spare, starts, shift)
    ;[sorted, spare] = [spare, sorted]
  }
  return sorted
}

/** [3 × 2,048] how often each digit occurs, the lowest digit first. */
function digitCounts(keys: Uint32Array): Uint32Array {
  const counts = new Uint32Array(SHIFTS.length * DIGITS)
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as number
    const [first, second, third] = [
      key & (DIGITS - 1),
      DIGITS + ((key >>> DIGIT_BITS) & (DIGITS - 1)),
      2 * DIGITS + (key >>> (2 * DIGIT_BITS)),
    ]
    counts[first] = (counts[first] as number) + 1
    counts[second] = (counts[second] as number) + 1
    counts[third] = (counts[third] as number) + 1
  }
  return counts
}

function startPositions(counts: Uint32Array): void {
  let sum = 0
  for (let digit = 0; digit < counts.length; digit += 1) {
    const count = counts[digit] as number
    counts[digit] = sum
    sum += count
  }
}

function scatter(from: Sorted, to: Sorted, starts: Uint32Array, shift: number): void {
  const { keys, order } = from
  const { keys: toKeys, order: toOrder } = to
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as number
    const digit = (key >>> shift) & (DIGITS - 1)
    const at = starts[digit] as number
    toKeys[at] = key
    toOrder[at] = order[index] as number
    starts[digit] = at + 1
  }
}

/** Puts what agrees in its upper bits into the order of its lower bits, and marks the ends of equal values. */
function sortRuns(upper: Uint32Array, order: Uint32Array, lower: Uint32Array, ends: Uint8Array): void {
  for (let from = 0; from < order.length; ) {
    const key = upper[from]
    let to = from + 1
    let isSorted = true
    while (to < order.length && upper[to] === key) {
      isSorted &&= (lower[order[to - 1] as number] as number) <= (lower[order[to] as number] as number)
      to += 1
    }
    if (!isSorted) {
      if (to - from <= TINY) insertionSort(order, from, to, lower)
      else sortLongRun(order.subarray(from, to), lower)
    }
    for (let at = from; at < to - 1; at += 1)
      ends[at] = lower[order[at] as number] === lower[order[at + 1] as number] ? 0 : 1
    ends[to - 1] = 1
    from = to
  }
}

/** In place, without a view of the part: making one costs more than sorting a few values. */
function insertionSort(order: Uint32Array, from: number, to: number, lower: Uint32Array): void {
  for (let index = from + 1; index < to; index += 1) {
    const position = order[index] as number
    const key = lower[position] as number
    let at = index
    for (; at > from && (lower[order[at - 1] as number] as number) > key; at -= 1)
      order[at] = order[at - 1] as number
    order[at] = position
  }
}

function sortLongRun(run: Uint32Array, lower: Uint32Array): void {
  if (run.length <= SMALL) {
    run.sort((a, b) => (lower[a] as number) - (lower[b] as number) || a - b)
    return
  }
  const keys = new Uint32Array(run.length)
  for (let index = 0; index < run.length; index += 1) keys[index] = lower[run[index] as number] as number
  run.set(radixSort(keys, run.slice()).order)
}

/** Two 32-bit halves of each double, changed so that they sort as unsigned numbers. */
function sortableBits(values: Float64Array): { readonly upper: Uint32Array; readonly lower: Uint32Array } {
  const { length } = values
  const upper = new Uint32Array(length)
  const lower = new Uint32Array(length)
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * length)
  const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1
  const [lowWord, highWord] = isLittleEndian ? [0, 1] : [1, 0]
  for (let index = 0; index < length; index += 1) {
    const high = words[2 * index + highWord] as number
    const low = words[2 * index + lowWord] as number
    if (high >>> 31 === 0) {
      upper[index] = high | 0x80000000
      lower[index] = low
    } else {
      // The bits of -0 would sort below those of 0.
      const isZero = high === 0x80000000 && low === 0
      upper[index] = isZero ? 0x80000000 : ~high
      lower[index] = isZero ? 0 : ~low
    }
  }
  return { upper, lower }
}
