import { expect, test } from 'vitest'
import { conclude } from '../../src/commands/conclude.ts'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import { Result } from '../../src/domain/results/index.ts'
import { fakeStatuses } from '../fakes/statuses.ts'
import { workbench } from '../support/workbench.ts'

const SHA = 'a'.repeat(40)
const NEEDS = {
  registry: { result: 'success', outputs: { models: '["churn"]' } },
  lint: { result: 'success', outputs: {} },
  test: { result: 'skipped', outputs: {} },
}

async function concluded(input: Readonly<Record<string, unknown>>, statuses = fakeStatuses(SHA)) {
  const { ports } = await workbench({ ports: { statuses } })
  const result = await conclude.execute({ needs: JSON.stringify(NEEDS), ...input }, ports, {})
  expect(Result.parse(result)).toEqual(result)
  return { result, statuses }
}

test('a pipeline with a job that was skipped is marked as failed', async () => {
  const { result, statuses } = await concluded({})
  expect(result).toMatchObject({
    outcome: 'failed',
    sha: SHA,
    jobs: { registry: 'success', lint: 'success', test: 'skipped' },
  })
  expect(statuses.kept).toEqual([
    { context: 'modelyard/pipeline', state: 'failure', description: 'no result of: test' },
  ])
})

test('what the caller switched off is no lack', async () => {
  const { result, statuses } = await concluded({ switchedOff: ['test'], context: 'models' })
  expect(result).toMatchObject({ outcome: 'passed', 'switched-off': ['test'] })
  expect(statuses.kept).toMatchObject([{ context: 'models', state: 'success' }])
})

test('where the registry job found no model to run for, the others may be skipped', async () => {
  const needs = {
    ...NEEDS,
    registry: { result: 'success', outputs: { models: '[]' } },
    lint: { result: 'skipped' },
  }
  const { result } = await concluded({ needs: JSON.stringify(needs) })
  expect(result).toMatchObject({ outcome: 'passed', description: expect.stringContaining('no model') })
})

test('a job that no touched model has a command for may be skipped, and no other', async () => {
  const outputs = { models: '["churn"]', test: '[]' }
  const needs = { ...NEEDS, registry: { result: 'success', outputs } }
  expect((await concluded({ needs: JSON.stringify(needs) })).result).toMatchObject({ outcome: 'passed' })
  const skipped = { ...needs, lint: { result: 'skipped' } }
  expect((await concluded({ needs: JSON.stringify(skipped) })).result).toMatchObject({ outcome: 'failed' })
})

test('a token that may set no status fails nothing, and is said with what grants it', async () => {
  const next = 'add to the job: permissions: { statuses: write }'
  const denied = new ModelyardError({ code: 'missing-permission', message: 'it may not', next })
  const { result } = await concluded({ switchedOff: ['test'] }, fakeStatuses(undefined, denied))
  expect(result).toMatchObject({ outcome: 'passed', next: [next] })
  expect(result).not.toHaveProperty('sha')
})

test.for(['[]', '{"lint":"success"}', '{"lint":{"result":"fine"}}', 'needs', '""'])(
  'what does not say how jobs ended is refused: %s',
  async needs => {
    const statuses = fakeStatuses(SHA)
    await expect(concluded({ needs }, statuses)).rejects.toMatchObject({ code: 'bad-input' })
    expect(statuses.kept).toEqual([])
  },
)
