import { upperEnds } from './edges.ts'
import { numberDistance } from './number-distance.ts'
import { type NumberProfile, profileNumbers } from './number-profile.ts'

interface Unit {
  readonly name: string
  readonly scale: number
  readonly offset?: number
}

const both = (factor: number): Unit[] => [
  { name: `× ${factor}`, scale: factor },
  { name: `÷ ${factor}`, scale: 1 / factor },
]

/**
 * What a value is multiplied by when its unit changes: prefixes, times, degrees. What is a few times as large more often grew:
 * feet, pounds and miles are none of these.
 */
const UNITS: readonly Unit[] = [
  ...[10, 100, 1000, 1e6, 1e9, 60, 3600, 24, 86_400].flatMap(both),
  { name: '× 1.8 + 32', scale: 1.8, offset: 32 },
  { name: '− 32, ÷ 1.8', scale: 1 / 1.8, offset: -32 / 1.8 },
  { name: '+ 273.15', scale: 1, offset: 273.15 },
  { name: '− 273.15', scale: 1, offset: -273.15 },
]

/** A change of unit takes nearly all of the distance away; what grew by chance into a multiple keeps more of it. */
const LEAST_GAIN = 3
const OF_THRESHOLD = 0.5

/**
 * The change of unit after which the reference is distributed like the current values: of all known ones that which leaves
 * the smallest distance, if that is below half of the threshold and a third of what it was.
 *
 * @param sample - [≥ 1] current values, drawn from all.
 * @param distance - Of the current values as they are.
 * @param threshold - From which distance on it drifted.
 * @returns What became of the values, such as `× 100`; undefined where no unit explains it.
 */
export function unitChange(
  reference: NumberProfile,
  sample: Float64Array,
  distance: number,
  threshold: number,
): string | undefined {
  if (!sample.some(Number.isFinite) || reference.least === undefined) return undefined
  const [best] = UNITS.map(unit => {
    const changed = inUnit(reference, unit)
    const { steps, n, m } = numberDistance(changed, profileNumbers(sample, 0, changed.cut))
    return { name: unit.name, distance: steps / (n * m) }
  }).sort((a, b) => a.distance - b.distance)
  return best !== undefined && best.distance <= Math.min(OF_THRESHOLD * threshold, distance / LEAST_GAIN)
    ? best.name
    : undefined
}

/** Room for rounding: the reference's value and the current one went different ways to the new unit. */
const ROOM = 1e-9

/** Atoms lose their cells: what lies between two edges and what equals the upper one count together. */
function inUnit(reference: NumberProfile, { scale, offset = 0 }: Unit): NumberProfile {
  const to = (value: number) => value * scale + offset
  const { least = 0, most = 0, cut } = reference
  const edges = cut.edges.map(edge => to(edge) + ROOM * Math.abs(to(edge)))
  const counts = countsBetween(reference)
  return { ...reference, least: to(least), most: to(most), cut: { edges, atoms: [] }, counts }
}

function countsBetween({ cut, counts }: NumberProfile): number[] {
  const isEdge = new Set(cut.edges)
  const ends = upperEnds(cut)
  const between = [0]
  for (const [cell, count] of counts.entries()) {
    between[between.length - 1] = (between.at(-1) as number) + count
    if (isEdge.has(ends[cell] as number)) between.push(0)
  }
  return between
}
