import { expect, test } from 'vitest'
import { checkRunsOf } from '../../../sandbox/state/check-runs.ts'
import { openGitHubChecks } from '../../../src/adapters/github/checks.ts'
import type { CheckAnswer } from '../../../src/ports.ts'
import { contextAt } from '../../support/github-server.ts'
import { openScene } from '../../support/sandbox.ts'

const HEAD = 'a'.repeat(40)
const PERMISSIONS = { checks: 'write' } as const
const ANSWER: CheckAnswer = {
  name: 'modelyard / gates',
  head: HEAD,
  conclusion: 'success',
  title: 'all is met',
  summary: 'all is met',
  annotations: [],
  digest: '1'.repeat(64),
  buttons: [],
}
const OTHER: CheckAnswer = { ...ANSWER, conclusion: 'failure', title: 'no', digest: '2'.repeat(64) }

/** A commit, and the check runs of one App as a process of it reaches them. */
async function checked() {
  const { sandbox, repository } = await openScene(PERMISSIONS)
  sandbox.world.addCommit(repository, HEAD)
  const bot = sandbox.world.addApp('modelyard')
  const app = bot.app?.id ?? 0
  const process = () => {
    const { value } = sandbox.world.issueToken({ kind: 'app', login: bot.login, permissions: PERMISSIONS })
    return openGitHubChecks(contextAt(sandbox.url, { token: value }), app)
  }
  const said = () => checkRunsOf(repository).map(({ conclusion, externalId }) => ({ conclusion, externalId }))
  return { repository, process, said, sandbox }
}

const asSaid = ({ conclusion, digest }: CheckAnswer) => ({ conclusion, externalId: digest })

test('an answer makes one check run, another changes it, and the same again does nothing', async () => {
  const { process, said } = await checked()
  expect(await process().settle(ANSWER)).toMatchObject({ change: 'created' })
  expect(await process().settle(OTHER)).toMatchObject({ change: 'updated' })
  expect(await process().settle(OTHER)).toMatchObject({ change: 'unchanged' })
  expect(said()).toEqual([asSaid(OTHER)])
})

test('two that find none at once make two, which say the same', async () => {
  const { process, said } = await checked()
  const settled = await Promise.all([process(), process()].map(one => one.settle(ANSWER)))
  expect(said()).toEqual([asSaid(ANSWER), asSaid(ANSWER)])
  expect(settled.map(({ change }) => change)).toEqual(['created', 'created'])
})

test('whoever finds two that differ lets both say so, and whoever pressed a button of one stays there', async () => {
  const { process, said, repository } = await checked()
  await Promise.all([process(), process()].map(one => one.settle(ANSWER)))
  const [older] = checkRunsOf(repository)
  if (older === undefined) throw new Error('nothing was said')
  Object.assign(older, { conclusion: 'failure', externalId: `${OTHER.digest}.2.ada` })
  expect(await process().settle(ANSWER)).toMatchObject({ change: 'updated' })
  expect(said()).toEqual([{ ...asSaid(ANSWER), externalId: `${ANSWER.digest}.2.ada` }, asSaid(ANSWER)])
})

test('two answers at once are never told as made alone, so that whoever was late reads again', async () => {
  const { process } = await checked()
  const settled = await Promise.all([process().settle(ANSWER), process().settle(OTHER)])
  expect(settled.map(({ change }) => change)).toContain('updated')
})

test('what stands beside a line already is not put there again, however often the answer changes', async () => {
  const { process, repository, sandbox } = await checked()
  const note = (line: number) =>
    ({ path: 'a.md', line, level: 'error', title: 'bad-file', message: `line ${line}` }) as const
  const lines = () => checkRunsOf(repository).flatMap(run => run.annotations.map(one => one.start_line))
  await process().settle({ ...OTHER, annotations: [note(1), note(2)] })
  await process().settle({ ...OTHER, digest: '3'.repeat(64), annotations: [note(1), note(2)] })
  expect(lines()).toEqual([1, 2])
  await process().settle({ ...OTHER, digest: '4'.repeat(64), annotations: [note(2), note(3)] })
  expect(lines()).toEqual([1, 2, 3])
  // Where nothing stands there nobody asks what does.
  const asked = () =>
    sandbox.log.filter(({ operationId }) => operationId === 'checks/list-annotations').length
  const before = asked()
  await process().settle(ANSWER)
  await process().settle({ ...ANSWER, digest: '5'.repeat(64) })
  expect(asked()).toBe(before)
})
