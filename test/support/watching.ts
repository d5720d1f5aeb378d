import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Granted } from '../../sandbox/roles.ts'
import { commentsOf, issuesOf } from '../../sandbox/state/issues.ts'
import type { FeatureDrift } from '../../src/domain/drift/feature-drift.ts'
import { HISTORY_BRANCH } from '../../src/domain/monitoring/run-record.ts'
import type { DriftResult } from '../../src/domain/results/drift.ts'
import type { Failure } from '../../src/domain/results/failure.ts'
import type { Result } from '../../src/domain/results/index.ts'
import { cloneOf, hostedScene } from '../sandbox/hosted.ts'
import { RESULTS } from './results.ts'
import { runAction } from './run-action.ts'
import { gitHubOf } from './sandbox.ts'
import { MODEL_YAML, REGISTRY_FILES } from './workbench.ts'

const HOUR_MS = 3_600_000
export const MAY_ALERT: Granted = { contents: 'write', issues: 'write', pull_requests: 'read' }

/** A repository whose workflow keeps what its runs of monitoring find, each in a clone of its own. */
export async function watching(monitor = '', granted: Granted = MAY_ALERT) {
  const scene = await hostedScene(granted, 'issues' in granted ? {} : { tolerate: ['permission'] })
  const { sandbox, repository, token, clone } = scene
  await clone.commit('Add the registry', {
    ...REGISTRY_FILES,
    'registry-data/models/churn/model.yaml': `${MODEL_YAML}${monitor}`,
  })
  await clone.git('push', '-q', 'origin', 'main')
  const run = async (id: number, answer?: Result | Failure, attempt = 1, signal?: AbortSignal) => {
    sandbox.clock.advance(HOUR_MS)
    const { root: folder } = await cloneOf(scene, 'ada')
    if (answer !== undefined) await writeFile(join(folder, 'answer.json'), JSON.stringify(answer))
    return runAction('actions/alert', {
      ...(signal && { signal }),
      folder,
      inputs: { model: 'churn', ...(answer === undefined ? {} : { files: 'answer.json' }) },
      token: token.value,
      env: {
        ...gitHubOf(sandbox),
        GITHUB_RUN_ID: String(id),
        GITHUB_RUN_ATTEMPT: String(attempt),
        GITHUB_EVENT_NAME: 'schedule',
        GITHUB_SHA: 'a'.repeat(40),
      },
    })
  }
  const issues = () => issuesOf(repository).map(({ number, title, state }) => [number, title, state])
  const said = () => commentsOf(repository).map(({ issue, body }) => `${issue} ${body.split('\n')[1]}`)
  const kept = async () => {
    await clone.git(
      'fetch',
      '-q',
      'origin',
      `+refs/heads/${HISTORY_BRANCH}:refs/remotes/origin/${HISTORY_BRANCH}`,
    )
    const listed = await clone.git('ls-tree', '-r', '--name-only', `origin/${HISTORY_BRANCH}`)
    return listed.split('\n').filter(path => path.startsWith('monitoring/churn/'))
  }
  return { ...scene, run, issues, said, kept }
}

export const DRIFTED = RESULTS.drift as DriftResult
export const FAILED: Failure = {
  kind: 'failure',
  code: 'bad-data',
  message: 's3://bucket/day.parquet is not there',
  next: 'see whether it was written',
}

/** What a run finds of one column of numbers. */
export function found(distance: number): DriftResult {
  const [tenure] = DRIFTED.features
  if (tenure?.values === undefined) throw new Error('the sample answer has no distance')
  const isDrift = distance > 0.1
  const feature: FeatureDrift = {
    ...tenure,
    status: isDrift ? 'drift' : 'ok',
    grounds: isDrift ? ['distribution'] : [],
    values: { ...tenure.values, distance },
  }
  return { ...DRIFTED, outcome: isDrift ? 'failed' : 'passed', features: [feature] }
}
