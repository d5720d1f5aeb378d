import { expect, test } from 'vitest'
import { serverError } from '../../sandbox/faults.ts'
import { openGitHubClaims } from '../../src/adapters/github/claims.ts'
import { hostedScene } from '../sandbox/hosted.ts'
import { contextAt } from '../support/github-server.ts'

const MINUTE = 60_000

/** Processes that claim in one repository, each with a clock that all share. */
async function claiming() {
  const scene = await hostedScene({ contents: 'write' })
  const { sandbox, token, clone, bare } = scene
  const tip = (await clone.git('rev-parse', 'HEAD')).trim()
  const commit = { id: tip, tree: (await clone.git('rev-parse', 'HEAD^{tree}')).trim() }
  const clock = { at: Date.UTC(2026, 10, 21, 10, 0, 0) }
  const claims = (process: string) =>
    openGitHubClaims(contextAt(sandbox.url, { token: token.value }), process, {
      now: () => clock.at,
      sleep: async () => {},
      timeoutMs: 3000,
    })
  const take = (process: string) => claims(process).take('seal', commit)
  const refs = async () =>
    (await clone.git('ls-remote', bare.dir)).split('\n').filter(line => line.includes('modelyard'))
  return { ...scene, clock, take, refs }
}

test('of many who claim at once one has it, and the next once it is given back', async () => {
  const { take, refs } = await claiming()
  const taken = await Promise.all(['a', 'b', 'c', 'd'].map(take))
  const held = taken.filter(claim => claim !== undefined)
  expect(held).toHaveLength(1)
  // No branch, which would start workflows and be seen.
  expect(await refs()).toEqual([expect.stringMatching(/\trefs\/modelyard\/claims\/seal$/)])
  expect(await take('e')).toBeUndefined()
  await held[0]?.release()
  expect(await refs()).toEqual([])
  expect(await take('e')).toBeDefined()
})

test('a process that was killed has its claim at once when it is started again', async () => {
  const { take } = await claiming()
  expect(await take('a')).toBeDefined()
  expect(await take('b')).toBeUndefined()
  expect(await take('a')).toBeDefined()
})

test('one that is held longer than any work takes is taken over, by one', async () => {
  const { take, clock, refs } = await claiming()
  const first = await take('a')
  clock.at += 9 * MINUTE
  expect(await take('b')).toBeUndefined()
  clock.at += 2 * MINUTE
  const over = (await Promise.all(['b', 'c', 'd'].map(take))).filter(claim => claim !== undefined)
  expect(over).toHaveLength(1)
  // Whoever lost it gives nothing back that is another's.
  await first?.release()
  expect(await refs()).toHaveLength(1)
})

test('an answer that is lost leaves the claim with who took it', async () => {
  const { take, sandbox } = await claiming()
  sandbox.faults.next('git/create-ref', serverError(502, 'after'))
  expect(await take('a')).toBeDefined()
  expect(await take('b')).toBeUndefined()
})
