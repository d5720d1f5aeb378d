/**
 * `light`: one bundled file that installs nothing. `heavy`: brings onnxruntime and DuckDB along, installed from a
 * lockfile of its own.
 */
export type Weight = 'light' | 'heavy'

/** The commands that are Actions, and how much each carries. Their order is that of the documentation. */
export const WEIGHTS: Readonly<Record<string, Weight>> = {
  validate: 'light',
  gates: 'light',
  run: 'light',
  tests: 'light',
  report: 'light',
  conclude: 'light',
  register: 'light',
  promote: 'light',
  rollback: 'light',
  archive: 'light',
  seal: 'light',
  alert: 'light',
  retrain: 'light',
  sample: 'heavy',
  evaluate: 'heavy',
  monitor: 'heavy',
  'service-levels': 'heavy',
  performance: 'heavy',
  compare: 'heavy',
  bench: 'heavy',
  contract: 'heavy',
  reproduce: 'heavy',
}

/** Light ones that start commands of the repository; no other light one can. */
export const STARTS_COMMANDS: readonly string[] = ['run']

/** Those whose change becomes a pull request; they speak to GitHub, and merge nothing by themselves. */
export const PROPOSES: readonly string[] = ['register', 'promote', 'rollback', 'archive']

/** Those that show what other steps answered; the others show their own answer alone. */
export const SHOWS_OTHERS: readonly string[] = ['report', 'conclude', 'alert']

/** What monitoring answers, by the files that show it: light Actions that show no others' do without. */
export const MONITORING_ANSWERS = ['drift', 'performance', 'service-levels', 'monitor-history'] as const

/** Those that tell of alerts. */
export const TELLS_ALERTS: readonly string[] = ['alert']
