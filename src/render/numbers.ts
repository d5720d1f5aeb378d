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

/** The first digits of a digest or commit. */
export function short(id: string, digits = 7): string {
  return id.slice(0, digits)
}

function minus(text: string): string {
  return text.replaceAll('-', '−')
}
