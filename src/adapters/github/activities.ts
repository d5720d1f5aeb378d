import type { Activities, BranchMove } from '../../ports.ts'
import { type ApiOptions, openApi } from './api.ts'
import type { GitHubContext } from './context.ts'
import { shaOf, textOf, valueAt } from './event.ts'
import { listMoves } from './list-moves.ts'

const HOW: Readonly<Record<string, BranchMove['how']>> = {
  force_push: 'forced',
  branch_creation: 'created',
  branch_deletion: 'deleted',
}
const NOTHING = /^0+$/

/** The moves of branches on GitHub, as one token reads them. */
export function openGitHubActivities(context: GitHubContext, options: ApiOptions = {}): Activities {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  return {
    async moves(branch, how) {
      const asked = how === undefined ? {} : { activity_type: 'force_push' }
      return (await listMoves(api, place, branch, asked)).map(moveOf)
    },
  }
}

function moveOf(data: unknown): BranchMove {
  const at = (...keys: string[]) => valueAt(data, keys)
  const commit = (key: string) => {
    const id = shaOf(at(key))
    return id === undefined || NOTHING.test(id) ? undefined : id
  }
  const login = textOf(at('actor', 'login'))
  return {
    how: HOW[textOf(at('activity_type')) ?? ''] ?? 'pushed',
    before: commit('before'),
    after: commit('after'),
    by: login === undefined ? undefined : { login, isBot: at('actor', 'type') === 'Bot' },
    at: Date.parse(textOf(at('timestamp')) ?? ''),
  }
}
