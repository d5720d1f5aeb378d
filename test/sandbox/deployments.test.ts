import { expect, test } from 'vitest'
import { triggersOf } from '../../sandbox/state/triggers.ts'
import { openScene } from '../support/sandbox.ts'
import { hostedScene } from './hosted.ts'

const CREATE = 'POST /repos/{owner}/{repo}/deployments'
const LIST = 'GET /repos/{owner}/{repo}/deployments'
const STATUSES = '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses'
const SHA = '1'.repeat(40)

async function deploying() {
  const scene = await openScene({ deployments: 'write', statuses: 'write' })
  scene.repository.commits.add(SHA)
  const create = (more: object = {}) =>
    scene.octokit.request(CREATE, { ...scene.place, ref: SHA, required_contexts: [], ...more })
  return { ...scene, create }
}

test('a deployment is found by commit, environment and task, and its newest status comes first', async () => {
  const { octokit, place, create } = await deploying()
  const { data, status } = await create({ environment: 'staging', task: 'a', payload: { version: 4 } })
  expect({ status, data }).toMatchObject({
    status: 201,
    data: { sha: SHA, task: 'a', payload: { version: 4 } },
  })
  await create({ environment: 'staging', task: 'b' })
  const found = async (filter: object) =>
    (await octokit.request(LIST, { ...place, ...filter })).data.map(({ task }) => task)
  expect(await found({})).toEqual(['b', 'a'])
  expect(await found({ task: 'a', environment: 'staging', sha: SHA })).toEqual(['a'])
  expect(await found({ environment: 'production' })).toEqual([])
  const at = { ...place, deployment_id: (data as { id: number }).id }
  await octokit.request(`POST ${STATUSES}`, { ...at, state: 'pending' })
  await octokit.request(`POST ${STATUSES}`, { ...at, state: 'success', log_url: 'https://example.com/' })
  const { data: statuses } = await octokit.request(`GET ${STATUSES}`, at)
  expect(statuses.map(({ state }) => state)).toEqual(['success', 'pending'])
})

test('a status that is not good stands in its way, unless none is asked for', async () => {
  const { octokit, place, create } = await deploying()
  const status = { ...place, sha: SHA, state: 'failure', context: 'ci' } as const
  await octokit.request('POST /repos/{owner}/{repo}/statuses/{sha}', status)
  await expect(create({ required_contexts: undefined })).rejects.toMatchObject({ status: 409 })
  await expect(create({ required_contexts: ['other'] })).rejects.toMatchObject({ status: 409 })
  expect((await create()).status).toBe(201)
})

const DISPATCH = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches'
const RUNS = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs'
const DEPLOY =
  'on: {workflow_dispatch: {inputs: {model: {required: true}, note: {default: none}}}}\njobs: {}\n'

test("a job's own token starts a workflow by name, with the inputs that it declares and no others", async () => {
  const scene = await hostedScene({ actions: 'write' })
  const { clone, octokit, place, repository } = scene
  await clone.commit('Add workflows', {
    '.github/workflows/deploy.yml': DEPLOY,
    '.github/workflows/push.yml': 'on: push\njobs: {}\n',
  })
  await clone.git('push', '-q', 'origin', 'main')
  const dispatch = (workflow: string, inputs: Record<string, string> = { model: 'churn' }, ref = 'main') =>
    octokit.request(DISPATCH, { ...place, workflow_id: workflow, ref, inputs })
  const { status, data } = await dispatch('deploy.yml')
  expect(status).toBe(200)
  const own = triggersOf(repository).filter(({ event }) => event === 'workflow_dispatch')
  expect(own).toMatchObject([{ needsApproval: false, inputs: { model: 'churn', note: 'none' } }])
  const runs = await octokit.request(RUNS, { ...place, workflow_id: 'deploy.yml' })
  const { workflow_run_id: id } = data as unknown as { workflow_run_id: number }
  expect(runs.data.workflow_runs).toMatchObject([{ id, event: 'workflow_dispatch', head_branch: 'main' }])
  await expect(dispatch('deploy.yml', { model: 'churn', more: '1' })).rejects.toMatchObject({ status: 422 })
  await expect(dispatch('deploy.yml', {})).rejects.toMatchObject({ status: 422 })
  await expect(dispatch('push.yml', {})).rejects.toMatchObject({ status: 422 })
  await expect(dispatch('none.yml')).rejects.toMatchObject({ status: 404 })
  await expect(dispatch('deploy.yml', { model: 'churn' }, 'nowhere')).rejects.toMatchObject({ status: 422 })
})
