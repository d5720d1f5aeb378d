import { writeFile } from 'node:fs/promises'
import { expect, test, vi } from 'vitest'
import { createRepository, readDefaultBranch } from '../../../sandbox/git/repository.ts'
import { gitText } from '../../../sandbox/git/run-git.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import { commit, gitIn } from './scene.ts'

test('git sees nothing of whoever starts it: no settings, no other repository, no language', async () => {
  const home = await temporaryFolder()
  await writeFile(`${home}/.gitconfig`, '[init]\n\tdefaultBranch = other\n[core]\n\tabbrev = 5\n')
  vi.stubEnv('HOME', home)
  vi.stubEnv('GIT_CONFIG_GLOBAL', `${home}/.gitconfig`)
  vi.stubEnv('GIT_CONFIG_COUNT', '1')
  vi.stubEnv('GIT_CONFIG_KEY_0', 'core.abbrev')
  vi.stubEnv('GIT_CONFIG_VALUE_0', '5')
  vi.stubEnv('GIT_DIR', `${home}/elsewhere`)
  vi.stubEnv('GIT_OBJECT_DIRECTORY', `${home}/objects`)
  const repository = await createRepository(`${home}/models.git`)
  const sha = await commit(repository, { a: 'a' }, { branch: 'main' })
  expect(await readDefaultBranch(repository)).toBe('main')
  expect(await gitText(repository, ['rev-parse', '--short', 'HEAD'])).toHaveLength(7)
  expect(await gitIn(repository, 'rev-parse', 'HEAD')).toBe(sha)
})

test('a mistake in how git is called is an error with git’s own words', async () => {
  const repository = await createRepository(`${await temporaryFolder()}/models.git`)
  await expect(gitText(repository, ['no-such-command'])).rejects.toThrow(/is not a git command/)
})

test('the default branch is the one that was asked for', async () => {
  const repository = await createRepository(`${await temporaryFolder()}/x.git`, { defaultBranch: 'trunk' })
  expect(await readDefaultBranch(repository)).toBe('trunk')
})
