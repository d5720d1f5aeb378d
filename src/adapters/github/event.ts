/** What started a run, as far as it is used: GitHub's own words, none of an artifact's. */
export interface GitHubEvent {
  /** `pull_request`, `workflow_run` …; empty where no workflow runs. */
  readonly name: string
  /** The number of the pull request that the event is about. */
  readonly pullRequest: number | undefined
  /** The number of the issue, where it is no pull request. */
  readonly issue: number | undefined
  /** The head of the pull request, or of the merge group. */
  readonly headSha: string | undefined
  /** The branch that the pull request or the merge group goes to, by its short name. */
  readonly baseRef: string | undefined
  /** The run whose end started this one. */
  readonly workflowRun: FinishedRun | undefined
}

export interface FinishedRun {
  readonly id: number
  readonly attempt: number
  /** The workflow's file. */
  readonly path: string
  readonly headSha: string
  readonly headBranch: string
  /** Who owns the repository of the head: a fork's owner. */
  readonly headOwner: string
  readonly headRepositoryId: number
}

export const NO_EVENT: GitHubEvent = {
  name: '',
  pullRequest: undefined,
  issue: undefined,
  headSha: undefined,
  baseRef: undefined,
  workflowRun: undefined,
}

/** Reads a payload; what is not as GitHub writes it is left out. */
export function parseEvent(name: string, text: string): GitHubEvent {
  let payload: unknown
  try {
    payload = JSON.parse(text)
  } catch {
    return { ...NO_EVENT, name }
  }
  const at = (...keys: string[]) => valueAt(payload, keys)
  const isPullRequest = at('issue', 'pull_request') !== undefined
  const issue = countOf(at('issue', 'number'))
  return {
    name,
    pullRequest: countOf(at('pull_request', 'number')) ?? (isPullRequest ? issue : undefined),
    issue: isPullRequest ? undefined : issue,
    headSha: shaOf(at('pull_request', 'head', 'sha')) ?? shaOf(at('merge_group', 'head_sha')),
    baseRef: textOf(at('pull_request', 'base', 'ref')) ?? branchOf(at('merge_group', 'base_ref')),
    workflowRun: finishedRun(at('workflow_run')),
  }
}

/** `main` of `refs/heads/main`, as merge groups name it. */
function branchOf(ref: unknown): string | undefined {
  return textOf(ref)?.replace(/^refs\/heads\//, '')
}

function finishedRun(run: unknown): FinishedRun | undefined {
  const at = (...keys: string[]) => valueAt(run, keys)
  const [id, attempt] = [countOf(at('id')), countOf(at('run_attempt'))]
  const [path, headSha] = [textOf(at('path')), shaOf(at('head_sha'))]
  const [headBranch, headOwner] = [textOf(at('head_branch')), textOf(at('head_repository', 'owner', 'login'))]
  const headRepositoryId = countOf(at('head_repository', 'id'))
  if (id === undefined || path === undefined || headSha === undefined) return undefined
  if (headBranch === undefined || headOwner === undefined || headRepositoryId === undefined) return undefined
  // With `@refs/heads/main` where the workflow is another repository's.
  const [file = path] = path.split('@')
  return { id, attempt: attempt ?? 1, path: file, headSha, headBranch, headOwner, headRepositoryId }
}

/** A value of untrusted JSON; undefined where the way to it leads through anything but objects' own keys. */
export function valueAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string, unknown>)[key]
        : undefined,
    value,
  )
}

export function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 1000 ? value : undefined
}

/** Text of any length, as files and descriptions have. */
export function longTextOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

export function shaOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f]{40}$/.test(value) ? value : undefined
}
