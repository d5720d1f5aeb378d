import { expect, test } from 'vitest'
import { deploymentsOf } from '../../sandbox/state/deployments.ts'
import { CONFIG, definition, merging } from './merging.ts'

// What a merge that went past us comes to: the seal judges what was merged by what stood before it.

type Scene = Awaited<ReturnType<typeof merging>>

const BRANCH = 'modelyard/churn/promote-1-staging'
const MODEL = 'registry-data/models/churn'

/** A person's commit on top of the proposal, after which it is another head. */
async function pushOnProposal({ clone }: Scene, files: Readonly<Record<string, string>>): Promise<void> {
  await clone.git('fetch', '-q', 'origin', BRANCH)
  await clone.git('checkout', '-q', '-B', 'proposal', 'FETCH_HEAD')
  await clone.write(files)
  await clone.git('add', '--all')
  await clone.git('commit', '-q', '--allow-empty', '-m', 'One more thing')
  await clone.git('push', '-q', 'origin', `proposal:${BRANCH}`)
}

test('an approval of an earlier head is none of what was merged', async () => {
  const scene = await merging()
  const pull = await scene.propose(1)
  await scene.approve(pull)
  await pushOnProposal(scene, {})
  await scene.merge(pull)
  const { sealed } = await scene.sealing()
  const reasons = ['0 of 1 given', 'grace does not count: approved an earlier commit']
  expect(sealed).toMatchObject([{ approvals: [], held: { outcome: 'failed', reasons } }])
})

test('an approval that was dismissed is none', async () => {
  const scene = await merging()
  const pull = await scene.propose(1)
  const { data: review } = await scene.approve(pull)
  await scene.ada.octokit.request(
    'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals',
    { ...scene.place, pull_number: pull, review_id: Number(review.id), message: 'of another time' },
  )
  await scene.merge(pull)
  const { sealed } = await scene.sealing()
  expect(sealed).toMatchObject([{ approvals: [], held: { outcome: 'failed', reasons: ['0 of 1 given'] } }])
})

test('a policy that was merged with the move does not judge it', async () => {
  const scene = await merging()
  const pull = await scene.propose(1)
  await pushOnProposal(scene, { [`${MODEL}/model.yaml`]: definition('') })
  await scene.merge(pull)
  const result = await scene.sealing()
  expect(result.outcome).toBe('failed')
  expect(result.sealed).toMatchObject([{ held: { outcome: 'failed', reasons: ['0 of 1 given'] } }])
})

test('pointers that are not what the record comes to are told, and nothing is sealed or deployed', async () => {
  const scene = await merging()
  const pull = await scene.propose(1)
  const pointers = { schema: 1, stages: { staging: [1], production: [2] }, aliases: {} }
  await pushOnProposal(scene, { [`${MODEL}/stages.json`]: `${JSON.stringify(pointers, null, 2)}\n` })
  await scene.approve(pull)
  await scene.merge(pull)
  const result = await scene.sealing()
  expect(result).toMatchObject({ outcome: 'failed', sealed: [] })
  expect(deploymentsOf(scene.repository)).toEqual([])
})

test('what no promotion may bring along is told with the seal, and keeps it from being deployed', async () => {
  const scene = await merging()
  const pull = await scene.propose(1)
  await pushOnProposal(scene, { [`${MODEL}/versions/2/notes.yaml`]: 'description: better\n' })
  await scene.approve(pull)
  await scene.merge(pull)
  const { outcome, sealed } = await scene.sealing()
  expect(outcome).toBe('failed')
  expect(sealed).toMatchObject([{ held: { outcome: 'passed' } }])
  expect(sealed[0]?.problems).toEqual([expect.stringMatching(/^versions\/2\/notes\.yaml: /)])
  expect(deploymentsOf(scene.repository)).toEqual([])
})

test('a record that was changed after its merge is told', async () => {
  const scene = await merging()
  const pull = await scene.propose(1)
  await scene.approve(pull)
  await scene.merge(pull)
  const { clone } = scene
  await clone.git('fetch', '-q', 'origin', 'main')
  await clone.git('checkout', '-q', '-B', 'main', 'FETCH_HEAD')
  const path = `${MODEL}/promotions/1.json`
  const record = JSON.parse(await clone.git('show', `HEAD:${path}`))
  await clone.commit('Touch up', { [path]: `${JSON.stringify({ ...record, reason: 'another' }, null, 2)}\n` })
  await clone.git('push', '-q', 'origin', 'main')
  const { outcome, sealed } = await scene.sealing()
  expect(outcome).toBe('failed')
  expect(sealed[0]?.problems).toEqual(['promotions/1.json was changed after its merge'])
})

test('what was merged before the repository listed workflows is sealed as it was, without an alarm', async () => {
  const scene = await merging()
  const { clone, repository } = scene
  await scene.merge(await scene.propose(1))
  await clone.git('pull', '-q', 'origin', 'main')
  const listing = `workflows: [.github/workflows/modelyard-seal.yml]\n`
  await clone.commit('Adopt', { '.github/modelyard.yml': `${CONFIG}${listing}` })
  await clone.git('push', '-q', 'origin', 'HEAD:main')
  const later = await scene.propose(2)
  await scene.merge(later)

  const result = await scene.sealing()
  expect(result.sealed).toMatchObject([
    {
      record: 1,
      outcome: 'passed',
      problems: [],
      remarks: [expect.stringContaining('before this repository')],
    },
    { record: 2, outcome: 'failed', held: { outcome: 'failed', reasons: ['0 of 1 given'] } },
  ])
  const { files } = await scene.seals()
  expect(files['churn/1.json']).toMatchObject({ 'pull-request': 1, 'merged-by': 'ada', approvals: [] })
  expect(files['churn/1.json']).not.toHaveProperty('held')
  // Neither what came before, nor what did not hold.
  expect(deploymentsOf(repository)).toEqual([])
})

test('a list of workflows that was taken away makes nothing early', async () => {
  const listing = `workflows: [.github/workflows/modelyard-seal.yml]\n`
  const scene = await merging({ config: `${CONFIG}${listing}` })
  await scene.clone.commit('Take the list away', { '.github/modelyard.yml': CONFIG })
  await scene.clone.git('push', '-q', 'origin', 'HEAD:main')
  await scene.merge(await scene.propose(1))
  expect((await scene.sealing()).sealed).toMatchObject([{ record: 1, held: { outcome: 'failed' } }])
})

test('a move onto a configuration that cannot be read is sealed with that, and not deployed', async () => {
  const scene = await merging()
  const { clone, repository } = scene
  const pull = await scene.propose(1)
  await scene.approve(pull)
  const config = '.github/modelyard.yml'
  const pushConfig = async (message: string, text: string) => {
    await clone.git('checkout', '-q', 'main')
    await clone.git('pull', '-q', 'origin', 'main')
    await clone.commit(message, { [config]: text })
    await clone.git('push', '-q', 'origin', 'main')
  }
  await pushConfig('A slip', `${CONFIG}stages: [\n`)
  await scene.merge(pull)
  await pushConfig('Mend it', CONFIG)
  const { sealed } = await scene.sealing()
  expect(sealed).toMatchObject([
    { held: { outcome: 'inconclusive', reasons: [expect.stringContaining(config)] } },
  ])
  expect(deploymentsOf(repository)).toEqual([])
})
