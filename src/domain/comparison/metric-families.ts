import { binaryFamilies } from './binary-metrics.ts'
import { type MetricName, metricsOf } from './metric-catalogue.ts'
import type { SettingsInEffect } from './metric-settings.ts'
import { multiclassFamilies } from './multiclass-metrics.ts'
import type { Predictions } from './predictions.ts'
import { regressionFamilies } from './regression-metrics.ts'
import type { MetricFamily } from './weighted-metric.ts'

/** The metrics that are computed: all of the task, but the cost where nobody said what a mistake costs. */
export function metricsComputed(
  { task }: Predictions,
  { cost }: Pick<SettingsInEffect, 'cost'>,
): readonly MetricName[] {
  return metricsOf(task).filter(name => name !== 'cost' || cost !== undefined)
}

/** Prepares metrics on predictions; families may give more than is wanted. */
export function prepareFamilies(
  predictions: Predictions,
  settings: SettingsInEffect,
  wanted: readonly MetricName[],
): MetricFamily[] {
  const names = new Set(wanted)
  switch (predictions.task) {
    case 'binary-classification':
      return binaryFamilies(predictions, settings, names)
    case 'multiclass-classification':
      return multiclassFamilies(predictions, names)
    case 'regression':
      return regressionFamilies(predictions, settings, names)
  }
}

/** What families give on all rows, or on as many of each as `counts` says, by name. */
export function familyValues(
  families: readonly MetricFamily[],
  counts?: Uint32Array,
): Map<MetricName, number> {
  return new Map(
    families.flatMap(({ names, values }) => {
      const found = values(counts)
      return names.map((name, index) => [name, found[index] as number] as const)
    }),
  )
}
