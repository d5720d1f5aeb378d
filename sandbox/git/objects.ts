import type { BareRepository } from './bare-repository.ts'
import { GitRefusal } from './refusal.ts'
import { gitText, runGit } from './run-git.ts'

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag'

export interface ObjectFacts {
  readonly sha: string
  readonly type: ObjectType
  /** Bytes of its content. */
  readonly size: number
}

export interface GitObject extends ObjectFacts {
  readonly content: Buffer
}

/** How many processes write side by side. */
const WRITERS = 4
const NEWLINE = 10

/** What stands behind names such as an id, `refs/heads/main` or `main^{tree}`, in their order; undefined for nothing. */
export async function inspect(
  repository: BareRepository,
  names: readonly string[],
): Promise<readonly (ObjectFacts | undefined)[]> {
  requireOneLine(names)
  const { stdout } = await runGit(repository, ['cat-file', '--batch-check'], { input: linesOf(names) })
  const lines = stdout.toString('utf8').split('\n')
  return names.map((_name, index) => parseHeader(lines[index] ?? ''))
}

/** The objects behind names, in their order; undefined for nothing. One process for any number. */
export async function readObjects(
  repository: BareRepository,
  names: readonly string[],
): Promise<readonly (GitObject | undefined)[]> {
  if (names.length === 0) return []
  requireOneLine(names)
  const { stdout } = await runGit(repository, ['cat-file', '--batch', '--buffer'], { input: linesOf(names) })
  let at = 0
  return names.map(() => {
    const end = stdout.indexOf(NEWLINE, at)
    const facts = parseHeader(stdout.toString('utf8', at, end))
    at = end + 1
    if (facts === undefined) return undefined
    const content = stdout.subarray(at, at + facts.size)
    // Behind the content stands a line end of its own.
    at += facts.size + 1
    return { ...facts, content }
  })
}

/**
 * One object, which must be of a type.
 *
 * @throws {GitRefusal} `not-found` when there is none, or it is of another type.
 */
export async function readObject(
  repository: BareRepository,
  name: string,
  type: ObjectType,
): Promise<GitObject> {
  const [object] = await readObjects(repository, [name])
  if (object?.type === type) return object
  throw new GitRefusal('not-found', `${name} is not a valid ${type}`)
}

/** The bytes of a file. @throws {GitRefusal} `not-found`. */
export async function readBlob(repository: BareRepository, sha: string): Promise<Buffer> {
  return (await readObject(repository, sha, 'blob')).content
}

/** Writes an object as it stands; its id. */
export function writeObject(
  repository: BareRepository,
  type: ObjectType,
  content: Uint8Array | string,
): Promise<string> {
  return gitText(repository, ['hash-object', '-w', '--stdin', '-t', type], { input: content })
}

/** Writes files; their ids in the same order. */
export async function writeBlobs(
  repository: BareRepository,
  contents: readonly (Uint8Array | string)[],
): Promise<readonly string[]> {
  const shas = new Array<string>(contents.length)
  const queue = contents.entries()
  const work = async () => {
    for (const [index, content] of queue) shas[index] = await writeObject(repository, 'blob', content)
  }
  await Promise.all(Array.from({ length: WRITERS }, work))
  return shas
}

const linesOf = (names: readonly string[]) => names.map(name => `${name}\n`).join('')

// A line break would be read as a second question, and every later answer would stand one place too far.
function requireOneLine(names: readonly string[]): void {
  if (names.some(name => /[\n\0]/.test(name))) throw new GitRefusal('malformed', 'a name with a line break')
}

/** Of `ID TYPE SIZE`; what is not there, or not unique, is answered in other words. */
function parseHeader(line: string): ObjectFacts | undefined {
  const match = /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(line)
  if (match === null) return undefined
  const [, sha = '', type, size] = match
  return { sha, type: type as ObjectType, size: Number(size) }
}
