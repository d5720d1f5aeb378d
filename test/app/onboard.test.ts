import { expect, test } from 'vitest'
import { onboard } from '../../app/onboard.ts'
import type { Reach } from '../../app/reach.ts'
import { openGit } from '../../src/adapters/git/index.ts'
import { openTreeWorktree } from '../../src/adapters/git/tree-worktree.ts'
import type { Proposal } from '../../src/ports.ts'
import { PYTHON, uninitialized } from '../support/initialized.ts'

/** A repository without a registry, whose pull requests are remembered. */
async function offering() {
  const { root, ports } = await uninitialized(PYTHON)
  const { repository } = await openGit(root, 'isomorphic')
  const base = (await repository.resolve('HEAD')) ?? ''
  const proposed: Proposal[] = []
  const reach = {
    ports: { ...ports, repository },
    pulls: { everFrom: async () => false },
    pullRequests: {
      propose: async (proposal: Proposal) => {
        proposed.push(proposal)
        return { commit: base, is: 'made', pullRequest: undefined }
      },
    },
    isFork: false,
    page: 'https://github.com/acme/churn',
    worktreeAt: (commit: string) => openTreeWorktree(repository, commit, '/churn'),
    defaultBranch: async () => 'main',
    fetch: async (refs: readonly string[]) => new Map(refs.map(ref => [ref, base])),
  } as unknown as Reach
  return { reach, proposed, base }
}

test('nothing is made before it is its turn', async () => {
  const { reach, proposed, base } = await offering()
  expect(await onboard(reach, 7, () => false)).toBe('settled')
  expect(proposed).toEqual([])
  expect(await onboard(reach, 7, () => true)).toBe('settled')
  expect(proposed).toMatchObject([{ branch: 'modelyard/set-up', base, into: 'main' }])
})

test('a turn is asked for by what needs one alone', async () => {
  const { reach, proposed } = await offering()
  let turns = 0
  const isTurn = () => {
    turns += 1
    return true
  }
  await onboard({ ...reach, isFork: true }, 7, isTurn)
  await onboard({ ...reach, fetch: async () => new Map() }, 7, isTurn)
  await onboard({ ...reach, pulls: { ...reach.pulls, everFrom: async () => true } }, 7, isTurn)
  expect([turns, proposed.length]).toEqual([0, 0])
})
