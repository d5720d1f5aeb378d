/**
 * `light`: one bundled file that installs nothing. `heavy`: brings onnxruntime and DuckDB along, installed from a
 * lockfile of its own.
 */
export type Weight = 'light' | 'heavy'

/** The commands that are Actions, and how much each carries. Their order is that of the documentation. */
export const WEIGHTS: Readonly<Record<string, Weight>> = {
  validate: 'light',
  gates: 'light',
  report: 'light',
  conclude: 'light',
  evaluate: 'heavy',
  compare: 'heavy',
  bench: 'heavy',
  contract: 'heavy',
  reproduce: 'heavy',
}
