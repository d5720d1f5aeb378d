import { type KnownAsker, renderAsker } from '../domain/registry/asked-by.ts'
import type { PullRequests } from '../ports.ts'

/** Pull requests whose commits say who asked for them: `askerOf` reads it again when their approvals are judged. */
export function askedBy(
  pullRequests: PullRequests,
  asker: KnownAsker | { readonly is: 'unknown' },
): PullRequests {
  return {
    ...pullRequests,
    propose: proposal =>
      pullRequests.propose({
        ...proposal,
        message: `${proposal.message.trimEnd()}\n${renderAsker(asker)}\n`,
      }),
  }
}
