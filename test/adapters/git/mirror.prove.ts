import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openGit } from '../../../src/adapters/git/index.ts'
import { openMirror } from '../../../src/adapters/git/mirror.ts'
import { hostedScene, PULLS, pushBranch } from '../../sandbox/hosted.ts'
import { temporaryFolder } from '../../support/temporary.ts'

test('a mirror has the refs that are asked for, and asks for nothing twice', async () => {
  const { sandbox, repository, token, clone, ada, place } = await hostedScene({ contents: 'read' })
  const head = await pushBranch(clone, 'idea', { 'b.txt': 'b\n' })
  await ada.octokit.request(PULLS, { ...place, title: 'Idea', head: 'idea', base: 'main' })
  const folder = join(await temporaryFolder(), 'models.git')
  const mirror = await openMirror(folder, sandbox.gitUrl(repository))
  const refs = ['refs/heads/main', 'refs/pull/1/head', 'refs/pull/1/merge', 'refs/pull/2/head']
  const found = await mirror.fetch(refs, token.value)
  expect([...found.keys()]).toEqual(refs.slice(0, 3))
  expect(found.get('refs/pull/1/head')).toBe(head)

  const { repository: here } = await openGit(folder, 'isomorphic')
  const trial = found.get('refs/pull/1/merge') ?? ''
  expect((await here.commitFacts(trial)).parents).toEqual([found.get('refs/heads/main'), head])
  expect(String(await here.readFile(trial, 'b.txt'))).toBe('b\n')

  const packs = () => sandbox.log.filter(({ route }) => route === 'git-upload-pack').length
  const before = packs()
  expect(await mirror.fetch(refs, token.value)).toEqual(found)
  const again = await openMirror(folder, sandbox.gitUrl(repository))
  expect(await again.fetch(refs, token.value)).toEqual(found)
  // Each time the list of refs, in two calls.
  expect(packs() - before).toBe(4)
})

test('a token that does not reach the repository is told', async () => {
  const { sandbox, repository } = await hostedScene({ contents: 'read' })
  const mirror = await openMirror(join(await temporaryFolder(), 'models.git'), sandbox.gitUrl(repository))
  await expect(mirror.fetch(['refs/heads/main'], 'ghs_nothing')).rejects.toMatchObject({
    code: 'remote-failed',
  })
})
