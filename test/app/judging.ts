import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import type { Token } from '../../sandbox/world.ts'
import { CONFIG, merging } from '../sandbox-scenarios/merging.ts'
import { type AppOptions, startedApp } from '../support/app.ts'
import { evidenceOfRun, leftAs, MEASURES, ranAt } from '../support/origin.ts'

const LISTED = `${CONFIG}workflows: [${MEASURES}]\n`

/** Three versions of a model on `main`, two people, a workflow that measures, and the App, which judges. */
export async function judging({
  app: options,
  ...given
}: NonNullable<Parameters<typeof merging>[0]> & { readonly app?: AppOptions } = {}) {
  const scene = await merging({
    config: LISTED,
    ...given,
    files: { [MEASURES]: 'on: push\n', ...given.files },
  })
  const { sandbox, repository, clone } = scene
  const app = await startedApp(scene, options)
  const checks = () =>
    checkRunsOf(repository).map(({ headSha, conclusion, title }) => ({ headSha, conclusion, title }))
  /** A promotion on evidence that a run of the listed workflow left at the tip of `main`. */
  const promotion = async (version: number, as?: Token): Promise<number> => {
    await clone.git('fetch', '-q', 'origin', 'main')
    const tip = (await clone.git('rev-parse', 'FETCH_HEAD')).trim()
    const run = ranAt(sandbox, repository, tip, { event: 'workflow_dispatch' })
    const evidence = evidenceOfRun(run.id, 0.9, version)
    run.artifacts.push({ id: sandbox.world.nextId(), expired: false, ...leftAs('churn', evidence) })
    return scene.propose(version, evidence, 'staging', as)
  }
  /** The summary of the newest check run. */
  const summary = () => checkRunsOf(repository).at(-1)?.summary ?? ''
  return { ...scene, app, checks, promotion, summary }
}

export type Judging = Awaited<ReturnType<typeof judging>>
