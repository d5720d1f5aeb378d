import type { OutputsOf } from './output.ts'

/** Of `performance`. */
export const PERFORMANCE: OutputsOf<'performance'> = {
  degraded: {
    type: 'text',
    description: 'JSON list of the metrics that lie wholly beyond their limit.',
    of: ({ degraded }) => JSON.stringify(degraded),
  },
  labelled: {
    type: 'integer',
    description: 'How many predictions have a label.',
    of: ({ labelled }) => labelled,
  },
}
