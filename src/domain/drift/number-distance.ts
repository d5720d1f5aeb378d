import { areSameEdges, upperEnds } from './edges.ts'
import type { NumberProfile } from './number-profile.ts'

/** How far the distributions of two samples lie apart that were counted into the same cells. */
export interface NumberDistance {
  /** Rows with a finite value, the reference's first. */
  readonly n: number
  readonly m: number
  /** max |F − G| · n · m over the ends of the cells: what the distance is at least. */
  readonly steps: number
  /** What max |F − G| is at most, whatever lies where within the cells. */
  readonly most: number
  /** The smallest end of a cell at which they lie so far apart. */
  readonly location: number
  /** 1 where the reference holds the smaller values, -1 where it holds the larger ones. */
  readonly sign: 1 | -1
  /** Where cells that hold rows end in both samples put together. */
  readonly runEnds: Uint32Array
  /** ∫ |F − G| as if the rows of a cell lay evenly in it, in the unit of the values. */
  readonly wasserstein: number
}

/**
 * The Kolmogorov–Smirnov distance of two profiles, between two bounds: it is known at the ends of the cells, and within a
 * cell that holds a share a of the reference and b of the current rows it can grow by a, or sink by b, at most.
 *
 * @param reference - With one finite value at least.
 * @param current - Likewise, counted into the same cells.
 */
export function numberDistance(reference: NumberProfile, current: NumberProfile): NumberDistance {
  if (!areSameEdges(reference.cut, current.cut))
    throw new Error('profiles of different cells have no distance')
  const ends = upperEnds(reference.cut)
  const [n, m] = [total(reference.counts), total(current.counts)]
  const isAtom = atomCells(reference.cut.atoms, ends)
  const [least, most] = rangeOf(reference, current)
  const runEnds: number[] = []
  let [i, j, steps, furthest, area] = [0, 0, 0, 0, 0]
  let [location, sign]: [number, 1 | -1] = [least, 1]
  let from = least
  for (const [cell, ofReference] of reference.counts.entries()) {
    const ofCurrent = current.counts[cell] as number
    const to = Math.min(most, Math.max(from, ends[cell] ?? most))
    const before = i * m - j * n
    i += ofReference
    j += ofCurrent
    const after = i * m - j * n
    if (ofReference + ofCurrent > 0) runEnds.push(i + j)
    if (Math.abs(after) > steps) {
      steps = Math.abs(after)
      location = to
      sign = after > 0 ? 1 : -1
    }
    // All rows of an atom are one value, and above the ends of both samples nothing grows.
    const isPoint = isAtom[cell] === true
    const inside = isPoint
      ? 0
      : Math.max(Math.abs(before + ofReference * m), Math.abs(before - ofCurrent * n))
    furthest = Math.max(furthest, Math.abs(after), inside)
    area += (to - from) * meanDistance(before, after)
    from = to
  }
  const whole = n * m
  return {
    n,
    m,
    steps,
    most: Math.min(1, furthest / whole),
    location,
    sign,
    runEnds: Uint32Array.from(runEnds),
    wasserstein: area / n / m,
  }
}

/** The mean of |x| on the way from one value to another. */
function meanDistance(before: number, after: number): number {
  const [a, b] = [Math.abs(before), Math.abs(after)]
  if (Math.sign(before) * Math.sign(after) >= 0) return (a + b) / 2
  return (a * a + b * b) / (2 * (a + b))
}

/** Which cells hold a single value. */
function atomCells(atoms: readonly number[], ends: Float64Array): boolean[] {
  const known = new Set(atoms)
  return Array.from(ends, end => known.has(end))
}

function rangeOf(...profiles: readonly NumberProfile[]): [number, number] {
  const least = profiles.flatMap(profile => profile.least ?? [])
  const most = profiles.flatMap(profile => profile.most ?? [])
  return [Math.min(...least), Math.max(...most)]
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
