import { expect, test } from 'vitest'
import { readLog } from '../../sandbox/git/log.ts'
import { readRef } from '../../sandbox/git/refs.ts'
import { addRuleset } from '../../sandbox/state/rules.ts'
import { hostedScene, PULL, PULLS, pushBranch, REVIEWS } from './hosted.ts'

const COMMIT = `mutation Commit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) {
    commit { oid messageHeadline author { email } signature { isValid wasSignedByGitHub } }
    ref { name target { oid } }
  }
}`
const MOVE = 'mutation Move($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }'

const added = (path: string, text: string) => ({ path, contents: Buffer.from(text).toString('base64') })

async function commitScene() {
  const scene = await hostedScene({ contents: 'write' })
  const commit = (fileChanges: object, expectedHeadOid = scene.first, branchName = 'main') =>
    scene.octokit.graphql<{ createCommitOnBranch: Record<string, Record<string, unknown>> }>(COMMIT, {
      input: {
        branch: { repositoryNameWithOwner: 'acme/models', branchName },
        message: { headline: 'Register version 4', body: 'of churn' },
        expectedHeadOid,
        fileChanges,
      },
    })
  const { data } = await scene.octokit.request('GET /repos/{owner}/{repo}', scene.place)
  const move = (...refUpdates: object[]) =>
    scene.octokit.graphql(MOVE, { input: { repositoryId: data.node_id, refUpdates } })
  const at = async (branch: string) => (await readRef(scene.bare, `refs/heads/${branch}`))?.sha
  return { ...scene, commit, move, at }
}

test('a commit is made on a branch, signed, with files added and deleted', async () => {
  const { commit, bare, at, octokit, place } = await commitScene()
  const made = await commit({
    additions: [added('models/churn/4.json', '{}\n')],
    deletions: [{ path: 'a.txt' }],
  })
  expect(made.createCommitOnBranch).toMatchObject({
    commit: {
      oid: await at('main'),
      messageHeadline: 'Register version 4',
      author: { email: '41898282+github-actions[bot]@users.noreply.github.com' },
      signature: { isValid: true, wasSignedByGitHub: true },
    },
    ref: { name: 'main', target: { oid: await at('main') } },
  })
  const { data } = await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', { ...place, ref: 'main' })
  expect(data).toMatchObject({
    author: { login: 'github-actions[bot]' },
    commit: { message: 'Register version 4\n\nof churn', verification: { verified: true } },
  })
  expect(data.files?.map(({ filename, status }) => [filename, status])).toEqual([
    ['a.txt', 'removed'],
    ['models/churn/4.json', 'added'],
  ])
  expect(await readLog(bare, 'refs/heads/main')).toHaveLength(2)
})

test('of 4 who commit on the same head at once, one does', async () => {
  const { commit, bare } = await commitScene()
  const tried = await Promise.allSettled(
    ['a', 'b', 'c', 'd'].map(name => commit({ additions: [added(`${name}.json`, '{}')] })),
  )
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of tried) {
    if (outcome.status === 'rejected') expect(outcome.reason.errors).toMatchObject([{ type: 'STALE_DATA' }])
  }
  expect(await readLog(bare, 'refs/heads/main')).toHaveLength(2)
})

test('a commit is refused with a path that is none, a workflow, or against a rule', async () => {
  const { commit, at, first, sandbox, repository } = await commitScene()
  const unprocessable = { errors: [{ type: 'UNPROCESSABLE' }] }
  await expect(commit({ additions: [added('../a', 'x')] })).rejects.toMatchObject(unprocessable)
  await expect(commit({ deletions: [{ path: 'nothing' }] })).rejects.toMatchObject(unprocessable)
  await expect(commit({}, first, 'nowhere')).rejects.toMatchObject(unprocessable)
  addRuleset(sandbox.world, repository, { demands: { reviews: { count: 1 } } })
  await expect(commit({ additions: [added('a', 'x')] })).rejects.toThrow('through a pull request')
  expect(await at('main')).toBe(first)
})

test('a job commits no workflow, whatever it was granted', async () => {
  const scene = await hostedScene({ contents: 'write' }, { tolerate: ['permission'] })
  const input = {
    branch: { repositoryNameWithOwner: 'acme/models', branchName: 'main' },
    message: { headline: 'ci' },
    expectedHeadOid: scene.first,
    fileChanges: { additions: [added('.github/workflows/ci.yml', 'on: push')] },
  }
  await expect(scene.octokit.graphql(COMMIT, { input })).rejects.toMatchObject({
    errors: [{ type: 'FORBIDDEN' }],
  })
  expect((await readRef(scene.bare, 'refs/heads/main'))?.sha).toBe(scene.first)
})

test('refs move together, each from where it was seen, or not at all', async () => {
  const { move, at, first, clone, ada, place } = await commitScene()
  const side = await pushBranch(clone, 'side', { 'a.txt': 'two\n' })
  const scratch = await pushBranch(clone, 'scratch', { 'a.txt': 'three\n' })
  await ada.octokit.request(PULLS, { ...place, title: 'x', head: 'side', base: 'main' })
  const rebuilt = { name: 'refs/heads/side', beforeOid: side, afterOid: scratch, force: true }
  const gone = { name: 'refs/heads/scratch', beforeOid: first, afterOid: '0'.repeat(40) }
  await expect(move(rebuilt, gone)).rejects.toMatchObject({ errors: [{ type: 'STALE_DATA' }] })
  expect(await at('side')).toBe(side)
  await expect(move({ ...rebuilt, force: false })).rejects.toMatchObject({
    errors: [{ type: 'UNPROCESSABLE' }],
  })
  await move(rebuilt, { ...gone, beforeOid: scratch })
  expect([await at('side'), await at('scratch')]).toEqual([scratch, undefined])
  const { data } = await ada.octokit.request(PULL, { ...place, pull_number: 1 })
  expect(data).toMatchObject({ state: 'open', head: { sha: scratch } })
})

test('a pull request is read with its reviews, decision and mergeability', async () => {
  const scene = await hostedScene({ pull_requests: 'read' })
  const { sandbox, repository, octokit, ada, grace, clone, place } = scene
  addRuleset(sandbox.world, repository, { demands: { reviews: { count: 1 } } })
  const head = await pushBranch(clone, 'side', { 'a.txt': 'two\n' })
  await ada.octokit.request(PULLS, { ...place, title: 'x', head: 'side', base: 'main' })
  const read = () =>
    octokit.graphql<{ repository: { pullRequest: object } }>(
      `query Pull { repository(owner: "acme", name: "models") { pullRequest(number: 1) {
        headRefOid mergeable mergeStateStatus reviewDecision changedFiles isCrossRepository mergedAt
        mergeCommit { oid } headRepository { nameWithOwner }
        reviews(last: 10) { totalCount nodes { state author { login } commit { oid } } }
      } } }`,
    )
  expect((await read()).repository.pullRequest).toMatchObject({
    headRefOid: head,
    mergeable: 'MERGEABLE',
    mergeStateStatus: 'BLOCKED',
    reviewDecision: 'REVIEW_REQUIRED',
    changedFiles: 1,
    isCrossRepository: false,
    mergeCommit: null,
    headRepository: { nameWithOwner: 'acme/models' },
  })
  await grace.octokit.request(REVIEWS, { ...place, pull_number: 1, event: 'APPROVE' })
  expect((await read()).repository.pullRequest).toMatchObject({
    mergeStateStatus: 'CLEAN',
    reviewDecision: 'APPROVED',
    reviews: { nodes: [{ state: 'APPROVED', author: { login: 'grace' }, commit: { oid: head } }] },
  })
})
