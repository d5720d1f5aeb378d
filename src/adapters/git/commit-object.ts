import type { CommitFacts, Person } from '../../ports.ts'

/** Takes a raw commit object apart. */
export function parseCommit(id: string, text: string): CommitFacts {
  const split = text.indexOf('\n\n')
  const headers = split < 0 ? text : text.slice(0, split)
  const field = (name: string) => new RegExp(`^${name} (.*)$`, 'm').exec(headers)?.[1] ?? ''
  const committer = parsePerson(field('committer'))
  return {
    id,
    tree: field('tree'),
    parents: [...headers.matchAll(/^parent ([0-9a-f]+)$/gm)].map(match => match[1] as string),
    author: parsePerson(field('author')).person,
    committer: committer.person,
    committedAt: committer.at,
    message: split < 0 ? '' : text.slice(split + 2),
  }
}

function parsePerson(line: string): { readonly person: Person; readonly at: number } {
  const match = /^(.*?) ?<(.*)> (-?\d+) [+-]\d{4}$/.exec(line)
  return {
    person: { name: match?.[1] ?? '', email: match?.[2] ?? '' },
    at: Number(match?.[3] ?? 0) * 1000,
  }
}
