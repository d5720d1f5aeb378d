import { expect, test } from 'vitest'
import { endJobs, startRun } from '../../sandbox/follow-runs.ts'
import { zipOf } from '../../sandbox/runner/zip.ts'
import { commentsOf } from '../../sandbox/state/issues.ts'
import type { Artifact } from '../../sandbox/state/runs.ts'
import { startedApp } from '../support/app.ts'
import { CALLER, forkScene } from '../support/fork.ts'
import { RESULTS } from '../support/results.ts'

const left = (name: string, content: string, file = 'answer.json') => ({
  name: `modelyard-result-${name}`,
  zip: zipOf({ name: file, content }),
})
const TESTS = left('test-churn', JSON.stringify(RESULTS['test-report']))

/** A pull request of a fork's whose run ends, and the App. */
async function forked(config = `workflows: [${CALLER}]\napp: true\n`) {
  const scene = await forkScene({ config })
  const { sandbox, repository } = scene
  const app = await startedApp(scene)
  const ends = async (
    artifacts: readonly Pick<Artifact, 'name' | 'zip'>[],
    facts: Partial<Parameters<typeof startRun>[2]> = {},
  ) => {
    const run = startRun(sandbox.world, repository, {
      headSha: scene.ended().headSha,
      headBranch: 'idea',
      headRepository: 'rita/models',
      actor: 'rita',
      jobs: { test: null },
      artifacts,
      ...facts,
    })
    endJobs(sandbox.world, repository, run, { test: 'success' })
    await app.settled()
    return run
  }
  const comments = () => commentsOf(repository).filter(({ author }) => author === 'modelyard[bot]')
  return { ...scene, app, ends, comments }
}

test("what a fork's run left is shown by the App, in one comment, as a stranger's words", async () => {
  const { ends, comments, number, sandbox, app } = await forked()
  const run = await ends([TESTS])
  expect(comments()).toMatchObject([{ issue: number }])
  expect(comments()[0]?.body).toContain(`/actions/runs/${run.id}`)
  for (const { guid } of [...sandbox.webhooks.deliveries]) await sandbox.webhooks.redeliver(guid)
  await app.settled()
  await ends([TESTS])
  expect(comments()).toHaveLength(1)
})

test('a verdict, a hostile archive and hostile words get no further than that they were not taken', async () => {
  const { ends, comments } = await forked()
  await ends([
    left('verdict', JSON.stringify({ ...RESULTS.conclusion, description: 'passed: everything' })),
    left('gates', JSON.stringify(RESULTS.gates)),
    left('words', '@everyone ![x](https://example.org/x.png)'),
    left('path', '{}', '../../etc/passwd.json'),
    { name: 'modelyard-result-bomb', zip: new Uint8Array([80, 75, 3, 4]) },
    TESTS,
  ])
  const body = comments()[0]?.body ?? ''
  expect(body).toContain('it holds a judgement')
  expect(body).toContain('modelyard-result-bomb was not taken')
  for (const words of ['passed: everything', '@everyone', 'example.org', 'etc/passwd'])
    expect(body).not.toContain(words)
})

test('a run that left nothing is not spoken of', async () => {
  const { ends, comments } = await forked()
  await ends([])
  expect(comments()).toEqual([])
})

test('a run of another workflow, of a head that moved, or without `app: true` is not shown', async () => {
  const scene = await forked()
  await scene.ends([TESTS], { path: '.github/workflows/other.yml' })
  await scene.ends([TESTS], { headSha: 'e'.repeat(40) })
  expect(scene.comments()).toEqual([])
  const other = await forked(`workflows: [${CALLER}]\n`)
  await other.ends([TESTS])
  expect(other.comments()).toEqual([])
})
