import type { MonitoringFinding } from './finding.ts'

/** What one part of a run says of an alert that several parts are about. */
export interface FindingPart {
  readonly finding: MonitoringFinding
  /** All that the part looks at, letter for letter. */
  readonly names: readonly string[]
}

/**
 * What the parts say together: bad where one is, good where all are. A part that could not tell keeps what was bad of it, and
 * the alert from being good.
 *
 * @param parts - At least one.
 */
export function combinedFinding(parts: readonly FindingPart[]): MonitoringFinding {
  const untold = parts.flatMap(({ finding, names }) => (finding.is === 'unknown' ? names : finding.untold))
  const [first, ...more] = parts.flatMap(({ finding }) => (finding.is === 'bad' ? finding.items : []))
  if (first !== undefined) return { is: 'bad', items: [first, ...more], untold }
  const unknown = parts.find(({ finding }) => finding.is === 'unknown')?.finding
  return unknown ?? { is: 'good', untold }
}
