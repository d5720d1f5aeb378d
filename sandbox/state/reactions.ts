import type { Repository, World } from '../world.ts'
import { slot } from '../world.ts'

export const REACTIONS = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'] as const
export type ReactionContent = (typeof REACTIONS)[number]

/** What somebody felt about a comment: each of these once from each account. */
export interface Reaction {
  readonly id: number
  /** Of the comment, whatever its kind: ids are never given twice. */
  readonly comment: number
  readonly author: string
  readonly content: ReactionContent
  readonly createdAt: string
}

const reactions = slot<Reaction[]>('reactions', () => [])

/** Oldest first. */
export function reactionsTo(repository: Repository, comment: number): Reaction[] {
  return reactions(repository).filter(reaction => reaction.comment === comment)
}

/** Makes a reaction, or finds the one that this account made before. */
export function react(
  world: World,
  repository: Repository,
  { comment, author, content }: Pick<Reaction, 'comment' | 'author' | 'content'>,
): { readonly reaction: Reaction; readonly isNew: boolean } {
  const there = reactionsTo(repository, comment).find(
    known => known.author === author && known.content === content,
  )
  if (there !== undefined) return { reaction: there, isNew: false }
  const reaction = { id: world.nextId(), comment, author, content, createdAt: world.clock.iso() }
  reactions(repository).push(reaction)
  return { reaction, isNew: true }
}

export function removeReaction(repository: Repository, { id }: Reaction): void {
  const all = reactions(repository)
  all.splice(
    all.findIndex(known => known.id === id),
    1,
  )
}
