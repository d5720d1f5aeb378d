import * as z from 'zod/mini'
import { METRIC_NAMES, METRICS, type MetricName } from '../comparison/metric-catalogue.ts'
import { UserName } from '../registry/names.ts'

/** A metric of the catalogue, or one of the user's own by the name that its command gives it. */
export const AnyMetric = z.union([z.enum(METRIC_NAMES), UserName])

export function isOurs(metric: string): metric is MetricName {
  return Object.hasOwn(METRICS, metric)
}

/** A metric that can be better or worse than another's. */
export const ComparedMetric = AnyMetric.check(
  z.refine(metric => !isOurs(metric) || METRICS[metric].direction !== 'zero', {
    error: 'a metric of which more or less is better',
  }),
)

/** The loss that would matter, in the metric's own unit. */
export const Margin = z.number().check(z.minimum(0))

/** Columns whose values make the groups. */
export const Columns = z.array(UserName).check(z.minLength(1), z.maxLength(20))

export const LeastRows = z.int().check(z.minimum(1))

/** Slices with fewer rows say little about themselves, and are left out by name. */
export const USUAL_LEAST_ROWS = 50

/** The name of a slice in reports. */
export function sliceTitle({ column, value }: { readonly column: string; readonly value: string }): string {
  return value === '' ? `${column} is missing` : `${column} = ${value}`
}
