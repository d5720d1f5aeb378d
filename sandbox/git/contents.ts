import { posix } from 'node:path'
import type { BareRepository } from './bare-repository.ts'
import { inspect, readBlob, readObject } from './objects.ts'
import { GitRefusal } from './refusal.ts'
import { runGit } from './run-git.ts'
import { readTree, type TreeEntry } from './trees.ts'

/** What stands at a path. */
export type Contents =
  | {
      readonly kind: 'file'
      readonly path: string
      readonly sha: string
      readonly executable: boolean
      readonly content: Buffer
    }
  | {
      readonly kind: 'folder'
      readonly path: string
      readonly sha: string
      readonly entries: readonly TreeEntry[]
    }
  | {
      readonly kind: 'symlink'
      readonly path: string
      readonly sha: string
      /** As it stands in the link: it may lead anywhere. */
      readonly target: string
      /** The file that it leads to in the same commit; GitHub shows that one instead of the link. */
      readonly file: { readonly path: string; readonly sha: string; readonly content: Buffer } | undefined
    }
  | {
      readonly kind: 'submodule'
      readonly path: string
      readonly sha: string
      /** From `.gitmodules`; undefined where it names none. */
      readonly url: string | undefined
    }

/**
 * What a commit holds at a path; `''` is its root. Entries of a folder have paths from the root.
 *
 * @throws {GitRefusal} `not-found`.
 */
export async function readContents(
  repository: BareRepository,
  commit: string,
  path: string,
): Promise<Contents> {
  const clean = path.replace(/\/$/, '')
  if (clean === '') return readFolder(repository, `${commit}^{tree}`, '')
  const entry = await entryAt(repository, commit, clean)
  if (entry === undefined) throw new GitRefusal('not-found', 'Not Found')
  const { mode, sha } = entry
  if (mode === '040000') return readFolder(repository, sha, clean)
  if (mode === '160000')
    return { kind: 'submodule', path: clean, sha, url: await submoduleUrl(repository, commit, clean) }
  const content = await readBlob(repository, sha)
  if (mode !== '120000') return { kind: 'file', path: clean, sha, executable: mode === '100755', content }
  const target = content.toString('utf8')
  return {
    kind: 'symlink',
    path: clean,
    sha,
    target,
    file: await linkedFile(repository, commit, clean, target),
  }
}

async function readFolder(repository: BareRepository, tree: string, path: string): Promise<Contents> {
  const { sha } = await readObject(repository, tree, 'tree')
  const entries = await readTree(repository, sha)
  return {
    kind: 'folder',
    path,
    sha,
    entries: path === '' ? entries : entries.map(entry => ({ ...entry, path: `${path}/${entry.path}` })),
  }
}

async function entryAt(
  repository: BareRepository,
  commit: string,
  path: string,
): Promise<TreeEntry | undefined> {
  // Git would go up from a `..`, or die of it; no tree holds one.
  if (/[\0\n]/.test(path) || posix.normalize(`/${path}`) !== `/${path}`) return undefined
  const folder = posix.dirname(path)
  const tree = folder === '.' ? `${commit}^{tree}` : `${commit}:${folder}`
  const [facts] = await inspect(repository, [tree])
  if (facts?.type !== 'tree') return undefined
  return (await readTree(repository, facts.sha)).find(entry => entry.path === posix.basename(path))
}

// One step only, and never out of the repository.
async function linkedFile(repository: BareRepository, commit: string, path: string, target: string) {
  const leadsTo = posix.normalize(posix.join(posix.dirname(path), target))
  if (target.startsWith('/')) return undefined
  const entry = await entryAt(repository, commit, leadsTo)
  if (entry?.mode !== '100644' && entry?.mode !== '100755') return undefined
  return { path: leadsTo, sha: entry.sha, content: await readBlob(repository, entry.sha) }
}

async function submoduleUrl(
  repository: BareRepository,
  commit: string,
  path: string,
): Promise<string | undefined> {
  const args = [
    'config',
    '-z',
    '--blob',
    `${commit}:.gitmodules`,
    '--get-regexp',
    '^submodule\\..*\\.(path|url)$',
  ]
  const { status, stdout } = await runGit(repository, args, { accept: [0, 1, 128] })
  if (status !== 0) return undefined
  const pairs = stdout.toString('utf8').split('\0').filter(Boolean).map(splitPair)
  const key = pairs.find(([name, value]) => name.endsWith('.path') && value === path)?.[0]
  const urlKey = key?.replace(/\.path$/, '.url')
  return pairs.find(([name]) => name === urlKey)?.[1]
}

/** `KEY<line end>VALUE`. */
function splitPair(text: string): readonly [string, string] {
  const end = text.indexOf('\n')
  return [text.slice(0, end), text.slice(end + 1)]
}
