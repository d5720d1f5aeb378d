import type { BareRepository } from './bare-repository.ts'
import { gitText, runGit } from './run-git.ts'

export type FileStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed'

/** A file that differs between two trees, as GitHub lists it. */
export interface ChangedFile {
  readonly path: string
  /** Where a renamed or copied file came from. */
  readonly previousPath: string | undefined
  /** `changed`: file, symlink or submodule took each other's place. */
  readonly status: FileStatus
  /** The id of what is there after, of what was there before for a removed file. */
  readonly sha: string
  /** Lines; 0 for what is not text. */
  readonly additions: number
  readonly deletions: number
  /** The hunks, from their first `@@`; undefined where there is none. */
  readonly patch: string | undefined
}

const LETTERS: Readonly<Record<string, FileStatus>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
}

/** The files that differ from one commit or tree to another, renames found, in the order of their paths. */
export async function changedFiles(
  repository: BareRepository,
  from: string,
  to: string,
): Promise<readonly ChangedFile[]> {
  const diff = ['diff-tree', '-r', '--find-renames', '--no-abbrev']
  const [raw, numbers, patches] = await Promise.all([
    fieldsOf(repository, [...diff, '--raw', '-z', from, to]),
    fieldsOf(repository, [...diff, '--numstat', '-z', from, to]),
    gitText(repository, [...diff, '--patch', '--no-color', '--no-ext-diff', from, to]),
  ])
  const files = parseRaw(raw)
  const counts = parseNumbers(numbers)
  const hunks = splitPatches(patches).values()
  return files.map((file, index) => ({
    ...file,
    additions: counts[index]?.additions ?? 0,
    deletions: counts[index]?.deletions ?? 0,
    // What changes its type is a removal and an addition to `--patch` alone.
    patch: joined(
      file.status === 'changed' ? [hunks.next().value, hunks.next().value] : [hunks.next().value],
    ),
  }))
}

/** The paths that differ, each once, renames told as a removal and an addition: what filters on paths go by. */
export function pathsChanged(
  repository: BareRepository,
  from: string,
  to: string,
): Promise<readonly string[]> {
  return fieldsOf(repository, ['diff-tree', '-r', '--no-renames', '--name-only', '-z', from, to])
}

async function fieldsOf(repository: BareRepository, args: readonly string[]): Promise<string[]> {
  const { stdout } = await runGit(repository, args)
  return stdout.toString('utf8').split('\0').slice(0, -1)
}

type Named = Pick<ChangedFile, 'path' | 'previousPath' | 'status' | 'sha'>

/** `:MODE MODE BEFORE AFTER STATUS`, then one path, or two for a rename. */
function parseRaw(fields: readonly string[]): Named[] {
  const files: Named[] = []
  for (let at = 0; at < fields.length; ) {
    const [, , before = '', after = '', letters = ''] = (fields[at] as string).split(' ')
    const status = LETTERS[letters.charAt(0)] ?? 'changed'
    const moved = status === 'renamed' || status === 'copied'
    files.push({
      path: fields[at + (moved ? 2 : 1)] as string,
      previousPath: moved ? fields[at + 1] : undefined,
      status,
      sha: status === 'removed' ? before : after,
    })
    at += moved ? 3 : 2
  }
  return files
}

/** `ADDED<tab>DELETED<tab>PATH`, or with an empty path and two more fields for a rename; `-` for what is not text. */
function parseNumbers(
  fields: readonly string[],
): { readonly additions: number; readonly deletions: number }[] {
  const counts: { readonly additions: number; readonly deletions: number }[] = []
  for (let at = 0; at < fields.length; ) {
    const [additions, deletions, path] = (fields[at] as string).split('\t')
    counts.push({ additions: Number(additions) || 0, deletions: Number(deletions) || 0 })
    at += path === '' ? 3 : 1
  }
  return counts
}

function joined(patches: readonly (string | undefined)[]): string | undefined {
  const some = patches.filter(patch => patch !== undefined)
  return some.length === 0 ? undefined : some.join('\n')
}

// Within a patch every line of a file begins with a space, `+`, `-` or `\`: nobody's text can look like the next file.
function splitPatches(text: string): (string | undefined)[] {
  const files = text.split(/^diff --git /m).slice(1)
  return files.map(file => {
    const hunks = file.search(/^@@ /m)
    return hunks < 0 ? undefined : file.slice(hunks).replace(/\n$/, '')
  })
}
