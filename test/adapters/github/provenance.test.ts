import { expect, test } from 'vitest'
import { openGitHubProvenance } from '../../../src/adapters/github/provenance.ts'
import { startGitHub } from '../../support/github-server.ts'
import { callsOf, evidenceOfRun, leftAs, MEASURES, originScene, provenanceAt } from '../../support/origin.ts'
import { sha256 } from '../../support/workbench.ts'

const SHA = 'a'.repeat(40)
const RUN = {
  event: 'push',
  path: '.github/workflows/modelyard.yml@refs/heads/main',
  head_branch: 'main',
  head_sha: SHA,
  repository: { id: 5 },
  head_repository: { id: 5 },
}

async function recorded(run: object) {
  const { context, options } = await startGitHub({ body: run })
  return openGitHubProvenance(context, options).recorded(7)
}

test('a run is what GitHub keeps of it, its workflow without the branch behind it', async () => {
  expect(await recorded(RUN)).toEqual({
    id: 7,
    event: 'push',
    workflow: '.github/workflows/modelyard.yml',
    headBranch: 'main',
    headSha: SHA,
    isOwnHead: true,
    attempt: 1,
    title: '',
    actor: undefined,
    isOver: false,
    head: undefined,
  })
})

test.for([
  ['another repository', { head_repository: { id: 6, full_name: 'acme/models' } }],
  ['a fork that is gone', { head_repository: null }],
] as const)("a head of %s is none of this repository's", async ([, differing]) => {
  expect(await recorded({ ...RUN, ...differing })).toMatchObject({ isOwnHead: false })
})

test('what is no run as GitHub writes it is none', async () => {
  expect(await recorded({ ...RUN, head_sha: 'main' })).toBeUndefined()
  expect(await recorded([])).toBeUndefined()
})

test('evidence is found on every page of what a run left, and the list is asked for once', async () => {
  const scene = await originScene()
  const { sandbox, token } = scene
  const run = scene.ran()
  const zip = leftAs('x', {}).zip
  for (let at = 0; at < 230; at += 1)
    run.artifacts.push({ id: sandbox.world.nextId(), name: `modelyard-result-${at}`, zip, expired: false })
  const files = evidenceOfRun(run.id)
  scene.leave(run, 'churn', files)
  scene.leave(run, 'telco', {})
  const provenance = provenanceAt(sandbox, token)
  expect(await provenance.evidenceOf(run.id, 'churn')).toEqual({
    digests: new Set(Object.values(files).map(sha256)),
    others: ['modelyard-evidence-telco'],
    refused: [],
  })
  await provenance.evidenceOf(run.id, 'telco')
  const pages = callsOf(sandbox).filter(call => call === 'actions/list-workflow-run-artifacts')
  expect(pages).toHaveLength(3)
})

test("no name of an artifact is taken for another model's, nor one that we did not give", async () => {
  const scene = await originScene()
  const { sandbox, token } = scene
  const run = scene.ran()
  for (const model of ['churn-2', 'chur', 'churn::x', '../churn']) scene.leave(run, model, {})
  const found = await provenanceAt(sandbox, token).evidenceOf(run.id, 'churn')
  expect(found.others).toEqual(['modelyard-evidence-churn-2', 'modelyard-evidence-chur'])
  expect(callsOf(sandbox)).not.toContain('actions/download-artifact')
})

test('more artifacts for a model than jobs measure it are not opened', async () => {
  const scene = await originScene()
  const { sandbox, token } = scene
  const run = scene.ran()
  for (let at = 0; at < 22; at += 1) scene.leave(run, `churn.${at}`, evidenceOfRun(run.id, at / 100))
  const found = await provenanceAt(sandbox, token).evidenceOf(run.id, 'churn')
  expect([found.digests.size, found.refused.length]).toEqual([20, 2])
})

test('an archive that is larger than evidence can be is not asked for', async () => {
  const artifact = {
    id: 9,
    name: 'modelyard-evidence-churn',
    size_in_bytes: 40 * 1024 * 1024,
    expired: false,
  }
  const { context, options, calls } = await startGitHub({ body: { total_count: 1, artifacts: [artifact] } })
  const found = await openGitHubProvenance(context, options).evidenceOf(7, 'churn')
  expect(found.refused).toMatchObject([
    { artifact: artifact.name, why: expect.stringContaining('more than') },
  ])
  expect(calls).toHaveLength(1)
})

const HOUR_MS = 60 * 60_000

/** What ended of a workflow in the last day, and the calls that it took. */
async function endedOf(begin: (scene: Awaited<ReturnType<typeof originScene>>) => void) {
  const scene = await originScene()
  begin(scene)
  const { sandbox, token } = scene
  const since = sandbox.world.clock.now().getTime() - 24 * HOUR_MS
  const found = await provenanceAt(sandbox, token).ended(MEASURES, since)
  return { found, calls: callsOf(sandbox).filter(call => call === 'actions/list-workflow-runs').length }
}

test('a run that ended lately is found behind a hundred others, and what others did does not hide it', async () => {
  const ids: number[] = []
  const { found, calls } = await endedOf(({ ran }) => {
    for (let count = 0; count < 130; count += 1) ids.unshift(ran().id)
    for (let count = 0; count < 300; count += 1) ran({ path: '.github/workflows/busy.yml' })
  })
  expect(found).toEqual(ids)
  expect(calls).toBe(2)
})

test('a run that began days ago and ended lately is found, and one that ended days ago is not', async () => {
  let late = 0
  const { found } = await endedOf(({ ran, sandbox }) => {
    ran()
    const run = ran()
    late = run.id
    sandbox.world.clock.advance(50 * HOUR_MS)
    run.updatedAt = sandbox.world.clock.iso()
    ran({ jobs: { train: null } })
  })
  expect(found).toEqual([late])
})

test('runs that cannot have ended lately are not gone through', async () => {
  const { found, calls } = await endedOf(({ ran, sandbox }) => {
    for (let count = 0; count < 350; count += 1) ran()
    sandbox.world.clock.advance(200 * HOUR_MS)
  })
  expect([found, calls]).toEqual([[], 1])
})
