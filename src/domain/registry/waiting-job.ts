/** A version that stands in a stage. */
export interface Served {
  readonly model: string
  readonly stage: string
  readonly version: number
  /** SHA-256 of its artifact. */
  readonly digest: string
}

/** What the seal says of the move that brought a version to its stage. */
export type Sealing = 'held' | 'not-held' | 'missing'

/** What a job that deploys to an environment is judged by. */
export interface JobFacts {
  /** Those whose environment it is, by what the default branch says now. */
  readonly stages: readonly string[]
  /** Whether the job's commit is on the first-parent history of the default branch; undefined where that is not known. */
  readonly isMerged: boolean | undefined
  /** What stands in those stages on the default branch; undefined where it cannot be read. */
  readonly now: readonly Served[] | undefined
  /** What stood there at the job's commit; undefined where it cannot be read. */
  readonly atCommit: readonly Served[] | undefined
  /** Of what stood there then; nothing where seals are not asked for. */
  readonly seals: readonly { readonly served: Served; readonly is: Sealing }[]
  /** What open pull requests of ours would bring to those stages. */
  readonly asked: readonly Pick<Served, 'model' | 'stage' | 'version'>[]
  /** How long its run is there. */
  readonly waitedMs: number
}

/** Whether a job may go on: `pending` says nothing to GitHub yet but why. */
export interface JobVerdict {
  readonly is: 'approved' | 'rejected' | 'pending'
  /** Sentences with their full stops, of our own words and the names of models and stages. */
  readonly why: string
}

/** A commit may be known to GitHub's runs before its branch tells of it. */
const UNMERGED_MS = 10 * 60_000
/** A seal, a repair or an open pull request is waited for so long; then the deployment is to be started anew. */
const LONGEST_MS = 24 * 60 * 60_000

/**
 * Judges a job: it goes on where its commit is merged, names what the default branch names in every stage of the
 * environment, and the moves that brought that are sealed as held. What is missing is waited for, and refused when it did
 * not come; what can never come is refused at once.
 */
export function judgeJob(facts: JobFacts): JobVerdict {
  const { stages, isMerged, now, atCommit, seals, waitedMs } = facts
  if (now === undefined)
    return waitOrRefuse(
      waitedMs,
      'The registry on the default branch cannot be read: see `modelyard validate`.',
    )
  if (stages.length === 0)
    return rejected(
      'No stage of the registry has this environment: name it under `environments` of .github/modelyard.yml, or take this rule from it.',
    )
  if (isMerged === undefined)
    return waitOrRefuse(waitedMs, 'Whether its commit is on the default branch is not known.')
  if (!isMerged)
    return waitOrRefuse(
      waitedMs,
      'Its commit is not on the default branch, where alone things are approved.',
      UNMERGED_MS,
    )
  if (now.length === 0)
    return rejected(`No version stands in ${stages.join(', ')} now: there is nothing to deploy.`)
  if (atCommit === undefined)
    return rejected('The registry at its commit cannot be read. Deploy a later commit.')
  const changed = differences(atCommit, now)
  if (changed.length > 0) return judgeOlder(facts, atCommit, changed)
  const bad = seals.find(({ is }) => is === 'not-held')
  if (bad !== undefined)
    return rejected(`The seal of ${named(bad.served)} says that it did not hold when it was merged.`)
  const missing = seals.find(({ is }) => is === 'missing')
  if (missing !== undefined)
    return waitOrRefuse(waitedMs, `The move of ${named(missing.served)} is not sealed yet.`)
  return { is: 'approved', why: `It names what the default branch names: ${now.map(named).join(', ')}.` }
}

/** A commit that names something else: it is right again where an open pull request brings back what it names. */
function judgeOlder(
  { asked, waitedMs, now = [] }: JobFacts,
  atCommit: readonly Served[],
  changed: readonly { readonly model: string; readonly stage: string }[],
): JobVerdict {
  const [first] = changed
  const at =
    ({ model, stage }: Pick<Served, 'model' | 'stage'>) =>
    (one: Pick<Served, 'model' | 'stage'>) =>
      one.model === model && one.stage === stage
  const isComing = changed.every(place => {
    const wanted = atCommit.filter(at(place))
    return (
      wanted.length > 0 &&
      wanted.every(({ version }) => asked.filter(at(place)).some(one => one.version === version))
    )
  })
  const today = first === undefined ? [] : now.filter(at(first)).map(({ version }) => version)
  const what = `The default branch names ${today.length === 0 ? 'no version' : `version ${today.join(', ')}`} of ${first?.model} in ${first?.stage} now, and this commit does not.`
  return isComing
    ? waitOrRefuse(waitedMs, `${what} A pull request that would bring this one back is open.`)
    : rejected(`${what} Deploy a commit that does.`)
}

/** The models and stages in which two are not the same, by version and digest. */
function differences(atCommit: readonly Served[], now: readonly Served[]) {
  const key = ({ model, stage, version, digest }: Served) => `${model} ${stage} ${version} ${digest}`
  const [before, after] = [new Set(atCommit.map(key)), new Set(now.map(key))]
  return [...now.filter(one => !before.has(key(one))), ...atCommit.filter(one => !after.has(key(one)))]
}

function waitOrRefuse(waitedMs: number, why: string, mostMs: number = LONGEST_MS): JobVerdict {
  return waitedMs < mostMs ? { is: 'pending', why } : rejected(`${why} That was waited for long enough.`)
}

function rejected(why: string): JobVerdict {
  return { is: 'rejected', why }
}

function named({ model, stage, version }: Served): string {
  return `${model} ${version} in ${stage}`
}
