import { ModelyardError } from '../errors/index.ts'
import type { OwnMetricRule } from '../registry/evaluate-keys.ts'

/** What a command of the user's own measured of one model: a number a row, or one for all. */
export type OwnValues =
  | { readonly per: 'row'; readonly values: Float64Array }
  | { readonly per: 'set'; readonly value: number }

/**
 * Reads what a command printed for a metric: for `per: row` a JSON list of one finite number a row, for `per: set` one
 * finite number. Nothing may stand before or behind it: a line of logging would otherwise be taken for a result.
 *
 * @param rows - How many rows were predicted.
 * @throws {ModelyardError} `bad-data` that says what else it printed, and at which row.
 */
export function parseOwnMetric(
  name: string,
  { per }: Pick<OwnMetricRule, 'per'>,
  printed: string,
  rows: number,
): OwnValues {
  const found = parsed(name, printed)
  if (per === 'set') {
    if (isFiniteNumber(found)) return { per, value: found }
    throw unfit(name, `printed ${kindOf(found)}`, 'print one finite number: it is `per: set`')
  }
  if (!Array.isArray(found))
    throw unfit(name, `printed ${kindOf(found)}`, 'print a list of one number a row: it is `per: row`')
  if (found.length !== rows) {
    throw unfit(
      name,
      `printed ${found.length} numbers, and there are ${rows} rows`,
      'print one for each row, in the order of the data',
    )
  }
  const odd = found.findIndex(value => !isFiniteNumber(value))
  if (odd >= 0)
    throw unfit(name, `printed ${kindOf(found[odd])} for row ${odd + 1}`, 'print finite numbers alone')
  return { per, values: Float64Array.from(found as number[]) }
}

function parsed(name: string, printed: string): unknown {
  try {
    return JSON.parse(printed)
  } catch (cause) {
    const start = printed.trim().slice(0, 60)
    throw unfit(
      name,
      start === '' ? 'printed nothing' : `printed what is no JSON: ${JSON.stringify(start)}`,
      'print the JSON alone on standard output, and everything else on standard error',
      cause,
    )
  }
}

/** `1e400` is a number to JSON and infinite to everybody else. */
function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : 'a number that is not finite'
  return value === null ? 'null' : typeof value === 'object' ? 'a mapping' : `a ${typeof value}`
}

function unfit(name: string, what: string, next: string, cause?: unknown): ModelyardError {
  return new ModelyardError({
    code: 'bad-data',
    message: `the command of the metric \`${name}\` ${what}`,
    next,
    cause,
  })
}
