import type { CommitStatus, Statuses } from '../../src/ports.ts'

/** Statuses of one commit, kept in their order. */
export function fakeStatuses(
  sha?: string,
  denied?: Error,
): Statuses & {
  readonly kept: readonly CommitStatus[]
} {
  const kept: CommitStatus[] = []
  return {
    kept,
    async set(status) {
      if (denied !== undefined) throw denied
      kept.push(status)
      return sha
    },
    async settle(_commit, status) {
      if (denied !== undefined) throw denied
      kept.push(status)
      return 'set'
    },
  }
}
