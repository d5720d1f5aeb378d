export type Point = readonly [x: number, y: number]

/**
 * The height of a polyline at evenly spaced places, ends included: linear between its points, level beyond them. Where
 * it rises straight up the upper end counts, so that a ROC curve keeps its corners.
 *
 * @param points - At least one, by rising x.
 * @param count - At least 2.
 */
export function resample(points: readonly Point[], from: number, to: number, count: number): number[] {
  let next = 0
  return Array.from({ length: count }, (_, at) => {
    // The last place is `to` itself, whatever the steps before it were rounded to.
    const x = at === count - 1 ? to : from + ((to - from) * at) / (count - 1)
    while (next < points.length && (points[next] as Point)[0] <= x) next += 1
    const before = points[Math.max(0, next - 1)] as Point
    const after = points[next] ?? before
    if (after[0] === before[0] || x <= before[0]) return before[1]
    return before[1] + ((after[1] - before[1]) * (x - before[0])) / (after[0] - before[0])
  })
}
