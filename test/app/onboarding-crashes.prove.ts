import { expect, test } from 'vitest'
import { startedApp } from '../support/app.ts'
import { killedAtEachCall } from './crashing.ts'
import { bareScene, SET_UP } from './onboarding.ts'

test('killed after any call of an onboarding, and started again, there is one branch and one pull request', async () => {
  const end = await killedAtEachCall({
    arrange: bareScene,
    begin: scene => startedApp(scene),
    async end({ pulls, proposed, ada, place }) {
      const { commits, paths } = await proposed()
      const { data: branches } = await ada.octokit.request('GET /repos/{owner}/{repo}/branches', place)
      return { pulls: pulls(), commits, paths, branches: branches.map(({ name }) => name).sort() }
    },
    leastWrites: 4,
  })
  expect(end).toMatchObject({
    pulls: [`${SET_UP} open modelyard[bot]`],
    commits: 1,
    branches: ['main', SET_UP],
  })
})
