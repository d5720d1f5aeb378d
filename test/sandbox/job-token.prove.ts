import { describe, expect, test } from 'vitest'
import { triggersOf } from '../../sandbox/state/triggers.ts'
import { clientOf } from '../support/sandbox.ts'
import { hostedScene, MERGE, PULLS, pushBranch, REVIEWS } from './hosted.ts'

const SETTING = '/repos/{owner}/{repo}/actions/permissions/workflow'

/** A branch of ada's, and a job that may do all that permissions can give it. */
async function jobScene(mayOpen = true) {
  const scene = await hostedScene({ contents: 'write', pull_requests: 'write' })
  scene.repository.actionsMayOpenPulls = mayOpen
  const head = await pushBranch(scene.clone, 'side', { 'a.txt': 'two\n' })
  const facts = { ...scene.place, title: 'x', head: 'side', base: 'main' }
  const seen = triggersOf(scene.repository).length
  const since = () => triggersOf(scene.repository).slice(seen)
  return { ...scene, head, facts, since }
}

describe("a job's token", () => {
  test('opens and approves pull requests only where the setting lets it', async () => {
    const { octokit, ada, repository, place, facts } = await jobScene(false)
    await expect(octokit.request(PULLS, facts)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('GitHub Actions is not permitted to create or approve pull requests'),
    })
    const { data } = await ada.octokit.request(PULLS, facts)
    const approval = { ...place, pull_number: data.number, event: 'APPROVE' } as const
    await expect(octokit.request(REVIEWS, approval)).rejects.toMatchObject({
      status: 422,
      response: { data: { errors: ['GitHub Actions is not permitted to approve pull requests.'] } },
    })
    repository.actionsMayOpenPulls = true
    expect((await octokit.request(REVIEWS, approval)).data.state).toBe('APPROVED')
  })

  test('opens pull requests whose runs wait for a person', async () => {
    const { octokit, facts, since, head } = await jobScene()
    const { data } = await octokit.request(PULLS, facts)
    expect(data.user.login).toBe('github-actions[bot]')
    expect(since()).toMatchObject([
      { event: 'pull_request', action: 'opened', number: 1, sha: head, needsApproval: true },
    ])
  })

  test('pushes without a push event, and moves a pull request whose runs then wait', async () => {
    const { sandbox, repository, token, ada, clone, facts, since } = await jobScene()
    await ada.octokit.request(PULLS, facts)
    const next = await clone.commit('more', { 'a.txt': 'three\n' })
    await clone.git('push', '-q', sandbox.gitUrl(repository, token), 'side')
    expect(since()).toMatchObject([
      { event: 'pull_request', action: 'opened', actor: 'ada', needsApproval: false },
      { event: 'pull_request', action: 'synchronize', sha: next, needsApproval: true },
    ])
    expect(since()).toHaveLength(2)
  })

  test('merges, and starts nothing on the base', async () => {
    const { octokit, ada, place, facts, since } = await jobScene()
    await ada.octokit.request(PULLS, facts)
    await octokit.request(MERGE, { ...place, pull_number: 1 })
    expect(since().map(({ action }) => action)).toEqual(['opened'])
  })
})

test("an App's token and a person's start everything by themselves", async () => {
  const { sandbox, repository, ada, place, facts, since } = await jobScene()
  const { login } = sandbox.world.addApp('modelyard')
  const permissions = { contents: 'write', pull_requests: 'write' } as const
  const app = clientOf(sandbox, sandbox.world.issueToken({ kind: 'app', login, permissions, repository }))
  await app.request(PULLS, facts)
  const { data } = await ada.octokit.request(MERGE, { ...place, pull_number: 1 })
  expect(since()).toMatchObject([
    { event: 'pull_request', action: 'opened', actor: 'modelyard[bot]', needsApproval: false },
    { event: 'pull_request', action: 'closed', actor: 'ada' },
    { event: 'push', ref: 'refs/heads/main', sha: data.sha, needsApproval: false },
  ])
})

test('the setting is read and set by who administers the repository, never by a job', async () => {
  const { sandbox, octokit, place, repository } = await hostedScene({}, { tolerate: ['permission'] })
  sandbox.world.addAccount('root')
  repository.collaborators.set('root', 'admin')
  const root = clientOf(sandbox, sandbox.world.issueToken({ kind: 'person', login: 'root' }))
  await expect(octokit.request(`GET ${SETTING}`, place)).rejects.toMatchObject({ status: 403 })
  expect((await root.request(`GET ${SETTING}`, place)).data).toMatchObject({
    can_approve_pull_request_reviews: false,
  })
  await root.request(`PUT ${SETTING}`, { ...place, can_approve_pull_request_reviews: true })
  expect(repository.actionsMayOpenPulls).toBe(true)
})
