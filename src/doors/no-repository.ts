import type { GitAdapters } from '../adapters/git/adapters.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { Worktree } from '../ports.ts'

/**
 * What has to do with git, outside of a repository: a command that needs none of it works all the same, any other meets
 * the error at its first question.
 *
 * @param error - What opening the repository threw; anything but `no-repository` is thrown again.
 */
export function withoutRepository(error: unknown, folder: string): GitAdapters {
  if (!(error instanceof ModelyardError) || error.code !== 'no-repository') throw error
  const refusing = <T extends object>(known: Partial<T> = {}): T =>
    new Proxy(known, {
      get(target, name) {
        if (name in target) return Reflect.get(target, name)
        return typeof name === 'symbol' || ASKED_OF_ANY.includes(name)
          ? undefined
          : () => Promise.reject(error)
      },
    }) as T
  return {
    repository: refusing(),
    worktree: refusing<Worktree>({ root: folder, pathFromRoot: () => undefined }),
    identity: refusing(),
    drafts: refusing(),
  }
}

/** By `await` and by `JSON.stringify`: an object that answers is a promise, or another value. */
const ASKED_OF_ANY: readonly string[] = ['then', 'toJSON']
