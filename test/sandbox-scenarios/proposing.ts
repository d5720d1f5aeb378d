import { listRefs, readRef } from '../../sandbox/git/refs.ts'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { openGitHubPullRequests } from '../../src/adapters/github/pull-requests.ts'
import type { Proposal } from '../../src/ports.ts'
import { hostedScene } from '../sandbox/hosted.ts'
import { contextAt } from '../support/github-server.ts'

export const BRANCH = 'modelyard/churn/promote-1-staging'
const MAY_PROPOSE = { contents: 'write', pull_requests: 'write' } as const
const TIMEOUT_MS = 3000

/** A job that proposes one change of `a.txt` on `main`. */
export async function proposing({ timeoutMs = TIMEOUT_MS, mayOpen = true, tolerant = false } = {}) {
  const scene = await hostedScene(MAY_PROPOSE, tolerant ? { tolerate: ['permission'] } : {})
  const { sandbox, repository, token, clone, bare } = scene
  repository.actionsMayOpenPulls = mayOpen
  const context = contextAt(sandbox.url, { token: token.value })
  const pulls = openGitHubPullRequests(context, { timeoutMs, sleep: async () => {} })
  const proposal = async (text = 'two\n', given: Partial<Proposal> = {}): Promise<Proposal> => {
    const base = await clone.git('rev-parse', 'origin/main')
    await clone.git('checkout', '-q', '-B', 'planned', base)
    await clone.commit('planned', { 'a.txt': text, 'new/b.bin': Uint8Array.of(0, 255, 10) })
    return {
      branch: BRANCH,
      base,
      into: 'main',
      tree: await clone.git('rev-parse', 'HEAD^{tree}'),
      files: [
        { path: 'a.txt', content: new TextEncoder().encode(text) },
        { path: 'new/b.bin', content: Uint8Array.of(0, 255, 10) },
      ],
      message: 'churn: promote version 1 to staging\n\nMade-by: modelyard\n',
      mark: 'Made-by: modelyard',
      title: 'churn: promote version 1 to staging',
      body: `moves ${text}`,
      ...given,
    }
  }
  const at = async (branch: string) => (await readRef(bare, `refs/heads/${branch}`))?.sha
  /** What stands on GitHub in the end. */
  const standing = async () => {
    await clone.git('fetch', '-q', '--prune', 'origin')
    const branches = await listRefs(bare, 'refs/heads/')
    return {
      branches: branches.map(({ name }) => name),
      commits: await clone.git('rev-list', '--count', `origin/main..origin/${BRANCH}`),
      tree: await clone.git('rev-parse', `origin/${BRANCH}^{tree}`),
      pulls: pullsOf(repository).map(({ title, body, state }) => ({ title, body, state })),
    }
  }
  const expected = ({ tree, title, body }: Proposal) => ({
    branches: [`refs/heads/main`, `refs/heads/${BRANCH}`],
    commits: '1',
    tree,
    pulls: [{ title, body, state: 'open' }],
  })
  return { ...scene, pulls, proposal, at, standing, expected }
}
