/** The events at which GitHub runs what the default branch holds, asked by nobody's pull request. */
const EVENTS: readonly string[] = ['push', 'schedule', 'workflow_dispatch']

/** What is known of the run that a piece of evidence names. */
export interface NamedRun {
  readonly id: number
  readonly event: string
  readonly workflow: string
  readonly headBranch: string | undefined
  readonly headSha: string
  readonly isOwnHead: boolean
}

export interface RunFacts {
  readonly defaultBranch: string
  /** `workflows` of `.github/modelyard.yml` on the base. */
  readonly listed: readonly string[]
  /** Whether the run's commit is on the first-parent history of the default branch; undefined where that is cut off. */
  readonly onHistory: boolean | undefined
  /** Files that judge the model and differ between the run's commit and the base; undefined where the commit is missing. */
  readonly governed: readonly string[] | undefined
}

/**
 * Why what a run left is not believed, whatever it is; undefined where it is. A run is believed that the default branch
 * alone has shaped, and that measured by what judges still.
 *
 * @param run - Undefined where the repository has no such run.
 * @returns A sentence without its full stop.
 */
export function whyRunNotBelieved(
  id: number,
  run: NamedRun | undefined,
  { defaultBranch, listed, onHistory, governed }: RunFacts,
): string | undefined {
  if (run === undefined) return `this repository has no run ${id}`
  const named = `run ${id}`
  if (!run.isOwnHead) return `${named} was at a branch of a fork`
  if (!EVENTS.includes(run.event))
    return `${named} was started by ${run.event}, and not by ${EVENTS.slice(0, -1).join(', ')} or ${EVENTS.at(-1)}`
  if (run.headBranch !== defaultBranch)
    return `${named} was at ${run.headBranch ?? 'no branch'}, and not at ${defaultBranch}`
  if (!listed.includes(run.workflow))
    return `${named} is of ${run.workflow}, which .github/modelyard.yml of the base does not list under \`workflows\``
  const commit = `the commit ${run.headSha.slice(0, 12)} of ${named}`
  if (onHistory === undefined)
    return `whether ${commit} is on the history of ${defaultBranch} cannot be read: this clone is cut off`
  if (!onHistory) return `${commit} is not on the first-parent history of ${defaultBranch}`
  if (governed === undefined) return `${commit} was not fetched`
  const [first, ...others] = governed
  if (first === undefined) return undefined
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return `since ${commit} what judges has changed: ${first}${more}`
}

/** What a run left of evidence for one model. */
export interface LeftFacts {
  readonly digests: ReadonlySet<string>
  /** Names of artifacts with evidence for other models. */
  readonly others: readonly string[]
  readonly refused: readonly { readonly artifact: string; readonly why: string }[]
}

/**
 * Why a file is none that a run left; undefined where it is.
 *
 * @param digest - The SHA-256 of the whole file.
 * @returns A sentence without its full stop.
 */
export function whyNotLeft(
  digest: string,
  run: number,
  model: string,
  { digests, others, refused }: LeftFacts,
): string | undefined {
  if (digests.has(digest)) return undefined
  const [first] = refused
  if (first !== undefined)
    return `what run ${run} left as ${first.artifact} cannot be read, so the file is not found in it: ${first.why}`
  if (digests.size > 0) return `run ${run} left evidence for ${model}, and no file of these bytes`
  return others.length > 0
    ? `run ${run} left evidence for other models alone: ${others.slice(0, 3).join(', ')}`
    : `run ${run} left no evidence`
}
