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

/** Of `alert`. */
export const ALERTS: OutputsOf<'alerts'> = {
  model: { type: 'text', description: 'The model.', of: ({ model }) => model },
  bad: {
    type: 'text',
    description: 'JSON list of the kinds of alert of which this run found something bad.',
    of: ({ alerts }) =>
      JSON.stringify(alerts.flatMap(({ kind, finding }) => (finding === 'bad' ? [kind] : []))),
  },
  open: {
    type: 'text',
    description: 'JSON object of the open alerts: the number of the issue, by the kind.',
    of: ({ alerts }) =>
      JSON.stringify(
        Object.fromEntries(
          alerts.flatMap(({ kind, issue }) => (issue?.open === true ? [[kind, issue.number]] : [])),
        ),
      ),
  },
}

/** Of `service-levels`. */
export const SERVICE_LEVELS: OutputsOf<'service-levels'> = {
  model: { type: 'text', description: 'The model.', of: ({ model }) => model },
  breached: {
    type: 'text',
    description: 'JSON list of the limits that are broken.',
    of: ({ levels }) =>
      JSON.stringify(levels.flatMap(({ name, status }) => (status === 'breached' ? [name] : []))),
  },
}
