import type { Problem } from '../problem.ts'
import type { ChangedPath } from './judge-change.ts'
import { isPurged } from './model-state.ts'
import type { PromotionRecord } from './record.ts'
import { classifyPath, IMMUTABLE } from './registry-files.ts'

/** What a commit of the history did that none may do. */
export interface TamperedFile {
  readonly commit: string
  readonly problem: Problem
}

/** Immutable files that changed along the history: tampering, with the commit. */
export function* judgeHistory(
  folder: string,
  model: string,
  changes: readonly (ChangedPath & { readonly commit: string; readonly author: string })[],
  records: readonly PromotionRecord[],
): Generator<TamperedFile> {
  for (const { path, status, commit, author } of changes) {
    if (status === 'added') continue
    const what = classifyPath(`models/${model}${path.slice(folder.length)}`)
    const name = IMMUTABLE[what.is]
    if (
      name === undefined ||
      (what.is === 'artifact' && status === 'deleted' && isPurged(records, what.version))
    )
      continue
    const done = status === 'deleted' ? 'deleted' : 'changed'
    yield {
      commit,
      problem: {
        severity: 'error',
        code: 'bad-file',
        place: { path },
        message: `${name} was ${done} by commit ${commit.slice(0, 12)} of ${author}`,
        next: `see what it was: git show ${commit.slice(0, 12)}`,
      },
    }
  }
}
