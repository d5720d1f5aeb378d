import { describe, expect, test } from 'vitest'
import { addIssue, addPull } from '../../sandbox/state/issues.ts'
import { openScene } from '../support/sandbox.ts'

const SHA = 'a'.repeat(40)
const BASE = 'b'.repeat(40)
const STATUS = 'POST /repos/{owner}/{repo}/statuses/{sha}'

describe('commit statuses', () => {
  test('of one context count by the newest, and one failure fails the commit', async () => {
    const { sandbox, repository, octokit, place } = await openScene({ statuses: 'write' })
    sandbox.world.addCommit(repository, SHA)
    const combined = async () =>
      (await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}/status', { ...place, ref: SHA })).data
    const set = (state: 'success' | 'failure' | 'pending', context: string) =>
      octokit.request(STATUS, { ...place, sha: SHA, state, context, target_url: 'https://github.com/acme' })
    expect(await combined()).toMatchObject({ state: 'pending', total_count: 0 })
    await set('failure', 'modelyard/pipeline')
    await set('success', 'lint')
    expect((await combined()).state).toBe('failure')
    await set('success', 'modelyard/pipeline')
    expect(await combined()).toMatchObject({ state: 'success', total_count: 2 })
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}/statuses', {
      ...place,
      ref: SHA,
    })
    expect(data.map(({ context, state }) => [context, state])).toEqual([
      ['modelyard/pipeline', 'success'],
      ['lint', 'success'],
      ['modelyard/pipeline', 'failure'],
    ])
    expect(data[0]?.creator?.login).toBe('github-actions[bot]')
  })

  test('have at most 140 characters of description, and an address of the web', async () => {
    const { sandbox, repository, octokit, place } = await openScene({ statuses: 'write' })
    sandbox.world.addCommit(repository, SHA)
    const set = (facts: object) => octokit.request(STATUS, { ...place, sha: SHA, state: 'success', ...facts })
    expect((await set({ description: 'x'.repeat(140) })).status).toBe(201)
    await expect(set({ description: 'x'.repeat(141) })).rejects.toMatchObject({ status: 422 })
    await expect(set({ target_url: 'javascript:1' })).rejects.toMatchObject({ status: 422 })
  })

  test('need a commit that is there', async () => {
    const { octokit, place } = await openScene({ statuses: 'write' })
    await expect(octokit.request(STATUS, { ...place, sha: SHA, state: 'success' })).rejects.toMatchObject({
      status: 422,
    })
  })
})

describe('pull requests', () => {
  test('are read with head, base, lock and state', async () => {
    const { sandbox, repository, octokit, place } = await openScene({ pull_requests: 'read' })
    addPull(sandbox.world, repository, {
      author: 'ada',
      headSha: SHA,
      baseSha: BASE,
      locked: true,
      state: 'closed',
    })
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...place,
      pull_number: 1,
    })
    expect(data).toMatchObject({
      number: 1,
      state: 'closed',
      locked: true,
      merged: false,
      head: { sha: SHA, ref: 'change', label: 'acme:change', repo: { full_name: 'acme/models' } },
      base: { sha: BASE, ref: 'main' },
    })
  })

  test('of a deleted fork have no head repository', async () => {
    const { sandbox, repository, octokit, place } = await openScene({ pull_requests: 'read' })
    addPull(sandbox.world, repository, { author: 'ada', headSha: SHA, baseSha: BASE, headRepository: null })
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...place,
      pull_number: 1,
    })
    expect(data.head.repo).toBeNull()
  })

  test('are listed open ones alone, by head and by base, the newest first', async () => {
    const { sandbox, repository, octokit, place } = await openScene({ pull_requests: 'read' })
    const { world } = sandbox
    for (const headRef of ['one', 'two'])
      addPull(world, repository, { author: 'ada', headSha: SHA, baseSha: BASE, headRef })
    addPull(world, repository, {
      author: 'ada',
      headSha: BASE,
      baseSha: BASE,
      headRef: 'three',
      state: 'closed',
    })
    addIssue(world, repository, { author: 'ada' })
    const list = async (filter: object = {}) =>
      (await octokit.request('GET /repos/{owner}/{repo}/pulls', { ...place, ...filter })).data.map(
        ({ number }) => number,
      )
    expect(await list()).toEqual([2, 1])
    expect(await list({ state: 'all', direction: 'asc' })).toEqual([1, 2, 3])
    expect(await list({ head: 'acme:two' })).toEqual([2])
    expect(await list({ base: 'other' })).toEqual([])
    const ofCommit = await octokit.request('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
      ...place,
      commit_sha: SHA,
    })
    expect(ofCommit.data.map(({ number }) => number)).toEqual([1, 2])
  })
})
