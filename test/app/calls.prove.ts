import { expect, test } from 'vitest'
import type { LoggedCall } from '../../sandbox/exchange.ts'
import { CONFIG } from '../sandbox-scenarios/merging.ts'
import { MEASURES } from '../support/origin.ts'
import { judging } from './judging.ts'

/** Of GitHub's API, from the pull request that is opened to its merge that is sealed, deployed and started. */
const MOST_CALLS = 48
/** What git asks has no quota, and still takes time. */
const MOST_OF_GIT = 14

test('one promotion, from its pull request to its sealed merge, costs no more calls than it may', async () => {
  const { app, sandbox, promotion, approve, merge, seals } = await judging({
    config: `${CONFIG}workflows: [${MEASURES}]\napp: true\n`,
  })
  await app.settled()
  const before = sandbox.log.length
  const pull = await promotion(1)
  await app.settled()
  await approve(pull)
  await app.settled()
  await merge(pull)
  await app.settled()
  expect((await seals()).files).toMatchObject({ 'churn/1.json': { held: { outcome: 'passed' } } })
  const calls = sandbox.log.slice(before).filter(({ actor }) => actor === 'modelyard[bot]')
  const isOfGit = ({ route }: LoggedCall) => route.startsWith('git-')
  const [ofGit, ofApi] = [calls.filter(isOfGit), calls.filter(call => !isOfGit(call))]
  const lines = ofApi.map(({ method, operationId, route }) => operationId ?? `${method} ${route}`)
  const told = `${lines.length} calls of the API, ${ofGit.length} of git:\n${renderCounts(lines)}`
  console.log(told)
  expect(lines.length, told).toBeLessThanOrEqual(MOST_CALLS)
  expect(ofGit.length, told).toBeLessThanOrEqual(MOST_OF_GIT)
})

/** The most frequent first. */
function renderCounts(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${count} ${name}`)
    .join('\n')
}
