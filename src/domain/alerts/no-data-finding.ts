import type { MonitoringFinding } from './finding.ts'

/** One run without data may be a late file; three in a row are a monitor that is blind. */
export const DEFAULT_BLIND_AFTER = 3

/** What a monitor looks at, and in which of its runs it could tell anything, the newest last. */
export interface Looked {
  readonly name: string
  readonly couldTell: readonly boolean[]
}

/**
 * Whether monitors can look: bad is one that could tell nothing in so many runs in a row, as large as they are many. With
 * fewer it is not told yet.
 */
export function noDataFinding(
  looked: readonly Looked[],
  blindAfter: number = DEFAULT_BLIND_AFTER,
): MonitoringFinding {
  const rows = looked.map(({ name, couldTell }) => ({
    name,
    size: couldTell.length - 1 - couldTell.lastIndexOf(true),
    ran: couldTell.length > 0,
  }))
  const [first, ...more] = rows
    .filter(({ size }) => size >= blindAfter)
    .map(({ name, size }) => ({ name, size }))
  const untold = rows.filter(({ size, ran }) => !ran || (size > 0 && size < blindAfter))
  if (first !== undefined)
    return { is: 'bad', items: [first, ...more], untold: untold.map(({ name }) => name) }
  return untold.length === 0 && rows.length > 0
    ? { is: 'good', untold: [] }
    : { is: 'unknown', why: 'a monitor could not look, and not often enough in a row to say so' }
}
