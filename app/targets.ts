/** What may have to be made right, by the least that a delivery says: the rest is read where it stands now. */
export interface Target {
  readonly installation: number
  readonly owner: string
  readonly repository: string
  readonly what: Subject
}

export type Subject =
  | { readonly is: 'pull'; readonly number: number }
  /** Every open pull request that asks for the branch. */
  | { readonly is: 'pulls'; readonly into: string }
  /** Those whose head a commit is. */
  | { readonly is: 'head'; readonly sha: string }
  /** What was merged to the default branch. */
  | { readonly is: 'merges' }
  /** All of it: what is open, and what was merged. */
  | { readonly is: 'repository' }

/** The same text for the same target. GitHub tells repositories apart without their case, and branches by it. */
export function targetKey({ owner, repository, what }: Target): string {
  return `${`${owner}/${repository}`.toLowerCase()} ${JSON.stringify(what)}`
}

/**
 * What a delivery may have changed. It is a hint alone: nothing of it but the place and a number is believed.
 *
 * @param app - Our own number: check runs of others are not ours to judge.
 */
export function targetsOf(event: string, payload: unknown, app: number): readonly Target[] {
  const installation = numberAt(payload, ['installation', 'id'])
  const name = textAt(payload, ['repository', 'full_name'])
  const [, owner, repository] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(name ?? '') ?? []
  if (installation === undefined || owner === undefined || repository === undefined) return []
  return subjectsOf(event, payload, app).map(what => ({ installation, owner, repository, what }))
}

function subjectsOf(event: string, payload: unknown, app: number): Subject[] {
  switch (event) {
    case 'pull_request':
    case 'pull_request_review': {
      const number = numberAt(payload, ['pull_request', 'number'])
      if (number === undefined) return []
      // Another pull request may ask for the commit that this one left.
      const left = textAt(payload, ['action']) === 'synchronize' ? shaAt(payload, ['before']) : undefined
      return [{ is: 'pull', number }, ...(left === undefined ? [] : ([{ is: 'head', sha: left }] as const))]
    }
    case 'push': {
      const [, into] = /^refs\/heads\/(.{1,255})$/.exec(textAt(payload, ['ref']) ?? '') ?? []
      // A branch that is gone takes nothing any more.
      if (into === undefined || valueIn(payload, ['deleted']) === true) return []
      const isDefault = textAt(payload, ['repository', 'default_branch']) === into
      return [{ is: 'pulls', into }, ...(isDefault ? ([{ is: 'merges' }] as const) : [])]
    }
    case 'check_run': {
      const isAsked = ['rerequested', 'requested_action'].includes(textAt(payload, ['action']) ?? '')
      const sha = shaAt(payload, ['check_run', 'head_sha'])
      const isOurs = numberAt(payload, ['check_run', 'app', 'id']) === app
      return isAsked && isOurs && sha !== undefined ? [{ is: 'head', sha }] : []
    }
    case 'check_suite': {
      const sha = shaAt(payload, ['check_suite', 'head_sha'])
      return textAt(payload, ['action']) === 'rerequested' && sha !== undefined ? [{ is: 'head', sha }] : []
    }
    default:
      return []
  }
}

function valueIn(payload: unknown, path: readonly string[]): unknown {
  let value = payload
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Readonly<Record<string, unknown>>)[key]
  }
  return value
}

function textAt(payload: unknown, path: readonly string[]): string | undefined {
  const value = valueIn(payload, path)
  return typeof value === 'string' ? value : undefined
}

function numberAt(payload: unknown, path: readonly string[]): number | undefined {
  const value = valueIn(payload, path)
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined
}

function shaAt(payload: unknown, path: readonly string[]): string | undefined {
  const text = textAt(payload, path)
  return /^[0-9a-f]{40}$/.test(text ?? '') ? text : undefined
}
