const BARS = '▁▂▃▄▅▆▇█'
/** Of a run that could not tell. */
export const UNTOLD = '·'

/**
 * Values as bars of letters, one each: from the lowest at `from` to the highest at `to` or above. Where a limit lies in the
 * middle of the two, what is above it begins with the fifth bar.
 */
export function sparkline(values: readonly (number | null)[], from: number, to: number): string {
  return values.map(value => (value === null ? UNTOLD : barOf((value - from) / (to - from || 1)))).join('')
}

function barOf(share: number): string {
  // Just above a boundary is the bar above it, at it the one below: a value at its limit is not beyond.
  const at = Math.ceil(share * BARS.length) - 1
  return BARS[Math.min(BARS.length - 1, Math.max(0, Number.isNaN(at) ? 0 : at))] ?? ''
}
