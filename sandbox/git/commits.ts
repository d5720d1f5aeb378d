import type { BareRepository } from './bare-repository.ts'
import { inspect, readObject, writeObject } from './objects.ts'
import { GitRefusal } from './refusal.ts'

/** Who did it and when; times are kept to the second, in UTC. */
export interface Signature {
  readonly name: string
  readonly email: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface Commit {
  readonly sha: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Signature
  readonly committer: Signature
  readonly message: string
}

export type CommitDraft = Omit<Commit, 'sha'>

export interface Tag {
  readonly sha: string
  /** What it names. */
  readonly object: { readonly sha: string; readonly type: string }
  readonly tag: string
  readonly tagger: Signature
  readonly message: string
}

/**
 * Writes a commit, its message letter for letter; no ref is moved.
 *
 * @returns Its id.
 * @throws {GitRefusal} `not-found` for a tree or parent that is not there, `malformed` for a message with NUL.
 */
export async function createCommit(repository: BareRepository, draft: CommitDraft): Promise<string> {
  const { tree, parents, author, committer, message } = draft
  const [treeFacts, ...parentFacts] = await inspect(repository, [tree, ...parents])
  if (treeFacts?.type !== 'tree') throw new GitRefusal('not-found', 'Tree SHA does not exist')
  if (parentFacts.some(facts => facts?.type !== 'commit')) {
    throw new GitRefusal('not-found', 'Parent SHA does not exist or is not a commit object')
  }
  const headers = [
    `tree ${tree}`,
    ...parents.map(parent => `parent ${parent}`),
    `author ${formatSignature(author)}`,
    `committer ${formatSignature(committer)}`,
  ]
  return writeObject(repository, 'commit', withMessage(headers, message))
}

/** A commit by its id or full name. @throws {GitRefusal} `not-found`. */
export async function readCommit(repository: BareRepository, name: string): Promise<Commit> {
  const { sha, content } = await readObject(repository, name, 'commit')
  return parseCommit(sha, content.toString('utf8'))
}

/** Writes an annotated tag; its ref is made by `createRef`. @throws {GitRefusal} `not-found`, `malformed`. */
export async function createTag(repository: BareRepository, draft: Omit<Tag, 'sha'>): Promise<string> {
  const { object, tag, tagger, message } = draft
  const [facts] = await inspect(repository, [object.sha])
  if (facts?.type !== object.type)
    throw new GitRefusal('not-found', `${object.sha} is not a valid ${object.type}`)
  if (!/^[^\s~^:?*[\\]+$/.test(tag)) throw new GitRefusal('malformed', 'tag name is not well-formed')
  const headers = [
    `object ${object.sha}`,
    `type ${object.type}`,
    `tag ${tag}`,
    `tagger ${formatSignature(tagger)}`,
  ]
  return writeObject(repository, 'tag', withMessage(headers, message))
}

/** An annotated tag by its id. @throws {GitRefusal} `not-found`. */
export async function readTag(repository: BareRepository, sha: string): Promise<Tag> {
  const { headers, message } = parseHeaders(
    (await readObject(repository, sha, 'tag')).content.toString('utf8'),
  )
  const field = (name: string) => headers.find(([key]) => key === name)?.[1] ?? ''
  return {
    sha,
    object: { sha: field('object'), type: field('type') },
    tag: field('tag'),
    tagger: parseSignature(field('tagger')),
    message,
  }
}

/** Takes a raw commit apart. */
export function parseCommit(sha: string, text: string): Commit {
  const { headers, message } = parseHeaders(text)
  const fields = (name: string) => headers.filter(([key]) => key === name).map(([, value]) => value)
  return {
    sha,
    tree: fields('tree')[0] ?? '',
    parents: fields('parent'),
    author: parseSignature(fields('author')[0] ?? ''),
    committer: parseSignature(fields('committer')[0] ?? ''),
    message,
  }
}

function parseHeaders(text: string): { readonly headers: [string, string][]; readonly message: string } {
  const split = text.indexOf('\n\n')
  const lines = (split < 0 ? text : text.slice(0, split)).split('\n')
  const headers = lines.map((line): [string, string] => {
    const space = line.indexOf(' ')
    return [line.slice(0, space), line.slice(space + 1)]
  })
  return { headers, message: split < 0 ? '' : text.slice(split + 2) }
}

function withMessage(headers: readonly string[], message: string): string {
  if (message.includes('\0')) throw new GitRefusal('malformed', 'message contains NUL')
  return `${headers.join('\n')}\n\n${message}`
}

// As git does: what would end the line or the address is left out.
function formatSignature({ name, email, at }: Signature): string {
  const clean = (text: string) => text.replace(/[<>\n\0]/g, '').trim()
  return `${clean(name)} <${clean(email)}> ${Math.floor(at / 1000)} +0000`
}

function parseSignature(text: string): Signature {
  const match = /^(.*?) ?<(.*)> (-?\d+) [+-]\d{4}$/.exec(text)
  return { name: match?.[1] ?? '', email: match?.[2] ?? '', at: Number(match?.[3] ?? 0) * 1000 }
}
