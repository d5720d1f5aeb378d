import { expect, test } from 'vitest'
import { serverError } from '../../../sandbox/faults.ts'
import { runGit } from '../../../sandbox/git/run-git.ts'
import type { Api } from '../../../src/adapters/github/api.ts'
import { appendFile } from '../../../src/adapters/github/append-file.ts'
import { openGitHubMonitorHistory } from '../../../src/adapters/github/monitor-history.ts'
import type { NewFile } from '../../../src/ports.ts'
import { type HostedScene, hostedScene } from '../../sandbox/hosted.ts'
import { contextAt } from '../../support/github-server.ts'

const BRANCH = 'modelyard-history'

const run = (number: number): NewFile => ({
  path: `monitoring/churn/2026/03/20260301T100000Z-${number}.1-${'a'.repeat(12)}.json`,
  content: new TextEncoder().encode(`{ "run": ${number} }\n`),
  message: `churn: monitored by run ${number}`,
})

/** A job that adds runs; it waits as long as it would, a hundred times faster. */
const job = ({ sandbox, token }: HostedScene) =>
  openGitHubMonitorHistory(contextAt(sandbox.url, { token: token.value }), {
    sleep: ms => new Promise(resolve => setTimeout(resolve, ms / 100)),
  })

/** The runs that are there, by number, and the commits that brought them. */
async function standing({ clone }: HostedScene) {
  await clone.git('fetch', '-q', 'origin', BRANCH)
  const paths = (await clone.git('ls-tree', '-r', '--name-only', 'FETCH_HEAD', 'monitoring')).split('\n')
  const numbers = paths.map(path => Number(/Z-(\d+)\.1-/.exec(path)?.[1]))
  const subjects = (await clone.git('log', '--format=%s', 'FETCH_HEAD')).split('\n')
  return { runs: numbers.sort((a, b) => a - b), subjects, commits: subjects.length }
}

test('the first run begins the branch, which shares no history with any other', async () => {
  const scene = await hostedScene()
  expect(await job(scene).append(BRANCH, run(1))).toBe('written')
  expect(await standing(scene)).toMatchObject({
    runs: [1],
    subjects: ['churn: monitored by run 1', 'Begin the monitoring history'],
  })
  const { status } = await runGit(scene.bare, ['merge-base', 'main', BRANCH], { accept: [0, 1] })
  expect(status).toBe(1)
  const path = run(1).path
  expect(await scene.clone.git('show', `FETCH_HEAD:${path}`)).toBe('{ "run": 1 }')
})

test('the same run twice is one, by the same job or by another', async () => {
  const scene = await hostedScene()
  const own = job(scene)
  expect(await own.append(BRANCH, run(1))).toBe('written')
  expect(await own.append(BRANCH, run(1))).toBe('there')
  expect(await job(scene).append(BRANCH, run(1))).toBe('there')
  expect(await standing(scene)).toMatchObject({ runs: [1], commits: 2 })
})

test('of many jobs at once each adds its own, on a branch that none of them found', async () => {
  const scene = await hostedScene()
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8]
  const added = await Promise.all(numbers.map(number => job(scene).append(BRANCH, run(number))))
  expect(new Set(added)).toEqual(new Set(['written']))
  expect(await standing(scene)).toMatchObject({ runs: numbers, commits: 9 })
})

test('two jobs that add the same run at once add one', async () => {
  const scene = await hostedScene()
  await job(scene).append(BRANCH, run(1))
  await Promise.all([job(scene), job(scene)].map(one => one.append(BRANCH, run(2))))
  expect(await standing(scene)).toMatchObject({ runs: [1, 2], commits: 3 })
})

test.each([
  ['lost on its way back', serverError(502, 'after')],
  ['cut within', { kind: 'cut', moment: 'after' } as const],
  ['a failure before anything is done', serverError(502)],
])('an answer that is %s leaves the run once', async (_, fault) => {
  const scene = await hostedScene()
  await job(scene).append(BRANCH, run(1))
  scene.sandbox.faults.next('Append', fault)
  expect(await job(scene).append(BRANCH, run(2))).toBe('written')
  expect(scene.sandbox.faults.unmet()).toEqual([])
  expect(await standing(scene)).toMatchObject({ runs: [1, 2], commits: 3 })
})

test.each(['git/create-tree', 'git/create-commit', 'git/create-ref'])(
  'a branch whose beginning fails at %s is begun once, with the run',
  async call => {
    for (const moment of ['before', 'after'] as const) {
      const scene = await hostedScene()
      scene.sandbox.faults.next(call, serverError(502, moment))
      expect(await job(scene).append(BRANCH, run(1))).toBe('written')
      expect(await standing(scene)).toMatchObject({ runs: [1], commits: 2 })
    }
  },
)

test('a branch that others move again and again is told, after pauses between the tries', async () => {
  const api: Pick<Api, 'mutate'> = { mutate: async () => ({ is: 'stale' }) }
  const pauses: number[] = []
  const adding = appendFile(
    api as Api,
    { owner: 'acme', repo: 'models' },
    { name: BRANCH, begin: { message: 'Begin', readme: '' }, file: 'the run' },
    run(1),
    async () => ({ commit: 'a'.repeat(40), holds: false }),
    async lost => void pauses.push(lost),
  )
  await expect(adding).rejects.toMatchObject({ code: 'moved-meanwhile' })
  expect(pauses).toEqual(Array.from({ length: 16 }, (_, at) => at + 1))
})

test('proposals, whose branches begin with modelyard/, stand beside it', async () => {
  const scene = await hostedScene()
  await scene.clone.git('push', '-q', 'origin', 'HEAD:refs/heads/modelyard/churn/promote-1-staging')
  expect(await job(scene).append(BRANCH, run(1))).toBe('written')
})
