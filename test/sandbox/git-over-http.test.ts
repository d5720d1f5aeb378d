import { promises as fs } from 'node:fs'
import git from 'isomorphic-git'
import http from 'isomorphic-git/http/node'
import { expect, test } from 'vitest'
import { readRef } from '../../sandbox/git/refs.ts'
import { triggersOf } from '../../sandbox/state/triggers.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { clonedFrom, cloneOf, hostedScene, pushBranch, refusalOf } from './hosted.ts'

test('git clones with a token and pushes what it may; the push starts workflows', async () => {
  const { sandbox, repository, bare, clone } = await hostedScene()
  const second = await clone.commit('second', { 'a.txt': 'two\n' })
  await clone.git('push', '-q', 'origin', 'main')
  expect((await readRef(bare, 'refs/heads/main'))?.sha).toBe(second)
  expect(triggersOf(repository)).toMatchObject([
    { event: 'push', ref: 'refs/heads/main', sha: second, actor: 'ada', needsApproval: false },
  ])
  expect(sandbox.log.filter(({ actor }) => actor === 'ada').map(({ route }) => route)).toContain(
    'git-receive-pack',
  )
})

test('isomorphic-git clones, commits and pushes', async () => {
  const { sandbox, repository, token, bare } = await hostedScene({ contents: 'write' })
  const dir = await temporaryFolder()
  const auth = { onAuth: () => ({ username: 'x-access-token', password: token.value }) }
  await git.clone({ fs, http, dir, url: sandbox.gitUrl(repository), depth: 1, ...auth })
  await fs.writeFile(`${dir}/b.txt`, 'b\n')
  await git.add({ fs, dir, filepath: 'b.txt' })
  const author = { name: 'Ada', email: 'ada@example.com' }
  const sha = await git.commit({ fs, dir, message: 'b', author })
  await git.push({ fs, http, dir, ref: 'main', remoteRef: 'refs/heads/side', ...auth })
  expect((await readRef(bare, 'refs/heads/side'))?.sha).toBe(sha)
  expect(sandbox.unusedPermissions(token)).toEqual([])
})

test('a token that may only read clones, and does not push', async () => {
  const { sandbox, repository, token, bare } = await hostedScene(
    { contents: 'read' },
    { tolerate: ['permission'] },
  )
  const clone = await clonedFrom(sandbox.gitUrl(repository, token), 'bot', 'bot@example.com')
  await clone.commit('more', { 'b.txt': 'b\n' })
  expect(await refusalOf(clone.git('push', 'origin', 'HEAD:refs/heads/side'))).toContain('403')
  expect(await readRef(bare, 'refs/heads/side')).toBeUndefined()
  expect(sandbox.violations).toMatchObject([{ kind: 'permission', call: 'git write' }])
})

test('who may only read a repository does not push, and a private one is not there for others', async () => {
  const scene = await hostedScene({}, { tolerate: ['permission'] })
  const { sandbox, repository } = scene
  const rita = await cloneOf(scene, 'rita')
  expect(await refusalOf(rita.git('push', 'origin', 'HEAD:refs/heads/side'))).toContain('403')
  sandbox.world.addAccount('mallory')
  repository.private = true
  expect(await refusalOf(cloneOf(scene, 'mallory'))).toContain('not found')
  expect(await refusalOf(clonedFrom(sandbox.gitUrl(repository), 'x', 'x@example.com'))).toMatch(
    /Authentication|could not read Username/i,
  )
})

test('without the right to change workflows no file of one is pushed, by a job never', async () => {
  const { sandbox, repository, token } = await hostedScene({ contents: 'write' })
  const app = sandbox.world.addApp('modelyard')
  const tokens = [
    token,
    ...[{}, { workflows: 'write' } as const].map(more =>
      sandbox.world.issueToken({
        kind: 'app',
        login: app.login,
        permissions: { contents: 'write', ...more },
      }),
    ),
  ]
  const pushed = await Promise.all(
    tokens.map(async (one, at) => {
      const clone = await clonedFrom(sandbox.gitUrl(repository, one), 'bot', 'bot@example.com')
      await clone.git('checkout', '-q', 'main')
      await clone.commit('ci', { '.github/workflows/ci.yml': 'on: push\n' })
      return refusalOf(clone.git('push', 'origin', `HEAD:refs/heads/side-${at}`))
    }),
  )
  expect(pushed[0]).toContain('without `workflows` permission')
  expect(pushed[1]).toContain('without `workflows` permission')
  expect(pushed[2]).not.toContain('rejected')
})

test('a fork has the branches of its source, and the refs of pull requests are nobody’s to push', async () => {
  const scene = await hostedScene()
  const { sandbox, repository, clone } = scene
  const fork = sandbox.world.addRepository('rita/models', { forkOf: repository.id })
  await sandbox.host(fork)
  const copy = await cloneOf(scene, 'rita', fork)
  await pushBranch(copy, 'idea', { 'b.txt': 'b\n' })
  expect(await copy.git('ls-remote', '--heads', 'origin')).toContain('refs/heads/idea')
  expect(await refusalOf(clone.git('push', 'origin', 'HEAD:refs/pull/1/head'))).toContain('rejected')
})
