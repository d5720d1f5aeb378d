import { fullName, HTML_ROOT } from '../bodies.ts'
import type { Actor } from '../route.ts'
import type { Repository } from '../world.ts'

const NOWHERE = '0'.repeat(40)

/** A push as far as it is about refs; its commits are not listed. */
export function pushPayload(
  { repository, actor }: { readonly repository: Repository; readonly actor: Actor },
  ref: string,
  before: string | null,
  after: string | null,
): object {
  return {
    ref,
    before: before ?? NOWHERE,
    after: after ?? NOWHERE,
    created: before === null,
    deleted: after === null,
    forced: false,
    base_ref: null,
    compare: `${HTML_ROOT}/${fullName(repository)}/compare/${before ?? NOWHERE}...${after ?? NOWHERE}`,
    commits: [],
    head_commit: null,
    pusher: { name: actor.account.login },
  }
}
