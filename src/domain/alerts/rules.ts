import type { Monitor } from '../registry/monitor-keys.ts'

/** When an alert speaks, ends and begins anew. */
export interface AlertRules {
  /** Good runs in a row that close it. */
  readonly closeAfter: number
  /** Days after it was closed in which the same issue is opened again; later a new one is. */
  readonly reopenDays: number
  /** Worse is what grew above so many times the worst that was told. */
  readonly worseBy: number
}

/** One good run is often chance; half as much again is seldom that. */
export const DEFAULT_ALERT_RULES: AlertRules = { closeAfter: 3, reopenDays: 14, worseBy: 1.5 }

/** What `monitor` of a model.yaml says of alerts, and where it says nothing what is usual. */
export function alertRulesOf({ alerts = {} }: Monitor = {}): AlertRules {
  const usual = DEFAULT_ALERT_RULES
  return {
    closeAfter: alerts['close-after'] ?? usual.closeAfter,
    reopenDays: alerts['reopen-days'] ?? usual.reopenDays,
    worseBy: alerts['worse-by'] ?? usual.worseBy,
  }
}
