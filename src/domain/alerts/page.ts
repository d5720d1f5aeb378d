import type { Trend } from '../monitoring/trends.ts'
import type { Result } from '../results/index.ts'
import type { AlertKind, MonitoringFinding } from './finding.ts'
import type { AlertRules } from './rules.ts'
import type { AlertState } from './state.ts'

/** What an alert's issue shows. */
export interface AlertPage {
  readonly model: string
  readonly kind: AlertKind
  readonly isOpen: boolean
  readonly state: AlertState
  /** Of the newest run. */
  readonly finding: MonitoringFinding
  readonly rules: AlertRules
  /** What is likely to be behind it, phrases of ours. */
  readonly causes: readonly string[]
  /** What can be done here, phrases of ours, beside what is to be done anywhere. */
  readonly next: readonly string[]
  /** How what is bad came to be so. */
  readonly trends?: readonly Trend[] | undefined
  /** The pull request with the candidate of a training, where one is open. */
  readonly candidate?: number | undefined
  /** What the newest run measured. */
  readonly report?: Result | undefined
  /** Where the newest run is shown. */
  readonly runUrl?: string | undefined
}
