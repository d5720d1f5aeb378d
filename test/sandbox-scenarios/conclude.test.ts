import { expect, test } from 'vitest'
import { secondaryLimit, serverError } from '../../sandbox/faults.ts'
import type { Granted } from '../../sandbox/roles.ts'
import type { SandboxOptions } from '../../sandbox/server.ts'
import { addPull } from '../../sandbox/state/issues.ts'
import { statusesOf } from '../../sandbox/state/statuses.ts'
import { runAction } from '../support/run-action.ts'
import { gitHubOf, openScene } from '../support/sandbox.ts'
import { temporaryRepository } from '../support/temporary.ts'

const HEAD = 'a'.repeat(40)
const NEEDS = JSON.stringify({
  registry: { result: 'success', outputs: { models: '["churn"]' } },
  lint: { result: 'failure' },
})

/** A pull request whose pipeline is concluded by the committed bundle of the Action. */
async function concludedOnPull(permissions: Granted, options: SandboxOptions = {}) {
  const scene = await openScene(permissions, options)
  const { sandbox, repository, token } = scene
  repository.commits.add(HEAD)
  const { number } = addPull(sandbox.world, repository, {
    author: 'ada',
    headSha: HEAD,
    baseSha: 'b'.repeat(40),
  })
  const { root } = await temporaryRepository()
  const conclude = (inputs: Readonly<Record<string, string>> = {}) =>
    runAction('actions/conclude', {
      folder: root,
      inputs: { needs: NEEDS, ...inputs },
      token: token.value,
      event: { pull_request: { number, head: { sha: HEAD } } },
      env: {
        ...gitHubOf(sandbox),
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_RUN_ID: '4242',
        // On a pull request a merge that nobody made: never the commit to mark.
        GITHUB_SHA: 'c'.repeat(40),
      },
    })
  return { ...scene, conclude, statuses: () => statusesOf(repository) }
}

test('the head of the pull request is marked, with a link to the run', async () => {
  const { conclude, statuses, sandbox } = await concludedOnPull({ statuses: 'write' })
  const { status, outputs, log } = await conclude()
  expect({ status, outputs }, log).toMatchObject({
    status: 1,
    outputs: { outcome: 'failed', sha: HEAD, description: 'failed: lint' },
  })
  expect(statuses()).toMatchObject([
    {
      sha: HEAD,
      context: 'modelyard/pipeline',
      state: 'failure',
      description: 'failed: lint',
      targetUrl: 'https://github.com/acme/models/actions/runs/4242',
    },
  ])
  expect(sandbox.log).toHaveLength(1)
})

test('a job that passed later takes the place of what failed', async () => {
  const { conclude, statuses } = await concludedOnPull({ statuses: 'write' })
  await conclude()
  const needs = NEEDS.replace('failure', 'success')
  expect(await conclude({ needs })).toMatchObject({ status: 0, outputs: { outcome: 'passed' } })
  expect(statuses().at(-1)).toMatchObject({ state: 'success' })
})

test('a token that may not is told what grants it, and the answer is the same', async () => {
  const { conclude, statuses } = await concludedOnPull({ contents: 'read' }, { tolerate: ['permission'] })
  const { status, outputs, summary } = await conclude()
  expect({ status, outputs }).toMatchObject({ status: 1, outputs: { outcome: 'failed' } })
  expect(outputs.sha ?? '').toBe('')
  expect(summary).toContain('statuses: write')
  expect(statuses()).toEqual([])
})

test.for([
  ['an answer that is lost', serverError(502, 'after'), 2],
  ['a failure before anything is done', serverError(500), 1],
  ['a limit with a moment to wait', secondaryLimit(1), 1],
] as const)('%s leaves the commit marked', async ([, fault, marks]) => {
  const { conclude, statuses, sandbox } = await concludedOnPull({ statuses: 'write' })
  sandbox.faults.next('repos/create-commit-status', fault)
  expect((await conclude()).outputs.sha).toBe(HEAD)
  expect(statuses().map(({ state }) => state)).toEqual(Array.from({ length: marks }, () => 'failure'))
})
