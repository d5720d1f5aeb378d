import type { MulticlassPredictions } from './predictions.ts'

/** How often rows of one class were called another: row-major [classes, classes], rows are actual. */
export type ClassTable = Float64Array

/** [n] the position of a row's largest probability, the first of equal ones. */
export function calledClasses({ probabilities, classes }: MulticlassPredictions): Uint32Array {
  const width = classes.length
  const called = new Uint32Array(probabilities.length / width)
  for (let row = 0; row < called.length; row += 1) {
    let best = row * width
    for (let at = best + 1; at < (row + 1) * width; at += 1)
      if ((probabilities[at] as number) > (probabilities[best] as number)) best = at
    called[row] = best - row * width
  }
  return called
}

/** @param counts - [n] how often each row counts; left out: once. */
export function classTable(
  actual: Uint32Array,
  called: Uint32Array,
  width: number,
  counts?: Uint32Array,
): ClassTable {
  const table = new Float64Array(width * width)
  for (let row = 0; row < actual.length; row += 1) {
    const cell = (actual[row] as number) * width + (called[row] as number)
    table[cell] = (table[cell] as number) + (counts === undefined ? 1 : (counts[row] as number))
  }
  return table
}

/** How often a class was there, was called, and both. */
export interface ClassCounts {
  readonly correct: number
  readonly actual: number
  readonly called: number
}

/** [classes] */
export function countsPerClass(table: ClassTable, width: number): ClassCounts[] {
  return Array.from({ length: width }, (_, label) => {
    let [actual, called] = [0, 0]
    for (let other = 0; other < width; other += 1) {
      actual += table[label * width + other] as number
      called += table[other * width + label] as number
    }
    return { correct: table[label * width + label] as number, actual, called }
  })
}

/** F1 of one class; 0 where it neither was there nor was called. */
export function classF1({ correct, actual, called }: ClassCounts): number {
  return actual + called === 0 ? 0 : (2 * correct) / (actual + called)
}
