import { describe, expect, test } from 'vitest'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { pushBranch } from '../sandbox/hosted.ts'
import { BRANCH, proposing } from './proposing.ts'

describe('a proposal', () => {
  test('is one signed commit on its branch and one pull request', async () => {
    const { pulls, proposal, standing, expected, octokit, place } = await proposing()
    const wanted = await proposal()
    const done = await pulls.propose(wanted)
    expect(done).toMatchObject({
      is: 'made',
      pullRequest: { number: 1, url: 'https://github.com/acme/models/pull/1', change: 'opened' },
    })
    expect(await standing()).toEqual(expected(wanted))
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', {
      ...place,
      ref: done.commit,
    })
    expect(data.commit).toMatchObject({ message: wanted.message, verification: { verified: true } })
  })

  test('that stands already changes nothing', async () => {
    const { pulls, proposal, sandbox } = await proposing()
    const first = await pulls.propose(await proposal())
    const before = sandbox.log.length
    expect(await pulls.propose(await proposal())).toMatchObject({
      is: 'same',
      commit: first.commit,
      pullRequest: { number: 1, change: 'unchanged' },
    })
    expect(sandbox.log.slice(before).map(({ method }) => method)).toEqual(['GET', 'GET'])
  })

  test('that changed moves the branch in one step, and its pull request stays open', async () => {
    const { pulls, proposal, standing, expected, at } = await proposing()
    const first = await pulls.propose(await proposal())
    const wanted = await proposal('three\n')
    const second = await pulls.propose(wanted)
    expect(second).toMatchObject({ is: 'made', pullRequest: { number: 1, change: 'updated' } })
    expect(second.commit).not.toBe(first.commit)
    expect(await at(BRANCH)).toBe(second.commit)
    expect(await standing()).toEqual(expected(wanted))
  })

  test('on a newer base is made anew on it, and an older run leaves it alone', async () => {
    const { pulls, proposal, clone, standing, expected } = await proposing()
    const old = await proposal()
    await pulls.propose(old)
    await pushBranch(clone, 'main', { 'other.txt': 'x\n' })
    const wanted = await proposal()
    const newer = await pulls.propose(wanted)
    expect(newer).toMatchObject({ is: 'made', pullRequest: { number: 1 } })
    expect(await standing()).toEqual(expected(wanted))
    expect(await pulls.propose(old)).toMatchObject({ is: 'newer', commit: newer.commit })
    expect(await standing()).toEqual(expected(wanted))
  })

  test('whose pull request was closed gets a new one', async () => {
    const { pulls, proposal, ada, place, repository } = await proposing()
    await pulls.propose(await proposal())
    await ada.octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...place,
      pull_number: 1,
      state: 'closed',
    })
    expect((await pulls.propose(await proposal())).pullRequest).toMatchObject({ number: 2, change: 'opened' })
    expect(pullsOf(repository).map(({ state }) => state)).toEqual(['closed', 'open'])
  })

  test("touches no branch that holds somebody's own commits", async () => {
    const { pulls, proposal, clone, at } = await proposing()
    const theirs = await pushBranch(clone, BRANCH, { 'a.txt': 'mine\n' })
    await expect(pulls.propose(await proposal())).rejects.toMatchObject({ code: 'bad-input' })
    expect(await at(BRANCH)).toBe(theirs)
  })

  test('is read again by a later run', async () => {
    const { pulls, proposal } = await proposing()
    expect(await pulls.earlier(BRANCH)).toBeUndefined()
    const wanted = await proposal('x'.repeat(5000))
    await pulls.propose(wanted)
    const earlier = await pulls.earlier(BRANCH)
    expect(earlier).toMatchObject({ parent: wanted.base, added: ['new/b.bin'] })
    expect(await earlier?.read('new/b.bin')).toEqual(Uint8Array.of(0, 255, 10))
    expect(new TextDecoder().decode(await earlier?.read('a.txt'))).toBe('x'.repeat(5000))
    expect(await earlier?.read('nothing')).toBeUndefined()
  })
})

test('the setting that keeps Actions from opening pull requests is named, and set the next run goes on', async () => {
  const { pulls, proposal, repository, standing, expected } = await proposing({
    mayOpen: false,
    tolerant: true,
  })
  const wanted = await proposal()
  await expect(pulls.propose(wanted)).rejects.toMatchObject({
    code: 'missing-permission',
    next: expect.stringContaining('Allow GitHub Actions to create and approve pull requests'),
  })
  repository.actionsMayOpenPulls = true
  expect((await pulls.propose(wanted)).is).toBe('same')
  expect(await standing()).toEqual(expected(wanted))
})

test('of 4 who propose the same at once, all end at one commit and one pull request', async () => {
  // Each waits for the others, which is the machine's matter: none of them is to give up.
  const { pulls, proposal, standing, expected } = await proposing({ timeoutMs: 60_000 })
  const wanted = await proposal()
  const done = await Promise.all(Array.from({ length: 4 }, () => pulls.propose(wanted)))
  expect(new Set(done.map(({ commit }) => commit)).size).toBe(1)
  expect(await standing()).toEqual(expected(wanted))
})
