/** A day of the station as the city's file tells of it; rides are known once the day is over. */
export interface Day {
  /** `2004-05-31`. */
  readonly date: string
  /** Mean of the day, in degrees Fahrenheit. */
  readonly temp: number
  /** Inches. */
  readonly rain: number
  /** Thousands; undefined where they are to be predicted. */
  readonly rides?: number | undefined
}

const COLUMNS = ['date', 'temp', 'rain', 'rides'] as const

/**
 * Reads a CSV of days: a header, then numbers and dates, none of which needs quotes.
 *
 * @throws Where a column is missing, or a line holds what is no number.
 */
export function readDays(text: string): Day[] {
  const [header = '', ...lines] = text.trimEnd().split('\n')
  const names = header.split(',')
  const at = COLUMNS.map(name => names.indexOf(name))
  const missing = COLUMNS.filter((name, index) => name !== 'rides' && at[index] === -1)
  if (missing.length > 0) throw new Error(`there is no column ${missing.join(', ')}, but ${header}`)
  return lines.map((line, index) => {
    const cells = line.split(',')
    const [date = '', ...values] = at.map(place => cells[place])
    const [temp, rain, rides] = values.map(value =>
      value === undefined ? undefined : number(value, index + 2),
    )
    return { date, temp: temp as number, rain: rain as number, rides }
  })
}

function number(text: string, line: number): number {
  const value = text === '' ? Number.NaN : Number(text)
  if (Number.isFinite(value)) return value
  throw new Error(`line ${line} holds \`${text}\` where a number is due`)
}

/** The same CSV; without the rides where they are not known. */
export function writeDays(days: readonly Day[]): string {
  const names = COLUMNS.filter(name => name !== 'rides' || days.every(({ rides }) => rides !== undefined))
  return `${[names, ...days.map(day => names.map(name => day[name]))].map(cells => cells.join(',')).join('\n')}\n`
}
