/** Below this many values a comparison sort is as fast. */
const SMALL = 2048
const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS
const IS_LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1
/** Runs that the upper words leave unsorted are short in real data; longer ones are sorted by comparison. */
const SHORT_RUN = 16

/**
 * The values in ascending order: a radix sort by the upper 32 bits of each double, then the runs that share these.
 *
 * @param values - [n] doubles without NaN; -0 and 0 come in any order, as they are equal.
 * @returns [n] a new array.
 */
export function sortedValues(values: Float64Array): Float64Array {
  if (values.length <= SMALL) return values.slice().sort()
  const sorted = sortedByUpperWord(values)
  sortRuns(sorted)
  return sorted
}

function sortedByUpperWord(values: Float64Array): Float64Array {
  const { length } = values
  const counts = countDigits(values)
  let from = values
  let into = new Float64Array(length)
  let spare = new Float64Array(length)
  for (const [pass, starts] of counts.entries()) {
    const shift = pass * DIGIT_BITS
    const words = upperWords(from)
    if (startPositions(starts) === length) continue
    for (let index = 0; index < length; index += 1) {
      const word = words[2 * index] as number
      const digit = (sortable(word) >>> shift) & (DIGITS - 1)
      const at = starts[digit] as number
      into[at] = from[index] as number
      starts[digit] = at + 1
    }
    // The values themselves are read, never written.
    ;[from, into, spare] = [into, spare, into]
  }
  return from === values ? values.slice() : from
}

/** The upper half of each double, at the even places. */
function upperWords(values: Float64Array): Int32Array {
  return new Int32Array(values.buffer, values.byteOffset).subarray(IS_LITTLE_ENDIAN ? 1 : 0)
}

/** Changes an upper half so that it sorts as an unsigned number: negative doubles turn around. */
function sortable(word: number): number {
  return word ^ ((word >> 31) | 0x80000000)
}

/** How often each digit occurs, lowest digit first. */
function countDigits(values: Float64Array): [Uint32Array, Uint32Array, Uint32Array] {
  const words = upperWords(values)
  const [low, middle, high] = [new Uint32Array(DIGITS), new Uint32Array(DIGITS), new Uint32Array(DIGITS)]
  for (let index = 0; index < values.length; index += 1) {
    const key = sortable(words[2 * index] as number)
    low[key & (DIGITS - 1)] = (low[key & (DIGITS - 1)] as number) + 1
    const second = (key >>> DIGIT_BITS) & (DIGITS - 1)
    middle[second] = (middle[second] as number) + 1
    const third = key >>> (2 * DIGIT_BITS)
    high[third] = (high[third] as number) + 1
  }
  return [low, middle, high]
}

/** Turns counts into where each digit begins; answers the largest count. */
function startPositions(counts: Uint32Array): number {
  let sum = 0
  let largest = 0
  for (let digit = 0; digit < counts.length; digit += 1) {
    const count = counts[digit] as number
    if (count > largest) largest = count
    counts[digit] = sum
    sum += count
  }
  return largest
}

/** Sorts each run of doubles that share their upper halves. */
function sortRuns(values: Float64Array): void {
  const words = upperWords(values)
  const { length } = values
  for (let start = 0; start < length; ) {
    const word = words[2 * start] as number
    let end = start + 1
    while (end < length && words[2 * end] === word) end += 1
    if (end - start > SHORT_RUN) sortLongRun(values, start, end)
    else if (end - start > 1) insert(values, start, end)
    start = end
  }
}

function insert(values: Float64Array, start: number, end: number): void {
  for (let index = start + 1; index < end; index += 1) {
    const value = values[index] as number
    let at = index
    while (at > start && (values[at - 1] as number) > value) {
      values[at] = values[at - 1] as number
      at -= 1
    }
    values[at] = value
  }
}

/** Many equal values, as in a column of whole numbers, need no sort. */
function sortLongRun(values: Float64Array, start: number, end: number): void {
  let isSorted = true
  for (let index = start + 1; index < end && isSorted; index += 1) {
    isSorted = (values[index - 1] as number) <= (values[index] as number)
  }
  if (!isSorted) values.subarray(start, end).sort()
}
