import type { AlertKind } from '../alerts/finding.ts'
import type { Lateness } from '../monitoring/lateness.ts'

/** What whoever changes a model should know of how it does in production. */
export interface ModelWatch {
  readonly model: string
  /** Open ones. */
  readonly alerts: readonly { readonly kind: AlertKind; readonly issue: number }[]
  readonly late?: Lateness | undefined
}
