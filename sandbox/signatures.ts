import type { Signature } from './git/commits.ts'
import type { Actor } from './route.ts'
import { type Account, type Repository, slot, type World } from './world.ts'

const NOREPLY = 'users.noreply.github.com'

/** The address that GitHub knows an account by in commits, and keeps its own to itself. */
export function emailOf({ id, login }: Account): string {
  return `${id}+${login}@${NOREPLY}`
}

export function signatureOf(account: Account, now: Date): Signature {
  return { name: account.login, email: emailOf(account), at: now.getTime() }
}

/** Who commits what is made on the web. */
export function webSignature(now: Date): Signature {
  return { name: 'GitHub', email: 'noreply@github.com', at: now.getTime() }
}

/** The account that a commit's address is of; undefined for any other address. */
export function accountOfEmail({ state }: World, email: string): Account | undefined {
  const [, login] = new RegExp(`^\\d+\\+(.+)@${NOREPLY.replaceAll('.', '\\.')}$`).exec(email) ?? []
  return login === undefined ? undefined : state.accounts.get(login.toLowerCase())
}

/** Ids of the commits that GitHub signed. */
const signed = slot<Set<string>>('signed-commits', () => new Set())

export function sign(repository: Repository, sha: string): void {
  signed(repository).add(sha)
}

export function isSigned(repository: Repository, sha: string): boolean {
  return signed(repository).has(sha)
}

/** Bots have no keys of their own: GitHub signs for them what they leave to it whole. */
export function signsFor({ token }: Actor): boolean {
  return token.kind !== 'person'
}
