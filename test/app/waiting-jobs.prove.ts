import { expect, test } from 'vitest'
import { serverError } from '../../sandbox/faults.ts'
import { startRun } from '../../sandbox/follow-runs.ts'
import { holdJob, letByPerson, protectEnvironment, rerunHeld } from '../../sandbox/hold-jobs.ts'
import { heldJobsOf, jobReviewsOf } from '../../sandbox/state/held-jobs.ts'
import { runsOf, standingOfRun } from '../../sandbox/state/runs.ts'
import { PULLS, pushBranch } from '../sandbox/hosted.ts'
import { CONFIG, ROLLBACK } from '../sandbox-scenarios/merging.ts'
import { startedApp } from '../support/app.ts'
import { MEASURES } from '../support/origin.ts'
import { type Judging, judging } from './judging.ts'

const GOVERNED = `${CONFIG}workflows: [${MEASURES}]\napp: true\n`
const ENVIRONMENT = 'churn-staging'
const ANSWER = 'actions/review-custom-gates-for-run'
const DEPLOYS = '.github/workflows/deploy.yml'

/** A repository whose environment asks the App before a job deploys to it. */
async function protecting(config = GOVERNED) {
  const scene = await judging({ config })
  protectEnvironment(scene.sandbox.world, scene.repository, ENVIRONMENT, scene.app.id)
  return scene
}

/** A run at a commit whose job comes to the environment. */
function deploying(
  { sandbox: { world }, repository }: Judging,
  headSha: string,
  facts: {
    readonly awaitsPeople?: boolean
    readonly headBranch?: string
    readonly environment?: string
  } = {},
) {
  const { headBranch = 'main', environment = ENVIRONMENT, awaitsPeople = false } = facts
  const run = startRun(world, repository, {
    headSha,
    headBranch,
    actor: 'ada',
    event: 'workflow_dispatch',
    path: DEPLOYS,
    jobs: { deploy: null },
  })
  return { run, held: holdJob(world, repository, run, { job: 'deploy', environment, awaitsPeople }) }
}

async function merged(scene: Judging, version: number) {
  const { app, promotion, approve, merge } = scene
  const pull = await promotion(version)
  await app.settled()
  await approve(pull)
  await app.settled()
  const { data } = await merge(pull)
  return data.sha
}

const said = ({ repository }: Judging) =>
  jobReviewsOf(repository).map(({ state, comment }) => `${state}: ${comment}`)
const standing = ({ repository }: Judging, { id }: { readonly id: number }) => {
  const run = runsOf(repository).find(one => one.id === id)
  if (run === undefined) throw new Error(`there is no run ${id}`)
  return standingOfRun(run)
}

/** The same deliveries of jobs that wait, five times more. */
async function toldAgain({ sandbox: { webhooks }, app }: Judging) {
  const asked = webhooks.deliveries.filter(({ event }) => event === 'deployment_protection_rule')
  for (const { guid } of asked)
    for (let count = 0; count < 5; count += 1) {
      await webhooks.redeliver(guid)
      await app.settled()
    }
}

test('a job at what was merged and sealed goes on, by one approval however often it is told', async () => {
  const scene = await protecting()
  const commit = await merged(scene, 1)
  await scene.app.settled()
  const { run, held } = deploying(scene, commit, { awaitsPeople: true })
  await scene.app.settled()
  const approved = [
    'approved: It names what the default branch names: churn 1 in staging. (modelyard, attempt 1)',
  ]
  expect(said(scene)).toEqual(approved)
  // Somebody else is still waited for, and the App is told again and again.
  await toldAgain(scene)
  expect(said(scene)).toEqual(approved)
  expect(scene.sandbox.log.filter(({ operationId }) => operationId === ANSWER)).toHaveLength(1)
  expect(standing(scene, run).status).toBe('waiting')
  letByPerson(scene.repository, held)
  expect(standing(scene, run).status).toBe('in_progress')
})

test('a job that comes before its seal waits, is told why once, and goes on with the seal', async () => {
  const scene = await protecting()
  const { app, sandbox, promotion, approve, merge } = scene
  const pull = await promotion(1)
  await approve(pull)
  await app.settled()
  // As many rounds as one look at what was merged has, the first of which begins the branch.
  sandbox.faults.next('Append', serverError(502), 7)
  const { data } = await merge(pull)
  const { run } = deploying(scene, data.sha)
  await app.settled()
  await expect.poll(() => standing(scene, run).status, { timeout: 20_000 }).toBe('in_progress')
  expect(said(scene)).toEqual([
    'pending: The move of churn 1 in staging is not sealed yet. (modelyard, attempt 1)',
    expect.stringMatching(/^approved: /),
  ])
})

test('a job at an older commit waits while its version is asked for again, and is refused otherwise', async () => {
  const scene = await protecting()
  const { app, clone } = scene
  const older = await merged(scene, 1)
  await app.settled()
  const newer = await merged(scene, 2)
  await app.settled()
  const late = deploying(scene, older)
  await app.settled()
  expect(said(scene)).toEqual([
    'rejected: The default branch names version 2 of churn in staging now, and this commit does not. Deploy a commit that does. (modelyard, attempt 1)',
  ])
  expect(standing(scene, late.run)).toEqual({ status: 'completed', conclusion: 'failure' })
  await clone.git('fetch', '-q', 'origin', 'main')
  await clone.git('update-ref', 'refs/remotes/origin/main', 'FETCH_HEAD')
  await pushBranch(clone, ROLLBACK, { 'docs/a.md': 'words\n' })
  await scene.octokit.request(PULLS, { ...scene.place, title: 'Back', head: ROLLBACK, base: 'main' })
  const waiting = deploying(scene, older)
  await app.settled()
  expect(said(scene).at(-1)).toContain('pending: The default branch names version 2 of churn')
  expect(standing(scene, waiting.run).status).toBe('waiting')
  // Whoever deploys what is named now goes on.
  const right = deploying(scene, newer)
  await app.settled()
  expect(said(scene).at(-1)).toMatch(/^approved: /)
  expect(standing(scene, right.run).status).toBe('in_progress')
  expect(heldJobsOf(scene.repository)).toHaveLength(1)
})

test('a branch that says the same as the default branch deploys nothing', async () => {
  const scene = await protecting()
  await merged(scene, 1)
  await scene.app.settled()
  await scene.clone.git('fetch', '-q', 'origin', 'main')
  await scene.clone.git('update-ref', 'refs/remotes/origin/main', 'FETCH_HEAD')
  const headSha = await pushBranch(scene.clone, 'idea', { 'deploy.sh': 'anything\n' })
  const { run } = deploying(scene, headSha, { headBranch: 'idea' })
  await scene.app.settled()
  await toldAgain(scene)
  expect(said(scene)).toEqual([
    'pending: Its commit is not on the default branch, where alone things are approved. (modelyard, attempt 1)',
  ])
  expect(standing(scene, run).status).toBe('waiting')
})

test('what was merged past the App is refused, since its seal says so', async () => {
  const scene = await protecting()
  const { app, promotion, merge } = scene
  const { data } = await merge(await promotion(1))
  await app.settled()
  const { run } = deploying(scene, data.sha)
  await app.settled()
  expect(said(scene)).toEqual([expect.stringContaining('rejected: The seal of churn 1 in staging says')])
  expect(standing(scene, run).conclusion).toBe('failure')
})

test('what waits when nobody listens is found at the start, and a run that is started again is judged again', async () => {
  const scene = await protecting()
  const { app, sandbox, repository } = scene
  const commit = await merged(scene, 1)
  await app.settled()
  app.child.kill('SIGKILL')
  await app.ended
  const { run } = deploying(scene, commit)
  await sandbox.webhooks.settled()
  expect(said(scene)).toEqual([])
  const again = await startedApp(scene, { cache: app.folder })
  await again.settled()
  expect(said(scene)).toEqual([expect.stringMatching(/^approved: .+attempt 1\)$/)])
  const anew = rerunHeld(sandbox.world, repository, run)
  holdJob(sandbox.world, repository, anew, { job: 'deploy', environment: ENVIRONMENT })
  await again.settled()
  expect(said(scene).slice(1)).toEqual([expect.stringMatching(/^approved: .+attempt 2\)$/)])
})

test('an environment without the rule, or of no stage, is let go on by nobody', async () => {
  const scene = await protecting()
  const { sandbox, repository, app } = scene
  const commit = await merged(scene, 1)
  await app.settled()
  const stranger = sandbox.world.addApp('other')
  protectEnvironment(sandbox.world, repository, 'pages', stranger.app?.id ?? 0)
  deploying(scene, commit, { environment: 'pages' })
  // Its own App alone is told; this one finds the run among those that wait.
  app.child.kill('SIGKILL')
  await app.ended
  const again = await startedApp(scene, { cache: app.folder })
  await again.settled()
  expect(sandbox.log.filter(({ operationId }) => operationId === ANSWER)).toEqual([])
  protectEnvironment(sandbox.world, repository, 'lab', app.id)
  deploying(scene, commit, { environment: 'lab' })
  await again.settled()
  expect(said(scene)).toEqual([
    expect.stringMatching(/^rejected: No stage of the registry has this environment/),
  ])
})

test('where workflows seal, the seal is not asked for', async () => {
  const scene = await protecting(`${CONFIG}workflows: [${MEASURES}]\n`)
  const commit = await merged(scene, 1)
  await scene.app.settled()
  expect(Object.keys((await scene.seals()).files)).toEqual([])
  deploying(scene, commit)
  await scene.app.settled()
  expect(said(scene)).toEqual([expect.stringMatching(/^approved: /)])
})

test('approved once in spite of a call whose answer is lost', async () => {
  const scene = await protecting()
  const commit = await merged(scene, 1)
  await scene.app.settled()
  scene.sandbox.faults.next(ANSWER, { kind: 'cut', moment: 'after' })
  const { run } = deploying(scene, commit)
  await scene.app.settled()
  await expect.poll(() => standing(scene, run).status, { timeout: 20_000 }).toBe('in_progress')
  expect(said(scene)).toHaveLength(1)
})
