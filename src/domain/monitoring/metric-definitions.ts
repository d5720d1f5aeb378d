/** A metric that a run of monitoring leaves for Prometheus. */
export interface MetricDefinition {
  readonly name: string
  readonly help: string
  readonly type: 'gauge'
  readonly labels: readonly string[]
}

const LEVEL = ['model', 'of', 'level'] as const
const FIGURE = [...LEVEL, 'unit'] as const

/** Every metric of monitoring; the dashboard and the alert rules in docs/monitoring are made from these. */
export const METRIC_DEFINITIONS = {
  ranAt: {
    name: 'modelyard_monitor_run_timestamp_seconds',
    help: 'When a monitor of the model ran last, in seconds since 1970.',
    type: 'gauge',
    labels: ['model', 'monitor'],
  },
  untold: {
    name: 'modelyard_monitor_untold',
    help: 'How many features or levels the last run could not tell of.',
    type: 'gauge',
    labels: ['model', 'monitor'],
  },
  drifted: {
    name: 'modelyard_feature_drifted',
    help: '1 where a feature drifted in the last run, 0 where it did not; left out where it could not be told.',
    type: 'gauge',
    labels: ['model', 'feature'],
  },
  distance: {
    name: 'modelyard_feature_drift_distance',
    help: "How far a feature moved: Kolmogorov and Smirnov's D of numbers, Cramér's V of categories.",
    type: 'gauge',
    labels: ['model', 'feature'],
  },
  broken: {
    name: 'modelyard_service_level_broken',
    help: '1 where a service level is broken, 0 where it is kept; left out where it could not be told.',
    type: 'gauge',
    labels: LEVEL,
  },
  value: {
    name: 'modelyard_service_level_value',
    help: 'What was measured of a service level, in seconds, as a ratio or in requests a second.',
    type: 'gauge',
    labels: FIGURE,
  },
  low: {
    name: 'modelyard_service_level_low',
    help: 'The low end of its 95 % interval; left out where nothing bounds it.',
    type: 'gauge',
    labels: FIGURE,
  },
  high: {
    name: 'modelyard_service_level_high',
    help: 'The high end of its 95 % interval; left out where nothing bounds it.',
    type: 'gauge',
    labels: FIGURE,
  },
  limit: {
    name: 'modelyard_service_level_limit',
    help: 'What the model.yaml promises of it.',
    type: 'gauge',
    labels: FIGURE,
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>

/** Values of one metric, by its labels in their order. */
export interface MetricFamily {
  readonly definition: MetricDefinition
  readonly samples: readonly { readonly labels: readonly string[]; readonly value: number }[]
}
