import { ModelyardError } from '../src/domain/errors/index.ts'
import type { Ports } from '../src/ports.ts'
import { type Event, textAt } from './runner/event.ts'

/** An input that a step may leave out, since the event of the run tells it. */
interface EventInput {
  /** For the description of the input, as `Default: ….` */
  readonly described: string
  /** Its value; undefined where the event tells nothing of it. */
  read(event: Event, ports: Ports): Promise<string | undefined>
}

/** By the input's key: what an input of this name is, it is for every Action. */
export const FROM_EVENT: Readonly<Record<string, EventInput>> = {
  base: {
    described: 'the base of the pull request or of the merge group; without one, what lies on disk is judged',
    read: baseOfPullRequest,
  },
}

/**
 * The commit that a pull request or a merge group is judged against. Where GitHub's own merge of the pull request is
 * checked out, this is its first parent: what was merged to the base since the event is not this pull request's doing.
 *
 * @throws {ModelyardError} `shallow-clone` where it was not fetched.
 */
async function baseOfPullRequest(event: Event, { repository }: Ports): Promise<string | undefined> {
  const named = textAt(event, 'pull_request', 'base', 'sha') ?? textAt(event, 'merge_group', 'base_sha')
  if (named === undefined) return undefined
  const { commit } = await repository.head()
  const parents = commit === undefined ? [] : (await repository.commitFacts(commit)).parents
  const isMerge = parents[1] !== undefined && parents[1] === textAt(event, 'pull_request', 'head', 'sha')
  const base = (isMerge ? parents[0] : undefined) ?? named
  if ((await repository.resolve(base)) !== undefined) return base
  throw new ModelyardError({
    code: 'shallow-clone',
    message: `the base of the pull request, ${base}, was not fetched`,
    next: 'write `fetch-depth: 0` under `with:` of actions/checkout',
  })
}
