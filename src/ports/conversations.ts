import type { Membership } from '../domain/registry/approvals.ts'

/** A comment of somebody's at an issue or a pull request. */
export interface SaidComment {
  readonly id: number
  readonly on: 'issue' | 'pull-request'
  /** Of that. */
  readonly number: number
  readonly body: string
  /** Undefined where the account is gone. */
  readonly author: { readonly login: string; readonly id: number; readonly isBot: boolean } | undefined
  /** UTC to the second, as GitHub writes it. */
  readonly at: string
  readonly isEdited: boolean
  /** Where people read it. */
  readonly url: string
}

export type Reaction = 'eyes' | '+1' | '-1' | 'confused' | 'rocket'

/** What people write to us. Every call may throw as those of `Comments`. */
export interface Conversations {
  /** @returns Undefined where it is gone. */
  read(comment: number): Promise<SaidComment | undefined>
  /** Comments that were written or edited since then, oldest first. */
  since(at: number): Promise<readonly SaidComment[]>
  /** Our own reactions to a comment. */
  reactions(comment: number): Promise<readonly Reaction[]>
  /** Reacts once, however often it is called. A comment that is gone, or locked away, is left without. */
  react(comment: number, reaction: Reaction): Promise<void>
  /** Whether a person has a permission on the repository now; `unknown` where GitHub does not say. */
  may(login: string, permission: 'read' | 'write' | 'maintain'): Promise<Membership>
}
