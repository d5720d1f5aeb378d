import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Granted } from '../../sandbox/roles.ts'
import { addIssue, commentsOf, issuesOf } from '../../sandbox/state/issues.ts'
import { weekMarker } from '../../src/commands/settle-week.ts'
import { weekLine } from '../../src/domain/alerts/week-page.ts'
import type { FeatureDrift } from '../../src/domain/drift/feature-drift.ts'
import { HISTORY_BRANCH } from '../../src/domain/monitoring/run-record.ts'
import { timestamp } from '../../src/domain/registry/names.ts'
import type { DriftResult } from '../../src/domain/results/drift.ts'
import type { Failure } from '../../src/domain/results/failure.ts'
import type { Result } from '../../src/domain/results/index.ts'
import { cloneOf, hostedScene } from '../sandbox/hosted.ts'
import { addHistory, monitorRun, runFiles } from './monitor-runs.ts'
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
  const run = async (
    id: number,
    answer: Result | Failure | readonly (Result | Failure)[] = [],
    attempt = 1,
    signal?: AbortSignal,
  ) => {
    sandbox.clock.advance(HOUR_MS)
    const { root: folder } = await cloneOf(scene, 'ada')
    const answers = [answer].flat().map((one, at) => ({ file: `answer-${at + 1}.json`, one }))
    for (const { file, one } of answers) await writeFile(join(folder, file), JSON.stringify(one))
    return runAction('actions/alert', {
      ...(signal && { signal }),
      folder,
      inputs: {
        model: 'churn',
        ...(answers.length > 0 && { files: answers.map(({ file }) => file).join('\n') }),
      },
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

/**
 * The same where weeks are told, with one run on record a week before the machine's own clock, which is the Action's.
 *
 * @param isOpen - Whether an earlier week was told.
 */
export async function watchingWeeks(isOpen = false) {
  const scene = await watching('monitor: {alerts: {summary: weekly}}\n')
  const { clone, sandbox, repository } = scene
  const features = [{ feature: 'tenure', status: 'ok', type: 'number', distance: 0.09 } as const]
  const run = monitorRun({
    at: timestamp(Date.now() - WEEK_MS),
    run: { id: 1, attempt: 1 },
    features: [...features],
  })
  await addHistory(clone, runFiles([run]))
  await clone.git('push', '-q', 'origin', HISTORY_BRANCH)
  const body = `${weekMarker('churn')}\n${weekLine('2020-W01')}\n`
  const title = 'churn: monitoring, week by week'
  if (isOpen) addIssue(sandbox.world, repository, { author: 'github-actions[bot]', title, body })
  return scene
}

const WEEK_MS = 7 * 86_400_000

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
  const { cause: _, ...rest } = DRIFTED
  return { ...rest, outcome: isDrift ? 'failed' : 'passed', features: [feature] }
}
