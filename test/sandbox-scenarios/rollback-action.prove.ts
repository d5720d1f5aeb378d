import { expect, test } from 'vitest'
import { addPull, commentsOf, pullsOf } from '../../sandbox/state/issues.ts'
import { promote } from '../../src/commands/promote.ts'
import { evidenceFile } from '../support/registry-files.ts'
import { runAction } from '../support/run-action.ts'
import { gitHubOf, STARTED_BY_GRACE } from '../support/sandbox.ts'
import { displaced, merging } from './merging.ts'

test.each([
  ['rollback', { stage: 'staging' }, 'rollback-1-staging', 'archived → staging'],
  ['archive', { version: '3' }, 'archive-3', 'development → archived'],
])(
  '%s is opened as a pull request by whoever started the run, once',
  async (action, inputs, branch, moves) => {
    const { sandbox, token, checkout, repository, clone } = await displaced()
    const run = async () =>
      runAction(`actions/${action}`, {
        folder: await checkout(),
        inputs: { model: 'churn', reason: 'recall fell', ...inputs },
        token: token.value,
        env: { ...gitHubOf(sandbox), ...STARTED_BY_GRACE },
      })
    const first = await run()
    expect(first, first.log).toMatchObject({
      outputs: { status: 'proposed', branch: `modelyard/churn/${branch}`, 'pull-request': '1' },
    })
    expect(pullsOf(repository)[0]?.body).toContain(moves)
    await clone.git('fetch', '-q', 'origin')
    const path = `origin/modelyard/churn/${branch}:registry-data/models/churn/promotions/3.json`
    expect(JSON.parse(await clone.git('show', path))).toMatchObject({
      kind: action,
      reason: 'recall fell',
      'requested-by': 'grace <7+grace@users.noreply.github.com>',
    })
    expect((await run()).outputs).toMatchObject({ status: 'unchanged', 'pull-request': '1' })
  },
)

test("a promotion that replaces a person's names it and closes it, once", async () => {
  const { sandbox, repository, checkout, ports, first } = await merging({
    files: evidenceFile('churn', 1, 0.9),
  })
  const persons = addPull(sandbox.world, repository, { author: 'ada', headSha: first, baseSha: first })
  const input = { model: 'churn', version: '1', stage: 'staging', replaces: persons.number }
  for (const _ of [1, 2]) await promote.execute(input, ports(await checkout()), {})
  const [, ours] = pullsOf(repository)
  expect(ours?.body).toContain(`pull request ${persons.number}`)
  expect(persons.state).toBe('closed')
  expect(commentsOf(repository)).toMatchObject([
    { issue: persons.number, body: expect.stringContaining(`#${ours?.number} takes the place`) },
  ])
  // What somebody opened again stays so.
  persons.state = 'open'
  await promote.execute(input, ports(await checkout()), {})
  expect(persons.state).toBe('open')
})
