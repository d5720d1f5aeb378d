import { describe, expect, test } from 'vitest'
import { readRef } from '../../sandbox/git/refs.ts'
import { addRuleset, protectBranch } from '../../sandbox/state/rules.ts'
import { cloneOf, type HostedScene, hostedScene, MERGE, PULL, PULLS, pushBranch } from './hosted.ts'

const UPDATE = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}'

async function opened(scene: HostedScene, branch: string, files: Readonly<Record<string, string>>) {
  const head = await pushBranch(scene.clone, branch, files)
  const { data } = await scene.ada.octokit.request(PULLS, {
    ...scene.place,
    title: `Change ${branch}`,
    head: branch,
    base: 'main',
  })
  return { head, number: data.number, at: { ...scene.place, pull_number: data.number } }
}

describe('opening a pull request', () => {
  test('tells what it brings', async () => {
    const scene = await hostedScene()
    const { at, head } = await opened(scene, 'side', { 'a.txt': 'two\n', 'b.txt': 'b\n' })
    const { data } = await scene.ada.octokit.request(PULL, at)
    expect(data).toMatchObject({
      number: 1,
      user: { login: 'ada' },
      head: { sha: head, label: 'acme:side' },
      base: { sha: scene.first },
      mergeable: true,
      mergeable_state: 'clean',
      commits: 1,
      changed_files: 2,
      additions: 2,
      deletions: 1,
    })
    const files = await scene.ada.octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', at)
    expect(files.data.map(({ filename, status }) => [filename, status])).toEqual([
      ['a.txt', 'modified'],
      ['b.txt', 'added'],
    ])
    const commits = await scene.ada.octokit.request(
      'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits',
      at,
    )
    expect(commits.data.map(({ sha }) => sha)).toEqual([head])
    expect((await readRef(scene.bare, 'refs/pull/1/head'))?.sha).toBe(head)
    expect(await readRef(scene.bare, 'refs/pull/1/merge')).toBeDefined()
  })

  test('is refused without a branch, without a change, and for the second time', async () => {
    const scene = await hostedScene()
    const open = (facts: object) =>
      scene.ada.octokit.request(PULLS, { ...scene.place, title: 'x', head: 'side', base: 'main', ...facts })
    await opened(scene, 'side', { 'a.txt': 'two\n' })
    await scene.clone.git('push', '-q', 'origin', 'origin/main:refs/heads/same')
    const sentence = (facts: object) =>
      open(facts).then(
        () => 'it was opened',
        ({ status, response }) => [status, response.data.errors[0].field ?? response.data.errors[0].message],
      )
    expect(await sentence({ head: 'nowhere' })).toEqual([422, 'head'])
    expect(await sentence({ base: 'nowhere' })).toEqual([422, 'base'])
    expect(await sentence({ title: '' })).toEqual([422, 'title'])
    expect(await sentence({ head: 'same' })).toEqual([422, 'No commits between main and same'])
    expect(await sentence({})).toEqual([422, 'A pull request already exists for acme:side.'])
  })

  test('of two that open the same at once, one is refused', async () => {
    const scene = await hostedScene()
    await pushBranch(scene.clone, 'side', { 'a.txt': 'two\n' })
    const facts = { ...scene.place, title: 'x', head: 'side', base: 'main' }
    const tried = await Promise.allSettled([1, 2].map(() => scene.ada.octokit.request(PULLS, facts)))
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('from a fork is done by who may only read, and brings the commit over', async () => {
    const scene = await hostedScene()
    const { sandbox, repository, place, rita } = scene
    const fork = sandbox.world.addRepository('rita/models', { forkOf: repository.id })
    await sandbox.host(fork)
    const head = await pushBranch(await cloneOf(scene, 'rita', fork), 'idea', { 'b.txt': 'b\n' })
    const facts = { ...place, title: 'Idea', head: 'rita:idea', base: 'main' }
    const { data } = await rita.octokit.request(PULLS, facts)
    expect(data).toMatchObject({
      head: { sha: head, label: 'rita:idea', repo: { full_name: 'rita/models' } },
    })
    expect((await readRef(scene.bare, 'refs/pull/1/head'))?.sha).toBe(head)
  })
})

describe('what is pushed', () => {
  test('moves the head, and a head that brings nothing any more closes the pull request', async () => {
    const scene = await hostedScene()
    const { at } = await opened(scene, 'side', { 'a.txt': 'two\n' })
    const next = await scene.clone.commit('more', { 'a.txt': 'three\n' })
    await scene.clone.git('push', '-q', 'origin', 'side')
    const read = async () => (await scene.ada.octokit.request(PULL, at)).data
    expect(await read()).toMatchObject({ state: 'open', head: { sha: next }, commits: 2 })
    await scene.clone.git('push', '-q', '--force', 'origin', 'origin/main:refs/heads/side')
    expect(await read()).toMatchObject({ state: 'closed', merged: false })
    await expect(scene.ada.octokit.request(UPDATE, { ...at, state: 'open' })).rejects.toMatchObject({
      status: 422,
    })
  })

  test('to the base merges what it holds, and makes the rest conflict', async () => {
    const scene = await hostedScene()
    const first = await opened(scene, 'side', { 'a.txt': 'two\n' })
    const second = await opened(scene, 'other', { 'a.txt': 'three\n' })
    await scene.clone.git('push', '-q', 'origin', 'side:main')
    const read = async (at: typeof first.at) => (await scene.ada.octokit.request(PULL, at)).data
    expect(await read(first.at)).toMatchObject({ state: 'closed', merged: true, merged_by: { login: 'ada' } })
    expect(await read(second.at)).toMatchObject({ mergeable: false, mergeable_state: 'dirty' })
    await expect(scene.ada.octokit.request(MERGE, second.at)).rejects.toMatchObject({ status: 405 })
  })

  test('away takes the pull request with it, and back it is opened again', async () => {
    const scene = await hostedScene()
    const { at, head } = await opened(scene, 'side', { 'a.txt': 'two\n' })
    await scene.clone.git('push', '-q', 'origin', ':side')
    expect((await scene.ada.octokit.request(PULL, at)).data.state).toBe('closed')
    await scene.clone.git('push', '-q', 'origin', `${head}:refs/heads/side`)
    expect(
      (await scene.ada.octokit.request(UPDATE, { ...at, state: 'open', title: 'Again' })).data,
    ).toMatchObject({
      state: 'open',
      title: 'Again',
    })
  })
})

test('of a commit are those that bring it, open or merged, and none that began from it', async () => {
  const scene = await hostedScene()
  const middle = await pushBranch(scene.clone, 'side', { 'a.txt': 'two\n' })
  await scene.clone.commit('change side again', { 'a.txt': 'three\n' })
  await scene.clone.git('push', '-q', 'origin', 'side')
  const { data } = await scene.ada.octokit.request(PULLS, {
    ...scene.place,
    title: 'Two',
    head: 'side',
    base: 'main',
  })
  const of = async (commit: string) => {
    const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls'
    const found = await scene.ada.octokit.request(route, { ...scene.place, commit_sha: commit })
    return found.data.map(({ number }) => number)
  }
  expect([await of(middle), await of(scene.first)]).toEqual([[1], []])
  await scene.ada.octokit.request(MERGE, { ...scene.place, pull_number: data.number, merge_method: 'squash' })
  expect([await of(middle), await of(scene.first)]).toEqual([[1], []])
})

describe('a merge', () => {
  test.each([
    ['merge', 2, 'Merge pull request #1 from acme/side\n\nChange side'],
    ['squash', 1, 'Change side (#1)'],
    ['rebase', 1, 'change side\n'],
  ] as const)('by %s makes a commit with %i parents', async (method, parents, message) => {
    const scene = await hostedScene()
    const { at, head } = await opened(scene, 'side', { 'a.txt': 'two\n' })
    const { data } = await scene.ada.octokit.request(MERGE, { ...at, merge_method: method, sha: head })
    expect(data).toMatchObject({ merged: true })
    const commit = await scene.ada.octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', {
      ...scene.place,
      ref: 'main',
    })
    expect(commit.data).toMatchObject({ sha: data.sha, commit: { message }, author: { login: 'ada' } })
    expect(commit.data.parents).toHaveLength(parents)
    expect((await scene.ada.octokit.request(PULL, at)).data).toMatchObject({ state: 'closed', merged: true })
    const merged = await scene.ada.octokit.request('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
      ...scene.place,
      commit_sha: data.sha,
    })
    expect(merged.data.map(({ number }) => number)).toEqual([1])
    await expect(scene.ada.octokit.request(MERGE, at)).rejects.toMatchObject({ status: 405 })
  })

  test('is refused for a head that moved, by who may not write, and as a draft', async () => {
    const scene = await hostedScene({}, { tolerate: ['permission'] })
    const { at } = await opened(scene, 'side', { 'a.txt': 'two\n' })
    await expect(scene.ada.octokit.request(MERGE, { ...at, sha: 'f'.repeat(40) })).rejects.toMatchObject({
      status: 409,
    })
    await expect(scene.rita.octokit.request(MERGE, at)).rejects.toMatchObject({ status: 403 })
    await pushBranch(scene.clone, 'draft', { 'b.txt': 'b\n' })
    const { data } = await scene.ada.octokit.request(PULLS, {
      ...scene.place,
      title: 'x',
      head: 'draft',
      base: 'main',
      draft: true,
    })
    await expect(
      scene.ada.octokit.request(MERGE, { ...scene.place, pull_number: data.number }),
    ).rejects.toMatchObject({ status: 405 })
  })

  test('is not made by a method that the repository or a linear history rules out', async () => {
    const scene = await hostedScene()
    const { at } = await opened(scene, 'side', { 'a.txt': 'two\n' })
    scene.repository.mergeMethods = ['merge', 'rebase']
    protectBranch(scene.repository, { demands: { linearHistory: true } })
    for (const method of ['merge', 'squash'] as const)
      await expect(scene.ada.octokit.request(MERGE, { ...at, merge_method: method })).rejects.toMatchObject({
        status: 405,
      })
    expect((await scene.ada.octokit.request(MERGE, { ...at, merge_method: 'rebase' })).status).toBe(200)
  })

  test('of two at once into one branch loses nothing', async () => {
    const scene = await hostedScene()
    const pulls = [await opened(scene, 'x', { 'x.txt': 'x\n' }), await opened(scene, 'y', { 'y.txt': 'y\n' })]
    const tried = await Promise.allSettled(pulls.map(({ at }) => scene.ada.octokit.request(MERGE, at)))
    for (const [index, outcome] of tried.entries()) {
      if (outcome.status === 'fulfilled') continue
      expect(outcome.reason).toMatchObject({ status: 409 })
      await scene.ada.octokit.request(MERGE, pulls[index]?.at ?? (scene.place as never))
    }
    const tree = await scene.ada.octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
      ...scene.place,
      tree_sha: 'main',
    })
    expect(tree.data.tree.map(({ path }) => path)).toEqual(['README.md', 'a.txt', 'x.txt', 'y.txt'])
  })

  test('waits for a branch that must be up to date', async () => {
    const scene = await hostedScene()
    const { at } = await opened(scene, 'side', { 'b.txt': 'b\n' })
    await opened(scene, 'other', { 'c.txt': 'c\n' })
    await scene.ada.octokit.request(MERGE, { ...scene.place, pull_number: 2 })
    addRuleset(scene.sandbox.world, scene.repository, { demands: { checks: { required: [], strict: true } } })
    await expect(scene.ada.octokit.request(MERGE, at)).rejects.toMatchObject({
      status: 405,
      message: expect.stringContaining('not up to date'),
    })
  })
})
