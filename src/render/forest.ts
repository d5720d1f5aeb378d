/** An estimate with its interval. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

// A space that no renderer takes away, and that nobody reads aloud.
const BLANK = '\u00a0'

/**
 * A forest plot in letters: per row a bar of the same width on one scale, 0 in the middle.
 *
 * `─` spans the interval, `●` is the estimate, `│` is 0 (`┼` where the interval holds it). One small group with a wide
 * interval must not flatten all others: the scale ends at three times the median reach, and `‹` or `›` says that an
 * interval goes on.
 *
 * @param rows - Undefined where there is no interval: that bar is empty.
 * @param width - Letters per bar, odd.
 */
export function forestBars(rows: readonly (Estimate | undefined)[], width = 15): string[] {
  const reaches = rows.flatMap(row => (row === undefined ? [] : [reachOf(row)])).sort((a, b) => a - b)
  const median = reaches[Math.floor((reaches.length - 1) / 2)] ?? 0
  const scale = Math.min(reaches.at(-1) ?? 0, 3 * median) || 1
  return rows.map(row => (row === undefined ? BLANK.repeat(width) : bar(row, scale, width)))
}

function reachOf({ low, high, value }: Estimate): number {
  return Math.max(Math.abs(low), Math.abs(high), Math.abs(value))
}

function bar({ value, low, high }: Estimate, scale: number, width: number): string {
  const middle = (width - 1) / 2
  const place = (at: number) => Math.round(middle + (at / scale) * middle)
  const [first, last] = [place(low), place(high)]
  const estimate = Math.min(width - 1, Math.max(0, place(value)))
  return Array.from({ length: width }, (_, at) => {
    if (at === 0 && first < 0) return '‹'
    if (at === width - 1 && last > width - 1) return '›'
    if (at === estimate) return '●'
    const covered = at >= first && at <= last
    if (at === middle) return covered ? '┼' : '│'
    return covered ? '─' : BLANK
  }).join('')
}
