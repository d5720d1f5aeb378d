import { expect, test } from 'vitest'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { ACTION, BRANCH, EVIDENCE, promoting } from '../support/promoting.ts'
import { failureIn, readMetadata } from '../support/run-action.ts'

test('a promotion is one commit with its evidence, and one pull request, found by the next run', async () => {
  const { promote, checkout, repository, clone } = await promoting()
  const first = await promote((await checkout()).root)
  expect({ status: first.status, outputs: first.outputs }, first.log).toMatchObject({
    status: 0,
    outputs: { status: 'proposed', branch: BRANCH, 'pull-request': '1' },
  })
  const declared = Object.keys((await readMetadata(ACTION)).outputs ?? {})
  expect(Object.keys(first.outputs).filter(name => !declared.includes(name))).toEqual([])
  const [pull] = pullsOf(repository)
  expect(pull).toMatchObject({ title: 'churn: promote version 2 to staging' })
  expect(pull?.body).toContain('development → staging')
  await clone.git('fetch', '-q', 'origin')
  const changed = await clone.git('diff', '--name-only', `origin/main..origin/${BRANCH}`)
  for (const path of Object.keys(EVIDENCE)) expect(changed.split('\n')).toContain(path)
  const record = await clone.git('show', `origin/${BRANCH}:registry-data/models/churn/promotions/2.json`)
  expect(JSON.parse(record)['requested-by']).toBe('grace <7+grace@users.noreply.github.com>')
  // Another machine, later: nothing is left of the first run but what is on GitHub.
  const again = await promote((await checkout()).root)
  expect(again.outputs, again.log).toMatchObject({
    status: 'unchanged',
    'pull-request': '1',
    commit: first.outputs.commit,
  })
  expect(pullsOf(repository)).toHaveLength(1)
})

test('a dry run, and what the policy refuses, change nothing on GitHub', async () => {
  const { promote, checkout, sandbox, clone } = await promoting()
  const { root } = await checkout()
  expect((await promote(root, { 'dry-run': 'true' })).outputs.status).toBe('planned')
  const refused = await promote(clone.root)
  expect(refused.outputs).toMatchObject({ status: 'refused', outcome: 'inconclusive' })
  expect(sandbox.log.filter(({ method, actor }) => method !== 'GET' && actor !== 'ada')).toEqual([])
})

test('the setting that forbids it is told with where it is', async () => {
  const { promote, checkout } = await promoting({ mayOpen: false })
  const { status, outputs, summary } = await promote((await checkout()).root)
  expect(status).toBe(2)
  expect(await failureIn(outputs)).toBe('missing-permission')
  expect(summary).toContain('Allow GitHub Actions to create and approve pull requests')
})

test('no branch checked out is an error, and a merge is no input', async () => {
  const { promote, checkout, sandbox } = await promoting()
  const made = await checkout()
  await made.git('checkout', '-q', '--detach')
  expect(await failureIn((await promote(made.root)).outputs)).toBe('detached-head')
  expect(sandbox.log.filter(({ method, actor }) => method !== 'GET' && actor !== 'ada')).toEqual([])
  expect(Object.keys((await readMetadata(ACTION)).inputs ?? {})).not.toContain('merge')
})
