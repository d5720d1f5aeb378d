import { expect, test } from 'vitest'
import { zipOf } from '../../sandbox/runner/zip.ts'
import { addRun } from '../../sandbox/state/runs.ts'
import { openScene } from '../support/sandbox.ts'

const SHA = 'a'.repeat(40)
const RUNS = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}'
const JOBS = `${RUNS}/attempts/{attempt_number}/jobs` as const
const ZIP = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/zip'

async function withRun(artifacts = 1) {
  const scene = await openScene({ actions: 'read' })
  const { world } = scene.sandbox
  world.addRepository('rita/models', { forkOf: scene.repository.id })
  const run = addRun(world, scene.repository, {
    headSha: SHA,
    headRepository: 'rita/models',
    actor: 'rita',
    calls: ['modelyard/modelyard/.github/workflows/pipeline.yml@v1'],
    jobs: { 'pipeline / registry': 'success', 'pipeline / lint churn': null },
    artifacts: Array.from({ length: artifacts }, (_, at) => ({
      name: `modelyard-result-${at}`,
      zip: zipOf({ name: 'a.json', content: '{}' }),
    })),
  })
  return { ...scene, run, at: { ...scene.place, run_id: run.id } }
}

test('a run of a fork is read with its head, and names no pull request', async () => {
  const { octokit, at, run, sandbox, token } = await withRun()
  const { data } = await octokit.request(RUNS, at)
  expect(data).toMatchObject({
    id: run.id,
    event: 'pull_request',
    path: '.github/workflows/modelyard.yml',
    head_sha: SHA,
    head_repository: { full_name: 'rita/models' },
    status: 'in_progress',
    conclusion: null,
    pull_requests: [],
    referenced_workflows: [{ path: 'modelyard/modelyard/.github/workflows/pipeline.yml@v1' }],
  })
  expect(sandbox.unusedPermissions(token)).toEqual([])
})

test('its jobs are those of one attempt, each with how it ended', async () => {
  const { octokit, at } = await withRun()
  const jobs = (attempt_number: number) => octokit.request(JOBS, { ...at, attempt_number })
  expect((await jobs(1)).data).toMatchObject({
    total_count: 2,
    jobs: [
      { name: 'pipeline / registry', status: 'completed', conclusion: 'success' },
      { name: 'pipeline / lint churn', status: 'in_progress', conclusion: null },
    ],
  })
  await expect(jobs(2)).rejects.toMatchObject({ status: 404 })
})

test('artifacts are listed page by page, and all counted', async () => {
  const { octokit, at } = await withRun(31)
  const { data, headers } = await octokit.request(`${RUNS}/artifacts`, at)
  expect([data.total_count, data.artifacts.length]).toEqual([31, 30])
  expect(headers.link).toContain('page=2')
})

test('an archive is got elsewhere, without the token', async () => {
  const { octokit, place, run } = await withRun()
  const [artifact] = run.artifacts
  const { status, headers } = await octokit.request(ZIP, {
    ...place,
    artifact_id: artifact?.id ?? 0,
    request: { redirect: 'manual' },
  } as never)
  expect(status).toBe(302)
  const location = String(headers.location)
  const bytes = new Uint8Array(await (await fetch(location)).arrayBuffer())
  expect(bytes).toEqual(new Uint8Array(artifact?.zip ?? []))
  expect((await fetch(location, { headers: { authorization: 'token ghs_x' } })).status).toBe(400)
})

test('an archive that has expired is gone', async () => {
  const { octokit, place, sandbox, repository } = await withRun()
  const run = addRun(sandbox.world, repository, {
    headSha: SHA,
    actor: 'ada',
    artifacts: [{ name: 'old', zip: zipOf(), expired: true }],
  })
  const old = { ...place, artifact_id: run.artifacts[0]?.id ?? 0 }
  await expect(octokit.request(ZIP, old as never)).rejects.toMatchObject({ status: 410 })
})
