import type { Command } from '../src/commands/define.ts'

/** What a comment asks for and the App answers by itself; loaded when it is called. */
export const ANSWERED_HERE: Readonly<Record<string, () => Promise<Command>>> = {
  show: async () => (await import('../src/commands/show.ts')).show,
  history: async () => (await import('../src/commands/history.ts')).history,
  diff: async () => (await import('../src/commands/diff.ts')).diff,
  gates: async () => (await import('../src/commands/gates.ts')).gates,
  rollback: async () => (await import('../src/commands/rollback.ts')).rollback,
  archive: async () => (await import('../src/commands/archive.ts')).archive,
  snooze: async () => (await import('../src/commands/snooze.ts')).snooze,
  ack: async () => (await import('../src/commands/ack.ts')).ack,
  alias: async () => (await import('../src/commands/alias.ts')).alias,
}

/** What is decided here, and done by a workflow. */
export const TRAINS = 'retrain'

/** What needs a measurement first: a workflow makes it, on the default branch. */
export const MEASURED_FIRST = { promote: 'promotion', compare: 'comparison' } as const

export type MeasuredFirst = keyof typeof MEASURED_FIRST
