import type { OutputsOf } from './output.ts'

/** Of a decision on retraining. */
export const RETRAINING: OutputsOf<'retraining'> = {
  model: { type: 'text', description: 'The model.', of: ({ model }) => model },
  retrain: {
    type: 'boolean',
    description: 'Whether to train it again now.',
    of: ({ decision }) => decision === 'retrain',
  },
  decision: {
    type: 'text',
    description: '`retrain`, `held-back`, `not-due` or `cannot-tell`.',
    of: ({ decision }) => decision,
  },
  fired: {
    type: 'text',
    description: 'JSON list of the triggers that fired.',
    of: ({ triggers }) =>
      JSON.stringify(
        triggers.flatMap(({ trigger, is }) => (is === 'fired' || is === 'unconfirmed' ? [trigger] : [])),
      ),
  },
  alerts: {
    type: 'text',
    description: 'The issues of the alerts that asked for it, a number a line.',
    of: ({ alerts = [] }) => alerts.join('\n'),
  },
  before: {
    type: 'text',
    description: 'Where a drift asked for it: up to when rows were as they used to be, in UTC.',
    of: ({ triggers }) => triggers.find(({ before }) => before !== undefined)?.before,
  },
  'held-back-by': {
    type: 'text',
    description: 'JSON list of what holds it back.',
    of: ({ holds }) =>
      JSON.stringify(holds.flatMap(({ hold, is }) => (is === 'holds' || is === 'unknown' ? [hold] : []))),
  },
}
