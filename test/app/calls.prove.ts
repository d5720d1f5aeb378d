import { expect, test } from 'vitest'
import type { LoggedCall } from '../../sandbox/exchange.ts'
import { CONFIG } from '../sandbox-scenarios/merging.ts'
import { MEASURES } from '../support/origin.ts'
import { judging } from './judging.ts'

/** Of GitHub's API, from the webhook of the pull request over its approval to the check that lets it be merged. */
const MOST_TO_THE_MERGE = 15
/** From the webhook of the merge to seal, Deployment, dispatch and closed rivals; two of them look for tampering. */
const MOST_AFTER_IT = 19
/** What git asks has no quota, and still takes time. */
const MOST_OF_GIT = 36

test('a promotion costs no more calls than it may, to its merge and after it', async () => {
  const { app, sandbox, promotion, approve, merge, seals } = await judging({
    config: `${CONFIG}workflows: [${MEASURES}]\napp: true\n`,
  })
  const promoted = async (version: number) => {
    const pull = await promotion(version)
    await app.settled()
    await approve(pull)
    await app.settled()
    return pull
  }
  // The first one also makes the branch of the seals.
  await merge(await promoted(1))
  await app.settled()
  const start = sandbox.log.length
  const pull = await promoted(2)
  const middle = sandbox.log.length
  await merge(pull)
  await app.settled()
  expect((await seals()).files).toMatchObject({ 'churn/2.json': { held: { outcome: 'passed' } } })
  const own = (calls: readonly LoggedCall[]) => calls.filter(({ actor }) => actor === 'modelyard[bot]')
  const [before, after] = [own(sandbox.log.slice(start, middle)), own(sandbox.log.slice(middle))]
  const told = `to the merge ${renderCalls(before)}\nafter it ${renderCalls(after)}`
  console.log(told)
  expect(before.filter(isOfApi).length, told).toBeLessThanOrEqual(MOST_TO_THE_MERGE)
  expect(after.filter(isOfApi).length, told).toBeLessThanOrEqual(MOST_AFTER_IT)
  expect([...before, ...after].filter(call => !isOfApi(call)).length, told).toBeLessThanOrEqual(MOST_OF_GIT)
})

const isOfApi = ({ route }: LoggedCall) => !route.startsWith('git-')

/** How many, and the most frequent first. */
function renderCalls(calls: readonly LoggedCall[]): string {
  const names = calls
    .filter(isOfApi)
    .map(({ method, operationId, route }) => operationId ?? `${method} ${route}`)
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const lines = [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${count} ${name}`)
  return `${names.length} calls of the API, ${calls.length - names.length} of git:\n${lines.join('\n')}`
}
