import type { Command } from '../src/commands/define.ts'

/** The code of each command, loaded when the command is called. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('../src/commands/init.ts')).init,
  validate: async () => (await import('../src/commands/validate.ts')).validate,
  register: async () => (await import('../src/commands/register.ts')).register,
  show: async () => (await import('../src/commands/show.ts')).show,
  search: async () => (await import('../src/commands/search.ts')).search,
  history: async () => (await import('../src/commands/history.ts')).history,
  diff: async () => (await import('../src/commands/diff.ts')).diff,
  evaluate: async () => (await import('../src/commands/evaluate.ts')).evaluate,
  compare: async () => (await import('../src/commands/compare.ts')).compare,
  gates: async () => (await import('../src/commands/gates.ts')).gates,
  bench: async () => (await import('../src/commands/bench.ts')).bench,
  contract: async () => (await import('../src/commands/contract.ts')).contract,
  reproduce: async () => (await import('../src/commands/reproduce.ts')).reproduce,
  run: async () => (await import('../src/commands/run.ts')).run,
  sample: async () => (await import('../src/commands/sample.ts')).sample,
  tests: async () => (await import('../src/commands/tests.ts')).tests,
  evidence: async () => (await import('../src/commands/evidence.ts')).evidence,
  conclude: async () => (await import('../src/commands/conclude.ts')).conclude,
  report: async () => (await import('../src/commands/report.ts')).report,
  promote: async () => (await import('../src/commands/promote.ts')).promote,
  rollback: async () => (await import('../src/commands/rollback.ts')).rollback,
  archive: async () => (await import('../src/commands/archive.ts')).archive,
  seal: async () => (await import('../src/commands/seal.ts')).seal,
  alias: async () => (await import('../src/commands/alias.ts')).alias,
}
