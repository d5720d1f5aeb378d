/** How far a figure of ours is from the expected one. */
export interface Comparison {
  readonly field: string
  /** NaN, which no tolerance admits, where we have no number. */
  readonly error: number
  readonly tolerance: number
  readonly measure: 'absolute' | 'relative' | 'equal'
}

export interface LeftOut {
  readonly field: string
  readonly why: string
}

/** What became of one vector's expectations. */
export interface Checked {
  readonly compared: readonly Comparison[]
  readonly leftOut: readonly LeftOut[]
}

/** Below this a double carries fewer digits: errors count as shares of this instead. */
const SMALLEST_EXACT = 1e-290

export function absolute(field: string, actual: number, expected: number, tolerance: number): Comparison {
  return { field, error: Math.abs(actual - expected), tolerance, measure: 'absolute' }
}

export function relative(field: string, actual: number, expected: number, tolerance: number): Comparison {
  const error = Math.abs(actual - expected) / Math.max(Math.abs(expected), SMALLEST_EXACT)
  return { field, error, tolerance, measure: 'relative' }
}

/** Error 0 where both are the same, else 1. */
export function equal(field: string, actual: unknown, expected: unknown): Comparison {
  return { field, error: actual === expected ? 0 : 1, tolerance: 0, measure: 'equal' }
}

export function isMiss({ error, tolerance }: Comparison): boolean {
  return !(error <= tolerance)
}

/**
 * Fails when an expectation has neither been compared nor left out with a reason: what nobody looked at has not passed.
 * Texts, such as another program's warnings, are left out.
 *
 * @throws {Error} Names the field.
 */
export function checkedWhole(
  expected: Readonly<Record<string, unknown>>,
  compared: readonly Comparison[],
  leftOut: readonly LeftOut[],
): Checked {
  const seen = new Set([...compared, ...leftOut].map(({ field }) => field.replace(/ .*/, '')))
  const unseen = Object.keys(expected).filter(field => !seen.has(field))
  const unknown = unseen.find(field => typeof expected[field] !== 'string')
  if (unknown !== undefined) throw new Error(`nothing here compares the field \`${unknown}\``)
  return {
    compared,
    leftOut: [...leftOut, ...unseen.map(field => ({ field, why: 'a text of the other program' }))],
  }
}
