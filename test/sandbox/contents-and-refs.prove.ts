import { describe, expect, test } from 'vitest'
import { triggersOf } from '../../sandbox/state/triggers.ts'
import { hostedScene } from './hosted.ts'

const CONTENT = 'GET /repos/{owner}/{repo}/contents/{path}'
const PUT = 'PUT /repos/{owner}/{repo}/contents/{path}'
const base64 = (text: string) => Buffer.from(text).toString('base64')

describe('contents', () => {
  test('are read as files and as folders, of any commit, branch or tag', async () => {
    const { octokit, place, clone, first } = await hostedScene({ contents: 'read' })
    await clone.commit('second', { 'a.txt': 'two\n', 'models/churn v1/model.yaml': 'task: x\n' })
    await clone.git('push', '-q', 'origin', 'main')
    const read = async (path: string, ref?: string) =>
      (await octokit.request(CONTENT, { ...place, path, ...(ref && { ref }) })).data
    expect(await read('a.txt')).toMatchObject({
      type: 'file',
      encoding: 'base64',
      content: `${base64('two\n')}\n`,
    })
    expect(await read('a.txt', first)).toMatchObject({ content: `${base64('one\n')}\n`, size: 4 })
    expect(await read('models')).toMatchObject([{ type: 'dir', name: 'churn v1', path: 'models/churn v1' }])
    expect(await read('models/churn v1/model.yaml')).toMatchObject({ name: 'model.yaml' })
    expect(await read('')).toHaveLength(3)
    for (const path of ['nothing', 'a.txt/b', '../a.txt'])
      await expect(read(path)).rejects.toMatchObject({ status: 404 })
  })

  test('are written against what the writer saw, and signed by GitHub', async () => {
    const { octokit, place, first } = await hostedScene()
    const write = (path: string, text: string, facts: object = {}) =>
      octokit.request(PUT, { ...place, path, message: `write ${path}`, content: base64(text), ...facts })
    const made = await write('b.txt', 'one\n')
    expect(made).toMatchObject({
      status: 201,
      data: {
        content: { path: 'b.txt', size: 4 },
        commit: { parents: [{ sha: first }], verification: { verified: true, reason: 'valid' } },
      },
    })
    const { sha } = made.data.content ?? {}
    await expect(write('b.txt', 'two\n')).rejects.toMatchObject({ status: 422 })
    await expect(write('b.txt', 'two\n', { sha: 'f'.repeat(40) })).rejects.toMatchObject({ status: 409 })
    expect(await write('b.txt', 'two\n', { sha })).toMatchObject({ status: 200 })
    await expect(write('x/../b.txt', 'no')).rejects.toMatchObject({ status: 422 })
    await expect(write('c.txt', 'no', { branch: 'nowhere' })).rejects.toMatchObject({ status: 404 })
    await expect(write('.github/workflows/ci.yml', 'on: push\n')).rejects.toMatchObject({ status: 403 })
  })

  test('of an empty repository begin with its first file', async () => {
    const scene = await hostedScene()
    const { sandbox, place } = scene
    const empty = sandbox.world.addRepository('acme/empty', { collaborators: { ada: 'write' } })
    await sandbox.host(empty)
    const at = { ...place, repo: 'empty' }
    const ref = { ...at, ref: 'heads/main' }
    const REF = 'GET /repos/{owner}/{repo}/git/ref/{ref}'
    await expect(scene.ada.octokit.request(REF, ref)).rejects.toMatchObject({ status: 409 })
    await scene.ada.octokit.request(PUT, { ...at, path: 'a.txt', message: 'first', content: base64('a') })
    expect((await scene.ada.octokit.request(REF, ref)).status).toBe(200)
  })
})

describe('the git database', () => {
  test('takes blobs, trees and commits, and a branch at them', async () => {
    const { octokit, place, first, repository } = await hostedScene()
    const blob = await octokit.request('POST /repos/{owner}/{repo}/git/blobs', { ...place, content: 'two\n' })
    const tree = await octokit.request('POST /repos/{owner}/{repo}/git/trees', {
      ...place,
      base_tree: first,
      tree: [
        { path: 'run.sh', mode: '100755', type: 'blob', sha: blob.data.sha },
        { path: 'a.txt', mode: '100644', type: 'blob', sha: null },
        { path: 'c.txt', mode: '100644', type: 'blob', content: 'c\n' },
      ],
    })
    expect(tree.data.tree.map(({ path, mode }) => [path, mode])).toEqual([
      ['README.md', '100644'],
      ['c.txt', '100644'],
      ['run.sh', '100755'],
    ])
    const commit = await octokit.request('POST /repos/{owner}/{repo}/git/commits', {
      ...place,
      message: 'by hand',
      tree: tree.data.sha,
      parents: [first],
    })
    expect(commit.data).toMatchObject({
      author: { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' },
      verification: { verified: true },
    })
    const ref = { ...place, ref: 'refs/heads/side', sha: commit.data.sha }
    const made = await octokit.request('POST /repos/{owner}/{repo}/git/refs', ref)
    expect(made).toMatchObject({ status: 201, data: { ref: 'refs/heads/side', object: { type: 'commit' } } })
    await expect(octokit.request('POST /repos/{owner}/{repo}/git/refs', ref)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('Reference already exists'),
    })
    const whole = await octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
      ...place,
      tree_sha: 'side',
      recursive: '1',
    })
    expect(whole.data.tree).toHaveLength(3)
    const content = await octokit.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
      ...place,
      file_sha: blob.data.sha,
    })
    expect(content.data).toMatchObject({ encoding: 'base64', content: `${base64('two\n')}\n` })
    // A job's token moves branches and starts nothing by it.
    expect(triggersOf(repository)).toEqual([])
  })

  test('refuses what is malformed or not there', async () => {
    const { octokit, place, first } = await hostedScene()
    const tree = (path: string, sha?: string) =>
      octokit.request('POST /repos/{owner}/{repo}/git/trees', {
        ...place,
        tree: [{ path, mode: '100644', type: 'blob', ...(sha === undefined ? { content: 'x' } : { sha }) }],
      })
    for (const path of ['../a', '.git/config', 'a//b']) {
      await expect(tree(path)).rejects.toMatchObject({ status: 422 })
    }
    await expect(tree('a', 'f'.repeat(40))).rejects.toMatchObject({ status: 422 })
    const ref = (name: string, sha: string) =>
      octokit.request('POST /repos/{owner}/{repo}/git/refs', { ...place, ref: name, sha })
    await expect(ref('refs/heads/a..b', first)).rejects.toMatchObject({ status: 422 })
    await expect(ref('refs/heads/side', 'f'.repeat(40))).rejects.toMatchObject({ status: 422 })
    await expect(ref('refs/pull/1/head', first)).rejects.toMatchObject({ status: 422 })
  })

  test('moves a branch forward only, unless it is forced, and takes it away', async () => {
    const { octokit, place, clone, first } = await hostedScene()
    const second = await clone.commit('second', { 'a.txt': 'two\n' })
    await clone.git('push', '-q', 'origin', 'HEAD:side')
    const at = { ...place, ref: 'heads/side' }
    const move = (sha: string, force = false) =>
      octokit.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', { ...at, sha, force })
    await expect(move(first)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('Update is not a fast forward'),
    })
    expect((await move(first, true)).data.object.sha).toBe(first)
    expect((await move(second)).data.object.sha).toBe(second)
    const matching = await octokit.request('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', {
      ...place,
      ref: 'heads/',
    })
    expect(matching.data.map(({ ref }) => ref)).toEqual(['refs/heads/main', 'refs/heads/side'])
    await octokit.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', at)
    await expect(octokit.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', at)).rejects.toMatchObject({
      status: 422,
    })
    await expect(octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', at)).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('commits', () => {
  test('are listed, read with their files, and compared', async () => {
    const { octokit, place, clone, first } = await hostedScene({ contents: 'read' })
    const second = await clone.commit('second', { 'a.txt': 'one\ntwo\n' })
    await clone.git('push', '-q', 'origin', 'HEAD:side')
    const listed = await octokit.request('GET /repos/{owner}/{repo}/commits', { ...place, sha: 'side' })
    expect(listed.data.map(({ sha }) => sha)).toEqual([second, first])
    const ofFile = await octokit.request('GET /repos/{owner}/{repo}/commits', {
      ...place,
      sha: 'side',
      path: 'README.md',
    })
    expect(ofFile.data.map(({ sha }) => sha)).toEqual([first])
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', {
      ...place,
      ref: 'side',
    })
    expect(data).toMatchObject({
      sha: second,
      author: { login: 'ada' },
      stats: { additions: 1, deletions: 0, total: 1 },
      files: [{ filename: 'a.txt', status: 'modified' }],
      commit: { verification: { verified: false, reason: 'unsigned' } },
    })
    const compared = await octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
      ...place,
      basehead: 'main...side',
    })
    expect(compared.data).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0, total_commits: 1 })
    await expect(
      octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
        ...place,
        basehead: 'main...nowhere',
      }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(
      octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', { ...place, ref: 'nowhere' }),
    ).rejects.toMatchObject({ status: 422 })
  })
})
