import * as z from 'zod/mini'

const Finite = z.number()

/**
 * Where a column of numbers is cut into cells: behind each edge, and on both sides of an edge that is an atom, so that its
 * rows stand in a cell of their own.
 */
export const Edges = z
  .strictObject({
    edges: z.array(Finite).check(z.describe('Ascending, without repeats; most are quantiles.')),
    atoms: z
      .array(Finite)
      .check(
        z.describe('Those of the edges that many rows are equal to; ascending, each in a cell of its own.'),
      ),
  })
  .check(
    z.refine(({ edges }) => isAscending(edges), { path: ['edges'], error: 'edges must ascend' }),
    z.refine(({ edges, atoms }) => isAscending(atoms) && isSubset(atoms, edges), {
      path: ['atoms'],
      error: 'atoms must be some of the edges, ascending',
    }),
  )
export type Edges = z.infer<typeof Edges>

/** Of the values of a sample that has few of them: each is an atom, and what lies between is new. */
export function edgesOfFew(values: Iterable<number>): Edges {
  const edges = [...new Set([...values].map(plusZero))].sort((a, b) => a - b)
  return { edges, atoms: edges }
}

/**
 * Edges at the quantiles of a reference sample. A quantile that comes twice holds more of the rows than there are between
 * two: it is an atom.
 *
 * @param quantiles - [k ≥ 2] ascending values of the sample, from its smallest to its largest, at equal shares.
 */
export function edgesAt(quantiles: readonly number[]): Edges {
  const edges = quantiles.filter((value, index) => value !== quantiles[index - 1])
  const isRepeated = (value: number, index: number) =>
    value === quantiles[index - 1] && value !== quantiles[index - 2]
  return { edges: edges.map(plusZero), atoms: quantiles.filter(isRepeated).map(plusZero) }
}

/**
 * The upper ends of the cells, each of which holds what is above the end before and at most its own; one more cell holds
 * what is above the last.
 *
 * @returns Strictly ascending.
 */
export function upperEnds({ edges, atoms }: Edges): Float64Array {
  const isAtom = new Set(atoms)
  const ends: number[] = []
  for (const edge of edges) {
    const below = nextDown(edge)
    if (isAtom.has(edge) && ends.at(-1) !== below) ends.push(below)
    ends.push(edge)
  }
  return Float64Array.from(ends)
}

/** Whether two samples that were counted into them can be compared cell by cell. */
export function areSameEdges(first: Edges, second: Edges): boolean {
  return areEqual(first.edges, second.edges) && areEqual(first.atoms, second.atoms)
}

/**
 * How many values lie in each cell.
 *
 * @param values - [n] finite, in any order.
 * @param ends - [k] of {@link upperEnds}.
 * @returns [k + 1] counts.
 */
export function countInto(ends: Float64Array, values: Float64Array): number[] {
  const counts = new Array<number>(ends.length + 1).fill(0)
  for (const value of values) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (value <= (ends[middle] as number)) high = middle
      else low = middle + 1
    }
    counts[low] = (counts[low] as number) + 1
  }
  return counts
}

const DOUBLE = new DataView(new ArrayBuffer(8))

/** The largest double below a finite one; −∞ below the smallest. Nothing lies between 0 and −0. */
export function nextDown(value: number): number {
  if (value === 0) return -Number.MIN_VALUE
  DOUBLE.setFloat64(0, value)
  const bits = DOUBLE.getBigInt64(0)
  DOUBLE.setBigInt64(0, value > 0 ? bits - 1n : bits + 1n)
  return DOUBLE.getFloat64(0)
}

/** JSON knows no −0. */
const plusZero = (value: number): number => (value === 0 ? 0 : value)

function isAscending(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] as number))
}

function isSubset(some: readonly number[], all: readonly number[]): boolean {
  const known = new Set(all)
  return some.every(value => known.has(value))
}

function areEqual(first: readonly number[], second: readonly number[]): boolean {
  return first.length === second.length && first.every((value, index) => value === second[index])
}
