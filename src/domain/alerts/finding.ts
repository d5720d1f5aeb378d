/** What alerts are about: one issue for each model and kind. */
export const ALERT_KINDS = ['drift', 'degradation', 'data-quality', 'operations', 'no-data'] as const
/**
 * `drift`: what production sees is distributed otherwise; `degradation`: a metric got worse; `data-quality`: rows break what is
 * expected of them; `operations`: latency, errors or volume of what serves; `no-data`: a monitor that could not look.
 */
export type AlertKind = (typeof ALERT_KINDS)[number]

/** Something that is bad, and how bad. */
export interface AlertItem {
  /** A feature, metric, rule or monitor, letter for letter. */
  readonly name: string
  /** At least 0, in a unit of the kind's own; more is worse. */
  readonly size: number
  /** UTC to the second; undefined where it is not known to be bad for longer than this run. */
  readonly since?: string | undefined
}

/** What one run found for a kind of alert. */
export type MonitoringFinding =
  | {
      readonly is: 'bad'
      readonly items: readonly [AlertItem, ...AlertItem[]]
      /** Names of which the run could tell neither: what was bad of them stays so. */
      readonly untold: readonly string[]
    }
  | { readonly is: 'good'; readonly untold: readonly string[] }
  /** The run could not tell: it counts neither way. */
  | { readonly is: 'unknown'; readonly why: string }
