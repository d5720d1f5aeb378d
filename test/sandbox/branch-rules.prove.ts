import { describe, expect, test } from 'vitest'
import { readRef } from '../../sandbox/git/refs.ts'
import { type CheckRun, checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { addRuleset, type Demands, protectBranch } from '../../sandbox/state/rules.ts'
import { addRun } from '../../sandbox/state/runs.ts'
import { teamsOf } from '../../sandbox/state/teams.ts'
import {
  type HostedScene,
  hostedScene,
  MERGE,
  PULL,
  PULLS,
  personIn,
  pushBranch,
  REVIEWS,
  refusalOf,
  STATUS,
} from './hosted.ts'

const GITHUB_ACTIONS = 15368

/** A pull request of ada's on a repository with rules for its default branch. */
async function ruledScene(demands: Demands, by: 'ruleset' | 'protection' = 'ruleset') {
  const scene = await hostedScene({ contents: 'write', statuses: 'write', pull_requests: 'read' })
  const head = await pushBranch(scene.clone, 'side', { 'a.txt': 'two\n' })
  const facts = { ...scene.place, title: 'x', head: 'side', base: 'main' }
  await scene.ada.octokit.request(PULLS, facts)
  if (by === 'ruleset') addRuleset(scene.sandbox.world, scene.repository, { demands })
  else protectBranch(scene.repository, { demands })
  const at = { ...scene.place, pull_number: 1 }
  const approve = (who: HostedScene['ada'] = scene.grace) =>
    who.octokit.request(REVIEWS, { ...at, event: 'APPROVE' })
  const merge = () => scene.ada.octokit.request(MERGE, at)
  return { ...scene, at, head, approve, merge }
}

const refused = (problem: string) => ({ status: 405, message: expect.stringContaining(problem) })

describe('required reviews', () => {
  test.each(['ruleset', 'protection'] as const)(
    'of a %s hold a merge back until somebody approves',
    async by => {
      const { merge, approve, ada, at } = await ruledScene({ reviews: { count: 1 } }, by)
      await expect(merge()).rejects.toMatchObject(refused('At least 1 approving review is required'))
      expect((await ada.octokit.request(PULL, at)).data.mergeable_state).toBe('blocked')
      await approve()
      expect((await ada.octokit.request(PULL, at)).data.mergeable_state).toBe('clean')
      expect((await merge()).status).toBe(200)
    },
  )

  test('count writers alone, and none while changes are asked for', async () => {
    const { merge, approve, rita, grace, at } = await ruledScene({ reviews: { count: 1 } })
    await approve(rita)
    await expect(merge()).rejects.toMatchObject(refused('approving review'))
    await grace.octokit.request(REVIEWS, { ...at, event: 'REQUEST_CHANGES', body: 'no' })
    await expect(merge()).rejects.toMatchObject(refused('Changes were requested'))
    await approve(grace)
    expect((await merge()).status).toBe(200)
  })

  test('fall with a push where stale ones are dismissed', async () => {
    const { merge, approve, clone, ada, at } = await ruledScene({ reviews: { count: 1, dismissStale: true } })
    await approve()
    await clone.commit('more', { 'a.txt': 'three\n' })
    await clone.git('push', '-q', 'origin', 'side')
    await expect(merge()).rejects.toMatchObject(refused('approving review'))
    const { data } = await ada.octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', at)
    expect(data.map(({ state }) => state)).toEqual(['DISMISSED'])
  })

  test('of the last push are not given by who pushed', async () => {
    const { merge, approve, sandbox, repository, grace, clone } = await ruledScene({
      reviews: { count: 1, lastPushApproval: true },
    })
    await clone.commit('more', { 'a.txt': 'three\n' })
    await clone.git('push', '-q', sandbox.gitUrl(repository, grace.token), 'side')
    await approve(grace)
    await expect(merge()).rejects.toMatchObject(refused('other than the last pusher'))
  })
})

describe('required checks', () => {
  test('hold a merge back until they succeed, from the source that is expected', async () => {
    const check = { context: 'modelyard/pipeline', source: GITHUB_ACTIONS }
    const { merge, head, place, octokit, ada } = await ruledScene({ checks: { required: [check] } })
    const set = (client: typeof octokit, state: 'success' | 'failure') =>
      client.request(STATUS, { ...place, sha: head, state, context: check.context })
    await expect(merge()).rejects.toMatchObject(refused('"modelyard/pipeline" is expected'))
    await set(ada.octokit, 'success')
    await expect(merge()).rejects.toMatchObject(refused('"modelyard/pipeline" is expected'))
    await set(octokit, 'failure')
    await expect(merge()).rejects.toMatchObject(refused('"modelyard/pipeline" is failing'))
    await set(octokit, 'success')
    expect((await merge()).status).toBe(200)
  })
})

describe('a direct move', () => {
  test.each([
    [{ reviews: { count: 0 } }, 'Changes must be made through a pull request.'],
    [{ checks: { required: [{ context: 'ci' }] } }, 'Required status check "ci" is expected.'],
  ] satisfies [Demands, string][])(
    'against %j is refused to git, REST and GraphQL',
    async (demands, problem) => {
      const { clone, bare, first, head, place, octokit } = await ruledScene(demands)
      expect(await refusalOf(clone.git('push', 'origin', 'side:main'))).toContain(problem)
      const move = { ...place, ref: 'heads/main', sha: head }
      await expect(octokit.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', move)).rejects.toMatchObject(
        {
          status: 422,
          message: expect.stringContaining(problem),
        },
      )
      const answer = octokit.graphql(
        `mutation Move($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }`,
        {
          input: {
            repositoryId: await idOf(octokit, place),
            refUpdates: [{ name: 'refs/heads/main', afterOid: head }],
          },
        },
      )
      await expect(answer).rejects.toThrow(problem)
      expect((await readRef(bare, 'refs/heads/main'))?.sha).toBe(first)
    },
  )

  test('by force, or away, is refused where it is protected', async () => {
    const { clone, repository, bare } = await ruledScene({})
    protectBranch(repository, { branch: 'side' })
    const before = (await readRef(bare, 'refs/heads/side'))?.sha
    const forced = await refusalOf(clone.git('push', '--force', 'origin', 'main:side'))
    expect(forced).toContain('GH006: Protected branch update failed for refs/heads/side')
    expect(forced).toContain('Cannot force-push')
    expect(await refusalOf(clone.git('push', 'origin', ':side'))).toContain('Cannot delete')
    expect((await readRef(bare, 'refs/heads/side'))?.sha).toBe(before)
  })

  test('with a merge commit is refused where history is linear', async () => {
    const { clone } = await ruledScene({ linearHistory: true })
    await clone.git('checkout', '-q', 'main')
    await clone.git('merge', '-q', '--no-ff', '-m', 'merge', 'side')
    expect(await refusalOf(clone.git('push', 'origin', 'main'))).toContain('must not contain merge commits')
    expect(await refusalOf(clone.git('push', 'origin', 'side:main'))).not.toContain('rejected')
  })

  test('is let to who is exempt, and never to a job', async () => {
    const { sandbox, repository, clone, token } = await hostedScene()
    addRuleset(sandbox.world, repository, {
      demands: { reviews: { count: 1 } },
      bypass: ['ada', 'github-actions[bot]'],
    })
    await clone.commit('more', { 'a.txt': 'two\n' })
    const asJob = clone.git('push', sandbox.gitUrl(repository, token), 'HEAD:main')
    expect(await refusalOf(asJob)).toContain('GH013')
    expect(await refusalOf(clone.git('push', 'origin', 'HEAD:main'))).not.toContain('rejected')
  })
})

test('the rules of a branch are read with their rulesets, and classic protection by who administers', async () => {
  const { sandbox, repository, octokit, place, ada } = await hostedScene(
    { contents: 'read' },
    { tolerate: ['permission'] },
  )
  const demands = {
    reviews: { count: 2, codeOwners: true },
    checks: { required: [{ context: 'modelyard / gates', source: 7 }] },
    noForcePush: true,
  }
  const { id } = addRuleset(sandbox.world, repository, { demands })
  protectBranch(repository, { demands: { reviews: { count: 1 } } })
  const branch = { ...place, branch: 'main' }
  const { data } = await octokit.request('GET /repos/{owner}/{repo}/rules/branches/{branch}', branch)
  expect(data).toMatchObject([
    { type: 'non_fast_forward', ruleset_id: id },
    {
      type: 'pull_request',
      parameters: { required_approving_review_count: 2, require_code_owner_review: true },
    },
    {
      type: 'required_status_checks',
      parameters: { required_status_checks: [{ context: 'modelyard / gates', integration_id: 7 }] },
    },
  ])
  const read = await octokit.request('GET /repos/{owner}/{repo}/branches/{branch}', branch)
  expect(read.data).toMatchObject({ protected: true, commit: { author: { login: 'ada' } } })
  const listed = await octokit.request('GET /repos/{owner}/{repo}/branches', place)
  expect(listed.data.map(({ name }) => name)).toEqual(['main'])
  const rulesets = await octokit.request('GET /repos/{owner}/{repo}/rulesets', place)
  expect(rulesets.data).toMatchObject([{ id, enforcement: 'active' }])
  const whole = await octokit.request('GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', {
    ...place,
    ruleset_id: id,
  })
  expect(whole.data.rules).toHaveLength(3)
  const PROTECTION = 'GET /repos/{owner}/{repo}/branches/{branch}/protection'
  await expect(octokit.request(PROTECTION, branch)).rejects.toMatchObject({ status: 403 })
  expect((await ada.octokit.request(PROTECTION, branch)).data).toMatchObject({
    required_pull_request_reviews: { required_approving_review_count: 1 },
    allow_force_pushes: { enabled: false },
  })
})

async function idOf(octokit: HostedScene['octokit'], place: HostedScene['place']): Promise<string> {
  return (await octokit.request('GET /repos/{owner}/{repo}', place)).data.node_id
}

describe('a required check run', () => {
  const demands = { checks: { required: [{ context: 'gates' }] } }

  const runOn = ({ sandbox, repository, head }: Awaited<ReturnType<typeof ruledScene>>, facts: object) =>
    addRun(sandbox.world, repository, { headSha: head, actor: 'ada', jobs: { gates: 'success' }, ...facts })

  test.each(['success', 'neutral', 'skipped'] as const)(
    'that ended %s lets a merge through',
    async conclusion => {
      const scene = await ruledScene(demands)
      await expect(scene.merge()).rejects.toMatchObject(refused('is expected'))
      checkRunsOf(scene.repository).push(checkRun(scene.head, conclusion))
      expect((await scene.merge()).status).toBe(200)
    },
  )

  test.each(['failure', 'cancelled', 'action_required', 'timed_out'])(
    'that ended %s holds it back',
    async conclusion => {
      const scene = await ruledScene(demands)
      checkRunsOf(scene.repository).push(checkRun(scene.head, conclusion))
      await expect(scene.merge()).rejects.toMatchObject(refused('is failing'))
    },
  )

  test('of a dispatched run does not count, and one of a pull request does', async () => {
    const scene = await ruledScene(demands)
    runOn(scene, { event: 'workflow_dispatch' })
    await expect(scene.merge()).rejects.toMatchObject(refused('is expected'))
    runOn(scene, { event: 'pull_request' })
    expect((await scene.merge()).status).toBe(200)
  })

  test('and a status of the same name are both required', async () => {
    const scene = await ruledScene(demands)
    runOn(scene, {})
    const status = { ...scene.place, sha: scene.head, context: 'gates' }
    await scene.ada.octokit.request(STATUS, { ...status, state: 'failure' })
    await expect(scene.merge()).rejects.toMatchObject(refused('is failing'))
    await scene.ada.octokit.request(STATUS, { ...status, state: 'success' })
    expect((await scene.merge()).status).toBe(200)
  })

  test('counts from the App alone that is expected to report it', async () => {
    const scene = await ruledScene({ checks: { required: [{ context: 'gates', source: 7 }] } })
    runOn(scene, {})
    await expect(scene.merge()).rejects.toMatchObject(refused('is expected'))
    checkRunsOf(scene.repository).push({ ...checkRun(scene.head, 'success'), app: 7 })
    expect((await scene.merge()).status).toBe(200)
  })
})

describe('a review by code owners', () => {
  /** The base has these lines before the branch is cut, and ada's pull request changes `models/a.txt`. */
  async function ownedScene(lines: string, path = 'models/churn/a.txt') {
    const scene = await hostedScene({ contents: 'write', pull_requests: 'read' })
    const { clone, sandbox, repository, ada, grace, rita, place } = scene
    sandbox.world.addAccount('linus')
    repository.collaborators.set('linus', 'write')
    const linus = personIn(scene, 'linus')
    await clone.commit('owners', { '.github/CODEOWNERS': lines })
    await clone.git('push', '-q', 'origin', 'HEAD:main')
    // What the branch itself says of its owners counts for nothing.
    await pushBranch(clone, 'side', { [path]: 'two\n', CODEOWNERS: '* @ada\n' })
    await ada.octokit.request(PULLS, { ...place, title: 'x', head: 'side', base: 'main' })
    addRuleset(sandbox.world, repository, { demands: { reviews: { count: 1, codeOwners: true } } })
    const at = { ...place, pull_number: 1 }
    const merge = () => ada.octokit.request(MERGE, at)
    const approve = (who: typeof ada) => who.octokit.request(REVIEWS, { ...at, event: 'APPROVE' })
    return { ...scene, merge, approve, grace, rita, linus }
  }

  test('counts the approvals of owners alone', async () => {
    const { merge, approve, grace, linus } = await ownedScene('/models/ @linus\n')
    await approve(grace)
    await expect(merge()).rejects.toMatchObject(refused('Waiting on code owner review from linus'))
    await approve(linus)
    expect((await merge()).status).toBe(200)
  })

  test('takes a member for the team, and one of several owners for all', async () => {
    const { merge, approve, linus, repository } = await ownedScene('*.txt @grace @acme/ml-leads\n')
    teamsOf(repository).set('ml-leads', ['linus'])
    await approve(linus)
    expect((await merge()).status).toBe(200)
  })

  test.each([
    ['the last line that matches wins', '* @grace\n/models/churn/ @linus\n', 'models/churn/a.txt', 'linus'],
    [
      'a later line may take the owners away',
      '* @linus\nmodels/**/a.txt\n*.none @linus\nCODEOWNERS\n',
      'models/churn/a.txt',
      undefined,
    ],
    ['a star stays in its folder', '/models/* @linus\n', 'models/churn/a.txt', undefined],
    ['a name means that folder at any depth', 'churn/ @linus\n', 'models/churn/deep/a.txt', 'linus'],
  ])('%s', async (_, lines, path, owner) => {
    const { merge, approve, grace } = await ownedScene(lines, path)
    await approve(grace)
    const merged = merge()
    if (owner === undefined) expect((await merged).status).toBe(200)
    else await expect(merged).rejects.toMatchObject(refused(`code owner review from ${owner}`))
  })

  test('is not given by an owner who may not write', async () => {
    const { merge, approve, grace, rita } = await ownedScene('* @rita\n')
    await approve(grace)
    await approve(rita)
    await expect(merge()).rejects.toMatchObject(refused('code owner review from rita'))
  })
})

function checkRun(headSha: string, conclusion: string): CheckRun {
  const none = { externalId: null, detailsUrl: null, title: null, summary: null, text: null }
  const times = { startedAt: null, completedAt: null }
  const made = { id: 1, app: GITHUB_ACTIONS, creator: 'github-actions[bot]', annotations: [], actions: [] }
  return {
    ...none,
    ...times,
    ...made,
    headSha,
    name: 'gates',
    status: 'completed',
    conclusion,
    dispatched: false,
  }
}
