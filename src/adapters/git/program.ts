import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ModelyardError } from '../../domain/errors/index.ts'
import type {
  CommitFacts,
  CommitRequest,
  Head,
  Identity,
  PathChange,
  Repository,
  TreeChange,
  TreeEntry,
  Walk,
} from '../../ports.ts'
import { CatFile } from './cat-file.ts'
import { parseCommit } from './commit-object.ts'
import { movedError, remoteError, shallowError } from './git-errors.ts'
import { programIdentity } from './identity.ts'
import type { Location } from './location.ts'
import { gitError, gitText, runGit } from './run-git.ts'
import { shallowBoundaries } from './shallow.ts'
import { parseTree } from './tree-object.ts'
import { writeTree } from './write-tree.ts'

/** Above this many blobs a process of its own, which does not flush after each, is faster. */
const BULK = 200

/** The branch that is checked out as its file names it; undefined where that is not how this repository keeps it. */
function branchInFile({ gitDir }: Location): string | undefined {
  const head = readFileSync(join(gitDir, 'HEAD'), 'utf8').trimEnd()
  if (/^[0-9a-f]{40,64}$/.test(head)) return ''
  // Where references lie in tables the file names none that can be there.
  const name = /^ref: refs\/heads\/(\S+)$/.exec(head)?.[1]
  return name === '.invalid' ? undefined : name
}

/** The branch that is checked out; empty where there is none. */
async function branchByProgram(location: Location): Promise<string> {
  const { status, stdout } = await runGit(location, ['symbolic-ref', '--quiet', '--short', 'HEAD'], {
    accept: [0, 1],
  })
  return status === 0 ? stdout.toString('utf8').trim() : ''
}

/** The repository by the git program. */
export function openWithProgram(location: Location): Repository & { readonly identity: Identity } {
  const objects = new CatFile(location)
  // Nearly every command reads, and its code is loaded while git starts.
  objects.warmUp()

  async function readCommit(name: string): Promise<CommitFacts | undefined> {
    const object = await objects.read(`${name}^{commit}`)
    return object === undefined ? undefined : parseCommit(object.id, object.body.toString('utf8'))
  }

  async function listFolder(commit: string, folder: string): Promise<readonly TreeEntry[]> {
    const object = await objects.read(folder === '' ? `${commit}^{tree}` : `${commit}:${folder}`)
    if (object === undefined || object.type !== 'tree') return []
    const prefix = folder === '' ? '' : `${folder}/`
    return parseTree(object.body, object.id.length / 2).map(({ name, mode, id }) => ({
      path: prefix + name,
      mode,
      id,
    }))
  }

  async function readBlobs<T>(
    ids: readonly string[],
    take: (content: Uint8Array, index: number) => T,
  ): Promise<readonly T[]> {
    const source = ids.length > BULK ? new CatFile(location, ['--buffer']) : objects
    return source.readAll(ids, (object, index) => {
      if (object !== undefined) return take(object.body, index)
      throw new ModelyardError({
        code: 'bug',
        message: `the repository lacks the object ${ids[index]}`,
        next: 'check the repository: git fsck',
      })
    })
  }

  const isShallow = async () => shallowBoundaries(location).length > 0

  return {
    async head(): Promise<Head> {
      const branch = branchInFile(location) ?? (await branchByProgram(location))
      const commit = await objects.read('HEAD^{commit}')
      return { commit: commit?.id, branch: branch === '' ? undefined : branch }
    },
    async resolve(revision) {
      if (!isPlainRevision(revision)) return undefined
      return (await objects.read(`${revision}^{commit}`))?.id
    },
    async commitFacts(commit) {
      const facts = await readCommit(commit)
      if (facts !== undefined) return facts
      throw new ModelyardError({
        code: 'bug',
        message: `the repository lacks the commit ${commit}`,
        next: 'check the repository: git fsck',
      })
    },
    listFolder,
    async listFiles(commit, folder) {
      const { stdout } = await runGit(location, [
        'ls-tree',
        '-r',
        '-z',
        '--full-tree',
        commit,
        ...(folder === '' ? [] : ['--', folder]),
      ])
      return parseListing(stdout)
    },
    async readFile(commit, path) {
      const object = await objects.read(`${commit}:${path}`)
      return object?.type === 'blob' ? object.body : undefined
    },
    readBlobs,
    async blobIds(contents) {
      const head = await objects.read('HEAD')
      // Loaded when it is called for, as in the artifacts' room.
      const { createHash } = process.getBuiltinModule('node:crypto')
      const format = head?.id.length === 64 ? 'sha256' : 'sha1'
      return Array.from(contents, bytes =>
        createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest('hex'),
      )
    },
    async changes(from, to, folders) {
      const { stdout } = await runGit(location, [
        'diff-tree',
        '-r',
        '-z',
        '--raw',
        '--no-renames',
        '--no-abbrev',
        from,
        to,
        '--',
        ...folders,
      ])
      return parseTreeChanges(stdout)
    },
    async history(commit, path): Promise<Walk<PathChange>> {
      const text = await gitText(location, [
        'log',
        '--first-parent',
        '-m',
        '--raw',
        '--no-abbrev',
        '--no-renames',
        '--no-color',
        '--no-mailmap',
        '--format=%x01%H%x1f%ct%x1f%an%x1f%s',
        commit,
        '--',
        path,
      ])
      return { entries: parseHistory(text), complete: !(await isShallow()) }
    },
    async chain(commit) {
      const text = await gitText(location, ['rev-list', '--first-parent', '--timestamp', commit])
      const entries = text
        .split('\n')
        .filter(line => line !== '')
        .map(line => {
          const [seconds = '0', id = ''] = line.split(' ')
          return { commit: id, committedAt: Number(seconds) * 1000 }
        })
      return { entries: entries.reverse(), complete: !(await isShallow()) }
    },
    async lastChangeOutside(commit, folder) {
      const found = await gitText(location, [
        'log',
        '-1',
        '--first-parent',
        '-m',
        '--format=%H',
        commit,
        '--',
        ':(top)',
        `:(top,exclude,literal)${folder}`,
      ])
      if (await isShallow()) throwIfCut(found, location)
      if (found !== '') return found
      // Nothing but the registry was ever here: the first commit stands for the code.
      return gitText(location, ['rev-list', '--first-parent', '--max-parents=0', commit])
    },
    async mergeBase(a, b) {
      const { status, stdout } = await runGit(location, ['merge-base', a, b], { accept: [0, 1] })
      if (status === 0) return stdout.toString('utf8').trim()
      if (await isShallow()) throw shallowError('where two branches parted')
      return undefined
    },
    isShallow,
    async listTags() {
      return (await gitText(location, ['tag', '--list'])).split('\n').filter(name => name !== '')
    },
    async commit(request) {
      const id = await writeCommit(location, request, listFolder)
      await moveRef(location, request.branch, id, request.expected, request)
      return id
    },
    async moveBranch(branch, to, expected) {
      await moveRef(location, branch, to, expected)
    },
    async fetch(remote, branch) {
      const target = `refs/modelyard/fetched/${branch}`
      const args = [
        'fetch',
        '--quiet',
        '--no-tags',
        '--no-write-fetch-head',
        remote,
        `+refs/heads/${branch}:${target}`,
      ]
      const output = await runGit(location, args, { accept: [0, 1, 128] })
      if (output.status === 0) return (await objects.read(`${target}^{commit}`))?.id
      if (/couldn't find remote ref/.test(output.stderr)) return undefined
      throw remoteError('fetch from', remote, output.stderr, gitError(args, output))
    },
    async push(remote, branch, commit, expected) {
      const ref = `refs/heads/${branch}`
      const args = [
        'push',
        '--porcelain',
        `--force-with-lease=${ref}:${expected ?? ''}`,
        remote,
        `${commit}:${ref}`,
      ]
      const output = await runGit(location, args, { accept: [0, 1, 128] })
      if (output.status === 0) return
      const said = output.stdout.toString('utf8') + output.stderr
      if (/stale info|\[rejected\]|failed to update ref|cannot lock ref/.test(said)) throw movedError(branch)
      throw remoteError('push to', remote, output.stderr, gitError(args, output))
    },
    identity: programIdentity(location),
  }
}

/** The id of a new commit: the parent's tree with the changes, written but on no branch yet. */
async function writeCommit(
  location: Location,
  request: CommitRequest,
  listFolder: (commit: string, folder: string) => Promise<readonly TreeEntry[]>,
): Promise<string> {
  const tree = await writeTree(location, request.parent, request.changes, listFolder)
  const parents = request.parent === undefined ? [] : ['-p', request.parent]
  return gitText(location, ['-c', 'i18n.commitEncoding=utf-8', 'commit-tree', tree, ...parents, '-F', '-'], {
    input: request.message,
    env: personEnv(request),
  })
}

function personEnv({ person, at }: Pick<CommitRequest, 'person' | 'at'>): Record<string, string> {
  const date = `@${Math.floor(at / 1000)} +0000`
  return {
    GIT_AUTHOR_NAME: person.name,
    GIT_AUTHOR_EMAIL: person.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: person.name,
    GIT_COMMITTER_EMAIL: person.email,
    GIT_COMMITTER_DATE: date,
  }
}

async function moveRef(
  location: Location,
  branch: string,
  to: string | undefined,
  expected: string | undefined,
  who: Pick<CommitRequest, 'person' | 'at'> = {
    person: { name: 'Modelyard', email: 'modelyard@localhost' },
    at: 0,
  },
): Promise<void> {
  const none = '0'.repeat((to ?? expected ?? '').length)
  const ref = `refs/heads/${branch}`
  const args =
    to === undefined
      ? ['update-ref', '-d', ref, expected ?? none]
      : ['update-ref', '-m', 'modelyard', ref, to, expected ?? none]
  const output = await runGit(location, args, { accept: [0, 1, 128], env: personEnv(who) })
  if (output.status === 0) return
  if (
    /but expected|reference already exists|unable to resolve reference|\.lock': File exists/.test(
      output.stderr,
    )
  )
    throw movedError(branch)
  throw gitError(args, output)
}

// What `git log` shows for the cut-off commit is its whole tree, not what it changed.
function throwIfCut(found: string, location: Location): void {
  if (found === '' || shallowBoundaries(location).includes(found))
    throw shallowError('the commit that last changed the code')
}

function parseListing(stdout: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = []
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(0, at)
    const line = stdout.toString('utf8', at, end)
    const tab = line.indexOf('\t')
    const [mode, , id] = line.slice(0, tab).split(' ') as [TreeEntry['mode'], string, string]
    entries.push({ path: line.slice(tab + 1), mode, id })
    at = end + 1
  }
  return entries
}

function parseTreeChanges(stdout: Buffer): TreeChange[] {
  const fields = stdout.toString('utf8').split('\0')
  const changes: TreeChange[] = []
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const parsed = parseRaw(fields[index] as string)
    if (parsed !== undefined) changes.push({ path: fields[index + 1] as string, ...parsed })
  }
  return changes
}

/** `:100644 100644 before after M` */
function parseRaw(line: string): Omit<TreeChange, 'path'> | undefined {
  const match = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) ([AMDT])/.exec(line)
  if (match === null) return undefined
  const [, modeBefore, modeAfter, before, after, letter] = match as unknown as string[]
  const side = (mode: string | undefined, id: string | undefined) =>
    mode === '000000' ? undefined : ({ mode, id } as TreeChange['before'])
  return {
    status: letter === 'A' ? 'added' : letter === 'D' ? 'deleted' : 'modified',
    before: side(modeBefore, before),
    after: side(modeAfter, after),
  }
}

function parseHistory(text: string): PathChange[] {
  const entries: PathChange[] = []
  for (const block of text.split('\x01').slice(1)) {
    const [header = '', ...lines] = block.split('\n')
    const [commit = '', seconds = '0', author = '', subject = ''] = header.split('\x1f')
    for (const line of lines) {
      const parsed = parseRaw(line)
      if (parsed === undefined) continue
      entries.push({
        commit,
        committedAt: Number(seconds) * 1000,
        author,
        subject,
        path: unquote(line.slice(line.indexOf('\t') + 1)),
        status: parsed.status,
        before: parsed.before?.id,
        after: parsed.after?.id,
      })
    }
  }
  return entries.reverse()
}

// Only names with quotes, backslashes and control characters come quoted; none of ours does.
function unquote(path: string): string {
  return path.startsWith('"') ? path.slice(1, -1).replace(/\\(["\\])/g, '$1') : path
}

/** Revisions that mean one commit by name: no ranges, searches or options. */
function isPlainRevision(revision: string): boolean {
  return /^[^-\s:^~?*[\\@{}][^\s:?*[\\{}]*$|^HEAD$|^@$/.test(revision) && !revision.includes('..')
}
