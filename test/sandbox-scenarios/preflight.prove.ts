import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listRefs } from '../../sandbox/git/refs.ts'
import type { Granted } from '../../sandbox/roles.ts'
import { zipOf } from '../../sandbox/runner/zip.ts'
import { deploymentsOf } from '../../sandbox/state/deployments.ts'
import { commentsOf, pullsOf } from '../../sandbox/state/issues.ts'
import { statusesOf } from '../../sandbox/state/statuses.ts'
import { onPull } from '../support/faulted-actions.ts'
import { fixture } from '../support/fixture-models.ts'
import { forkScene, GRANTED as OF_FORKS } from '../support/fork.ts'
import { measuring } from '../support/measuring.ts'
import { promotion } from '../support/models.ts'
import { evidenceFile, modelFiles } from '../support/registry-files.ts'
import { RESULTS } from '../support/results.ts'
import { runAction, type StepResult } from '../support/run-action.ts'
import { definition, GRANTED, merging } from './merging.ts'

// Issue 5 §1: each permission is taken away from each Action that uses it.

const TOLERATE = { tolerate: ['permission'] } as const
const grants = (line: string) => `\`permissions:\` and, indented below, \`${line}\``
/** As Markdown of a summary, in which a code span and an annotation say the same. */
const plain = (text: string) => text.replaceAll(/[`\\]/g, '').replace(/\s+/g, ' ')

/** What the step says of a lack, wherever somebody looks. */
function expectSaid({ summary, annotations, log }: StepResult, said: string, level: 'error' | 'warning') {
  const found = annotations.filter(annotation => plain(annotation.message).includes(plain(said)))
  expect(found, log).toMatchObject([{ level }])
  expect(plain(summary)).toContain(plain(said))
}

describe('where only showing is lost the step does not fail', () => {
  test.for<[action: string, granted: Granted, inputs: Record<string, string>, lacks: string]>([
    ['actions/report', {}, {}, 'pull-requests: write'],
    ['actions/report', { pull_requests: 'read' }, {}, 'pull-requests: write'],
    ['actions/report', { pull_requests: 'read' }, { on: 'issue', number: '1' }, 'issues: write'],
    ['actions/report', {}, { on: 'commit' }, 'contents: write'],
    ['actions/conclude', {}, {}, 'statuses: write'],
    ['actions/conclude', { statuses: 'read' }, {}, 'statuses: write'],
  ])('%s with %o and %o', async ([action, granted, inputs, lacks]) => {
    const { repository, folder, step } = await onPull(granted, TOLERATE)
    await writeFile(join(folder, 'tests.json'), JSON.stringify(RESULTS['test-report']))
    const own = action.endsWith('report')
      ? { files: 'tests.json', ...inputs }
      : { needs: '{"registry":{"result":"success"}}' }
    const result = await step(action, own)
    expect(result.status, result.log).toBe(0)
    expectSaid(result, grants(lacks), 'warning')
    expect([commentsOf(repository), statusesOf(repository)]).toEqual([[], []])
  })
})

describe("a fork's run, seen by the one that its end starts", () => {
  const without = (name: keyof typeof OF_FORKS): Granted =>
    Object.fromEntries(Object.entries(OF_FORKS).filter(([other]) => other !== name))
  test.for<[action: string, lost: keyof typeof OF_FORKS, lacks: string, status: number]>([
    ['actions/report', 'actions', 'actions: read', 2],
    ['actions/report', 'pull_requests', 'pull-requests: write', 0],
    ['actions/conclude', 'actions', 'actions: read', 2],
    ['actions/conclude', 'statuses', 'statuses: write', 0],
  ])('%s without %s', async ([action, lost, lacks, status]) => {
    const scene = await forkScene({ granted: without(lost), options: TOLERATE })
    const zip = zipOf({ name: 'modelyard-run-1.json', content: JSON.stringify(RESULTS['test-report']) })
    const ended = scene.ended({ artifacts: [{ name: 'modelyard-result-test-churn', zip }] })
    const result = await scene.started(action, ended)
    expect(result.status, result.log).toBe(status)
    expectSaid(result, lacks, status === 0 ? 'warning' : 'error')
    expect([scene.comments(), scene.statuses()]).toEqual([[], []])
  })
})

const RECORDS = [
  promotion(1, 'development', 'staging', { aliases: { challenger: 1 } }),
  promotion(2, 'development', 'staging', { displaces: 1, aliases: { challenger: 2 } }),
]
const PROPOSING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'actions/register': { model: 'churn', artifact: 'made/model.onnx' },
  'actions/promote': { model: 'churn', version: '3', stage: 'staging' },
  'actions/rollback': { model: 'churn', stage: 'staging', reason: 'recall fell' },
  'actions/archive': { model: 'churn', version: '3' },
}
const FULL = { contents: 'write', pull_requests: 'write', statuses: 'write' } as const

/** A job that proposes with what it was granted, as often as is asked. */
async function proposing(action: string) {
  const scene = await merging({
    ...TOLERATE,
    files: modelFiles('churn', { definition: definition(''), versions: [{}, {}, {}], records: RECORDS }),
  })
  const { sandbox, repository, bare } = scene
  const run = async (permissions: Granted) => {
    const folder = await scene.checkout()
    await leave(folder)
    return runAction(action, {
      folder,
      inputs: PROPOSING[action] ?? {},
      token: sandbox.world.issueToken({ kind: 'github-token', repository, permissions }).value,
      env: {
        GITHUB_API_URL: sandbox.url,
        GITHUB_GRAPHQL_URL: sandbox.graphqlUrl,
        GITHUB_REPOSITORY: 'acme/models',
        GITHUB_ACTOR: 'grace',
        GITHUB_ACTOR_ID: '7',
      },
    })
  }
  const left = async () => ({
    branches: (await listRefs(bare, 'refs/heads/modelyard/')).length,
    pulls: pullsOf(repository).length,
  })
  return { ...scene, run, left }
}

/** What earlier jobs left in a checkout. */
async function leave(folder: string): Promise<void> {
  const drafts = join(folder, '.git/modelyard/evidence/churn/3')
  await mkdir(drafts, { recursive: true })
  for (const [path, text] of Object.entries(evidenceFile('churn', 3, 0.9)))
    await writeFile(join(drafts, basename(path)), text)
  await mkdir(join(folder, 'made'))
  await writeFile(join(folder, 'made/model.onnx'), fixture('models/telco-churn/v2/model.onnx'))
}

const NOTHING = { branches: 0, pulls: 0 }
const ONLY_BRANCH = { branches: 1, pulls: 0 }

describe.each(Object.keys(PROPOSING))('%s', action => {
  test.each<[granted: Granted, lacks: string, left: object]>([
    [{ pull_requests: 'write', statuses: 'write' }, 'contents: write', NOTHING],
    [{ ...FULL, contents: 'read' }, 'contents: write', NOTHING],
    [{ contents: 'write', statuses: 'write' }, 'pull-requests: write', NOTHING],
    // Only by trying it is known; what was done is kept.
    [{ ...FULL, pull_requests: 'read' }, 'pull-requests: write', ONLY_BRANCH],
  ])('fails with %o, and goes on when it is granted', async (granted, lacks, left) => {
    const scene = await proposing(action)
    const first = await scene.run(granted)
    expect(first.status, first.log).toBe(2)
    expectSaid(first, grants(lacks), 'error')
    expect(await scene.left()).toEqual(left)
    const again = await scene.run(FULL)
    expect(again.outputs.status, again.log).toBe('proposed')
    expect(await scene.left()).toEqual({ branches: 1, pulls: 1 })
  })

  test('fails by the setting, and goes on when it is ticked', async () => {
    const scene = await proposing(action)
    scene.repository.actionsMayOpenPulls = false
    const first = await scene.run(FULL)
    expect(first.status, first.log).toBe(2)
    const setting = 'Settings → Actions → General → Workflow permissions'
    expectSaid(first, `"Allow GitHub Actions to create and approve pull requests" in ${setting}`, 'error')
    expect(await scene.left()).toEqual(ONLY_BRANCH)
    scene.repository.actionsMayOpenPulls = true
    expect((await scene.run(FULL)).outputs.status).toBe('proposed')
    expect(await scene.left()).toEqual({ branches: 1, pulls: 1 })
  })
})

test.for(['actions/promote', 'actions/rollback', 'actions/archive'])(
  '%s that may set no status proposes all the same, and says so',
  async action => {
    const scene = await proposing(action)
    const result = await scene.run({ contents: 'write', pull_requests: 'write' })
    expect(result, result.log).toMatchObject({ status: 0, outputs: { status: 'proposed' } })
    expect(plain(result.summary)).toContain(plain(grants('statuses: write')))
    expect(statusesOf(scene.repository)).toEqual([])
  },
)

describe('actions/seal', () => {
  /** A merged promotion, and another one open to the same stage. */
  async function merged() {
    const scene = await merging(TOLERATE)
    const pull = await scene.propose(1)
    await scene.approve(pull)
    await scene.merge(pull)
    const { sandbox, repository } = scene
    const run = async (permissions: Granted) =>
      runAction('actions/seal', {
        folder: await scene.checkout(),
        token: sandbox.world.issueToken({ kind: 'github-token', repository, permissions }).value,
        env: {
          GITHUB_API_URL: sandbox.url,
          GITHUB_GRAPHQL_URL: sandbox.graphqlUrl,
          GITHUB_REPOSITORY: 'acme/models',
        },
      })
    return { ...scene, run }
  }
  const sealed = async ({ seals }: Awaited<ReturnType<typeof merged>>) =>
    Object.keys((await seals()).files).length

  test.for<[lost: Granted, lacks: string]>([
    [{ contents: undefined } as unknown as Granted, 'contents: write'],
    [{ contents: 'read' }, 'contents: write'],
    [{ pull_requests: undefined } as unknown as Granted, 'pull-requests: write'],
  ])('with %o lacks %s', async ([lost, lacks]) => {
    const scene = await merged()
    const first = await scene.run({ ...GRANTED, ...lost })
    expect(first.status, first.log).toBe(2)
    expectSaid(first, grants(lacks), 'error')
    expect(await sealed(scene)).toBe(0)
    await scene.run(GRANTED)
    expect(await sealed(scene)).toBe(1)
  })
  test.for<[lost: Granted, lacks: string, deployed: number]>([
    [{ deployments: undefined } as unknown as Granted, 'deployments: write', 0],
    [{ deployments: 'read' }, 'deployments: write', 0],
    [{ actions: undefined } as unknown as Granted, 'actions: write', 1],
    [{ actions: 'read' }, 'actions: write', 1],
  ])(
    'with %o seals, tells that it lacks %s, and deploys no more than it may',
    async ([lost, lacks, deployed]) => {
      const scene = await merged()
      const first = await scene.run({ ...GRANTED, ...lost })
      expect(first.status, first.log).toBe(1)
      expect(plain(first.log + first.summary)).toContain(plain(grants(lacks)))
      expect(await sealed(scene)).toBe(1)
      expect(deploymentsOf(scene.repository)).toHaveLength(deployed)
    },
  )
})

describe.each(['release', 'lfs'] as const)('what measures a model that lies in a %s', where => {
  test.for(['actions/evaluate', 'actions/contract'])('%s fails without contents: read', async action => {
    const measured = { version: '1', evidence: 'false' }
    const { run, scene } = await measuring(action, where, measured, {}, TOLERATE)
    const first = await run()
    expect(first.status, first.log).toBe(2)
    expectSaid(first, grants('contents: read'), 'error')
    expect(scene.sandbox.log.map(({ status }) => status)).not.toContain(200)
  })
})
