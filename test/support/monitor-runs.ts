import { DEFAULT_THRESHOLDS, type FeatureDrift } from '../../src/domain/drift/feature-drift.ts'
import { HISTORY_BRANCH, MonitorRun, runPath } from '../../src/domain/monitoring/run-record.ts'
import { renderJson } from '../../src/domain/registry/json-file.ts'
import { digest } from './models.ts'
import type { TemporaryRepository } from './temporary.ts'
import { sha256 } from './workbench.ts'

const STATUSES: Readonly<Record<string, FeatureDrift['status']>> = {
  d: 'drift',
  o: 'ok',
  i: 'insufficient-data',
}

/** A run of monitoring that found nothing. */
export function monitorRun(given: Partial<MonitorRun> = {}): MonitorRun {
  return {
    schema: 1,
    model: 'churn',
    at: '2026-03-01T10:00:00Z',
    run: { id: 4242, attempt: 1 },
    reference: { sha256: digest('d'), rows: 5634 },
    current: { sha256: digest('8'), rows: 1409 },
    outcome: 'passed',
    thresholds: DEFAULT_THRESHOLDS,
    features: [],
    ...given,
  }
}

/**
 * Runs of one feature a word, a run a letter, an hour apart from the first of March on: d drifts, o is ok, i has
 * insufficient data, a dot does not know the feature.
 */
export function runsFound(found: Readonly<Record<string, string>>): MonitorRun[] {
  const length = Math.max(0, ...Object.values(found).map(word => word.length))
  return Array.from({ length }, (_, index) => {
    const features = Object.entries(found).flatMap(([feature, word]) => {
      const status = STATUSES[word[index] ?? '']
      return status === undefined ? [] : [{ feature, status }]
    })
    const drifted = features.some(({ status }) => status === 'drift')
    return monitorRun({
      at: hour(index),
      run: { id: index + 1, attempt: 1 },
      outcome: drifted ? 'failed' : 'passed',
      features,
    })
  })
}

export const hour = (index: number) => `${new Date(Date.UTC(2026, 2, 1, index)).toISOString().slice(0, 19)}Z`

/** Runs as files of the branch. */
export function runFiles(runs: readonly MonitorRun[]): Record<string, string> {
  return Object.fromEntries(
    runs.map(run => {
      const text = renderJson(MonitorRun, run)
      return [runPath(run, sha256(text)), text]
    }),
  )
}

/** Gives a repository the branch of the history with these files, and stands on `main` again. */
export async function addHistory(
  { git, commit }: Pick<TemporaryRepository, 'git' | 'commit'>,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  await git('checkout', '-q', '--orphan', HISTORY_BRANCH)
  await git('rm', '-rqf', '.')
  await commit('runs', { 'README.md': '# Monitoring history\n', ...files })
  await git('checkout', '-qf', 'main')
}
