/** A metric's value: three decimals, one more for what would round to nothing, fewer or none for what is large. */
export function metricText(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && size < 0.00005) return minus(value.toExponential(1))
  if (size !== 0 && size < 0.001) return minus(value.toFixed(4))
  if (size >= 9_999.5) return minus(size < 1e15 ? countText(Math.round(value)) : value.toPrecision(5))
  return minus(size >= 100 ? value.toFixed(1) : value.toFixed(3))
}

/** A difference with its sign. */
export function differenceText(value: number): string {
  const text = metricText(value)
  // A difference that rounds to nothing has no sign.
  if (/^−?0\.0+$/.test(text)) return text.replace('−', '')
  return value > 0 ? `+${text}` : text
}

/** `1,409`. */
export function countText(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `37.1 kB`, decimal units. */
export function bytesText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  let size = bytes
  let unit = 0
  // What would round to 1000.0 is one of the next unit.
  while (size >= (unit === 0 ? 1000 : 999.95) && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  return unit === 0 ? `${countText(bytes)} bytes` : `${size.toFixed(1)} ${units[unit]}`
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`
}

/** `2026-03-01 10:00`, of a time in UTC. */
export function minuteText(time: string): string {
  return time.slice(0, 16).replace('T', ' ')
}

/** The first digits of a digest or commit. */
export function short(id: string, digits = 7): string {
  return id.slice(0, digits)
}

/** `+0.006 to +0.024`: an interval of a difference. */
export function differenceRange({ low, high }: Range): string {
  return `${differenceText(low)} to ${differenceText(high)}`
}

/** `0.832 to 0.871`: an interval of a level. */
export function metricRange({ low, high }: Range): string {
  return `${metricText(low)} to ${metricText(high)}`
}

interface Range {
  readonly low: number
  readonly high: number
}

/** `0.846 → 0.861`: champion, then challenger. */
export function movedText(champion: number, challenger: number): string {
  return `${metricText(champion)} → ${metricText(challenger)}`
}

/** `× 1.08`. */
export function ratioText(value: number): string {
  return `× ${value >= 10 ? value.toFixed(1) : value.toFixed(2)}`
}

/** `0.002` of a p-value; what is smaller than anybody minds is only said to be so. */
export function pValueText(value: number): string {
  return value < 0.0001 ? '< 0.0001' : String(Number(value.toPrecision(2)))
}

/** `= 0.002`, or `< 0.0001`: behind the p of a sentence. */
export function equalTo(pValue: number): string {
  const text = pValueText(pValue)
  return text.startsWith('<') ? text : `= ${text}`
}

/** `12.3 %` of a share. */
export function shareText(share: number): string {
  const percent = share * 100
  return `${percent !== 0 && Math.abs(percent) < 0.05 ? '< 0.1' : percent.toFixed(1)} %`
}

function minus(text: string): string {
  return text.replaceAll('-', '−')
}
