import { expect, test } from 'vitest'
import { startedApp } from '../support/app.ts'
import { bareScene, SET_UP } from './onboarding.ts'

/** What there is of an onboarding when everything is at rest. */
async function endOf({ pulls, proposed, ada, place }: Awaited<ReturnType<typeof bareScene>>) {
  const { commits, paths } = await proposed()
  const { data: branches } = await ada.octokit.request('GET /repos/{owner}/{repo}/branches', place)
  return {
    pulls: pulls(),
    commits,
    paths,
    branches: branches.map(({ name }) => name).sort(),
  }
}

const within = (work: Promise<unknown>, otherwise: string) =>
  Promise.race([
    work,
    new Promise((_, reject) => setTimeout(() => reject(new Error(otherwise)), 60_000).unref()),
  ])

test('killed after any call of an onboarding, and started again, there is one branch and one pull request', async () => {
  const whole = await bareScene()
  const before = whole.sandbox.log.length
  await (await startedApp(whole)).settled()
  const end = await endOf(whole)
  expect(end).toMatchObject({
    pulls: [`${SET_UP} open modelyard[bot]`],
    commits: 1,
    branches: ['main', SET_UP],
  })
  const routes = whole.sandbox.log.slice(before).map(({ route }) => route)
  const last = routes.lastIndexOf('/repos/{owner}/{repo}/pulls')
  // Git's calls meet no faults.
  const calls = routes.slice(0, last + 1).flatMap((route, at) => (route.startsWith('git-') ? [] : [at + 1]))
  expect(routes).toEqual(expect.arrayContaining(['Commit', 'Move']))
  expect(calls.length).toBeGreaterThan(12)
  for (const call of calls) {
    const scene = await bareScene()
    const { sandbox } = scene
    let kill = () => {}
    const killed = new Promise<void>(resolve => {
      kill = resolve
    })
    let child: Awaited<ReturnType<typeof startedApp>> | undefined
    sandbox.faults.next(
      { call: sandbox.log.length + call },
      {
        kind: 'slow',
        until: async () => {
          kill()
          await child?.ended
        },
      },
    )
    child = await startedApp(scene)
    await within(killed, `call ${call} did not come`)
    child.child.kill('SIGKILL')
    await child.ended
    const again = await startedApp(scene, { cache: child.folder })
    await again.settled()
    expect({ call, ...(await endOf(scene)) }).toEqual({ call, ...end })
    again.child.kill('SIGKILL')
  }
})
