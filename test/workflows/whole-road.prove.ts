import { expect } from 'vitest'
import { deploymentsOf } from '../../sandbox/state/deployments.ts'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { addRuleset } from '../../sandbox/state/rules.ts'
import { statusesOf } from '../../sandbox/state/statuses.ts'
import { AUDIT_BRANCH } from '../../src/domain/registry/seal.ts'
import { MERGE, REVIEWS } from '../sandbox/hosted.ts'
import { exampleFiles } from '../support/act/example-files.ts'
import { type Pushed, pushedTo, validated, WORKFLOW } from '../support/act/pushed.ts'
import { fixture } from '../support/fixture-models.ts'
import { testWith } from '../support/tools.ts'

const NAME = 'telco-churn'
const MODEL = `registry-data/models/${NAME}`
/** What docs/decisions/20 and 21 let a user call on push. */
const CALLER = `on:
  push: {branches: [main]}
permissions: {}
jobs:
  candidate:
    uses: modelyard/modelyard/.github/workflows/candidate.yml@v1
    permissions: {contents: write, pull-requests: write, statuses: write}
    with: {python-version: ''}
  seal:
    uses: modelyard/modelyard/.github/workflows/seal.yml@v1
    permissions: {actions: write, contents: write, deployments: write, pull-requests: write}
`
const GRANTED = {
  actions: 'write',
  contents: 'write',
  deployments: 'write',
  pull_requests: 'write',
  statuses: 'write',
} as const

/** The example, whose staging asks grace, and whose GitHub demands her review of what the registry holds. */
async function team(): Promise<Pushed> {
  const files = exampleFiles()
  const text = String(files[`${MODEL}/model.yaml`])
  return pushedTo(
    CALLER,
    {
      ...files,
      [`${MODEL}/model.yaml`]: text.replace(
        /^ {2}staging:\n/m,
        '  staging:\n    approvals: {required: 1, from: ["@grace"]}\n',
      ),
      '.github/modelyard.yml': `registry: registry-data\nworkflows: [${WORKFLOW}]\n`,
      '.github/CODEOWNERS': '/registry-data/ @grace\n',
    },
    GRANTED,
  )
}

const demand = ({ sandbox, repository }: Pushed) =>
  addRuleset(sandbox.world, repository, {
    demands: { reviews: { count: 1, codeOwners: true, dismissStale: true } },
    bypass: ['ada'],
  })

testWith('act')(
  'a push becomes a candidate that is believed, approved, merged, sealed and deployed',
  async () => {
    const scene = await team()
    demand(scene)
    const { repository, clone, place } = scene
    const trained = await scene.push({
      'train.sh': 'cp made.onnx "$MODELYARD_OUT/model.onnx"\n',
      'made.onnx': fixture(`../../${MODEL}/versions/2/model.onnx`),
    })
    expect(trained, trained.log).toMatchObject({ status: 0, jobs: { seal: 'success' } })
    const [pull] = pullsOf(repository)
    const [number, head] = [pull?.number ?? 0, pull?.pull.headSha ?? '']
    expect(pull?.title).toBe(`${NAME}: register version 6 and promote it to staging`)
    expect(statusesOf(repository)).toMatchObject([
      { sha: head, context: 'modelyard/pipeline', state: 'success' },
    ])
    expect(trained.kept.artifacts.map(({ name }) => name).sort()).toEqual([
      `modelyard-evidence-${NAME}`,
      `modelyard-trained-${NAME}`,
    ])
    const found = await validated(scene, number, head)
    expect(found.outputs, found.log).toMatchObject({ outcome: 'passed', errors: '0' })
    // The same pull request, were the run not there: its evidence is by nobody.
    const [taken] = trained.kept.artifacts.splice(0, trained.kept.artifacts.length)
    const without = await validated(scene, number, head)
    expect(without.annotations.map(({ title }) => title)).toContain('not-believed')
    if (taken) trained.kept.artifacts.push(taken)
    await scene.grace.octokit.request(REVIEWS, { ...place, pull_number: number, event: 'APPROVE' })
    const before = await clone.git('rev-parse', 'origin/main')
    await scene.ada.octokit.request(MERGE, { ...place, pull_number: number, merge_method: 'squash' })
    await clone.git('pull', '-q', 'origin', 'main')
    const after = await clone.git('rev-parse', 'main')
    const merged = await scene.run('push', { before, after, created: false, forced: false })
    expect(merged, merged.log).toMatchObject({ status: 0, jobs: { candidates: 'success', seal: 'success' } })
    expect(Object.keys(merged.jobs)).toHaveLength(2)
    await clone.git('fetch', '-q', 'origin', AUDIT_BRANCH)
    expect(await clone.git('ls-tree', '-r', '--name-only', 'FETCH_HEAD', NAME)).toBe(`${NAME}/11.json`)
    expect(JSON.parse(await clone.git('show', `FETCH_HEAD:${NAME}/11.json`))).toMatchObject({
      'pull-request': number,
      head,
      'merge-commit': after,
      approvals: [{ login: 'grace' }],
      held: { outcome: 'passed' },
    })
    expect(deploymentsOf(repository)).toMatchObject([{ sha: after, environment: 'staging' }])
    expect(pullsOf(repository)).toHaveLength(1)
  },
)
