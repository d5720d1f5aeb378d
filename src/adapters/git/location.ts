import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ModelyardError } from '../../domain/errors/index.ts'

/** Where a repository lies. `root` is the working tree's folder; a bare repository's is its git folder. */
export interface Location {
  readonly root: string
  readonly gitDir: string
  /** Where branches and objects lie; differs from `gitDir` in a linked working tree. */
  readonly commonDir: string
  readonly isBare: boolean
}

/**
 * Finds the repository that a folder lies in, as git does: the nearest folder upwards with a `.git`, or a bare one.
 *
 * @throws {ModelyardError} `no-repository` where there is none.
 */
export function locateRepository(start: string): Location {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const dotGit = join(folder, '.git')
    if (existsSync(dotGit)) return withCommonDir(folder, gitDirOf(dotGit, folder))
    if (isGitDir(folder)) return { root: folder, gitDir: folder, commonDir: folder, isBare: true }
    if (dirname(folder) === folder) break
  }
  throw new ModelyardError({
    code: 'no-repository',
    message: `${start} is not inside a git repository`,
    next: 'run this where your repository is, or make one: git init',
  })
}

function gitDirOf(dotGit: string, folder: string): string {
  if (statSync(dotGit).isDirectory()) return dotGit
  // A linked working tree or a submodule: `.git` is a file that names the folder.
  const target = /^gitdir: (.+)$/m.exec(readFileSync(dotGit, 'utf8'))?.[1]
  return target === undefined ? dotGit : resolve(folder, target.trim())
}

function withCommonDir(root: string, gitDir: string): Location {
  const pointer = join(gitDir, 'commondir')
  const commonDir = existsSync(pointer) ? resolve(gitDir, readFileSync(pointer, 'utf8').trim()) : gitDir
  return { root, gitDir, commonDir, isBare: false }
}

function isGitDir(folder: string): boolean {
  return (
    existsSync(join(folder, 'HEAD')) &&
    existsSync(join(folder, 'objects')) &&
    existsSync(join(folder, 'refs'))
  )
}

/** What git was in the middle of when it left these marks. */
const OPERATIONS: readonly [mark: string, name: string][] = [
  ['MERGE_HEAD', 'a merge'],
  ['rebase-merge', 'a rebase'],
  ['rebase-apply', 'a rebase'],
  ['CHERRY_PICK_HEAD', 'a cherry-pick'],
  ['REVERT_HEAD', 'a revert'],
]

/** A merge, rebase or the like that is under way; undefined where there is none. */
export function operationUnderWay({ gitDir }: Location): string | undefined {
  return OPERATIONS.find(([mark]) => existsSync(join(gitDir, mark)))?.[1]
}
