import { ModelyardError } from '../../domain/errors/index.ts'
import type { Claims } from '../../ports.ts'
import { type ApiOptions, openApi } from './api.ts'
import type { GitHubContext } from './context.ts'
import { longTextOf, shaOf, textOf, valueAt } from './event.ts'

const WANTED = 'contents: write'
/** Longer than fifty records take to be sealed; a process that died is waited for so long. */
const LONGEST_MS = 10 * 60_000

/**
 * Claims as refs `refs/modelyard/claims/NAME`, which are no branches: GitHub makes a ref once, and moves it by a commit on
 * top of what it stands at, and by no other.
 *
 * @param process - A name that a process keeps when it is started again, and no other has.
 */
export function openGitHubClaims(context: GitHubContext, process: string, options: ApiOptions = {}): Claims {
  const api = openApi(context, options)
  const now = options.now ?? Date.now
  const place = { owner: context.owner, repo: context.repository }
  const message = `modelyard: claimed by ${process}`

  async function commitOn(parent: string, tree: string): Promise<string | undefined> {
    const author = { name: 'modelyard', email: 'noreply@modelyard.invalid', date: isoTime(now()) }
    const answer = await api.request(
      'POST /repos/{owner}/{repo}/git/commits',
      { ...place, message, tree, parents: [parent], author, committer: author },
      WANTED,
    )
    return answer.is === 'answer' ? shaOf(valueAt(answer.data, ['sha'])) : undefined
  }

  async function holderOf(name: string) {
    const route = 'GET /repos/{owner}/{repo}/git/ref/{+ref}'
    const found = await api.request(route, { ...place, ref: `modelyard/claims/${name}` }, WANTED)
    const id = found.is === 'answer' ? shaOf(valueAt(found.data, ['object', 'sha'])) : undefined
    if (id === undefined) return undefined
    const commit = await api.request(
      'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
      { ...place, commit_sha: id },
      WANTED,
    )
    const data = commit.is === 'answer' ? commit.data : undefined
    return {
      id,
      message: longTextOf(valueAt(data, ['message'])),
      since: Date.parse(textOf(valueAt(data, ['committer', 'date'])) ?? ''),
    }
  }

  /** Whether GitHub did it; it refuses what somebody else was first to. */
  async function isDone(work: () => Promise<{ readonly is: string }>): Promise<boolean> {
    try {
      return (await work()).is === 'answer'
    } catch (error) {
      if (!(error instanceof ModelyardError) || error.code !== 'remote-failed') throw error
      return false
    }
  }

  return {
    async take(name, { id: tip, tree }) {
      const ref = `modelyard/claims/${name}`
      const taken = now()
      const held = {
        async release() {
          // Where it ran out meanwhile it may be another's by now.
          if (now() - taken < LONGEST_MS)
            await isDone(() =>
              api.request('DELETE /repos/{owner}/{repo}/git/refs/{+ref}', { ...place, ref }, WANTED),
            )
        },
      }
      const own = await commitOn(tip, tree)
      if (own === undefined) return undefined
      const route = 'POST /repos/{owner}/{repo}/git/refs'
      if (await isDone(() => api.request(route, { ...place, ref: `refs/${ref}`, sha: own }, WANTED)))
        return held
      const holder = await holderOf(name)
      // It is given back by now: whoever asks again is first.
      if (holder === undefined) return undefined
      // Ours too where no answer came to what took effect.
      const isOver = !(now() - holder.since < LONGEST_MS)
      if (holder.message !== message && !isOver) return undefined
      const next = await commitOn(holder.id, tree)
      const move = 'PATCH /repos/{owner}/{repo}/git/refs/{+ref}'
      const isMoved =
        next !== undefined &&
        (await isDone(() => api.request(move, { ...place, ref, sha: next, force: false }, WANTED)))
      return isMoved ? held : undefined
    },
  }
}

function isoTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}
