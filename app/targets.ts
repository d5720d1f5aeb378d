import { pressesIn } from '../src/adapters/github/check-mark.ts'

/** What may have to be made right, by the least that a delivery says: the rest is read where it stands now. */
export interface Target {
  readonly installation: number
  /** Of the repository. It stays where the name goes to another one. */
  readonly id: number
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
  /** A comment that somebody wrote. */
  | { readonly is: 'comment'; readonly id: number }
  /** A button of ours that somebody pressed; `seen` is how often one was pressed before. */
  | {
      readonly is: 'press'
      readonly check: number
      readonly action: string
      readonly by: { readonly login: string; readonly id: number }
      readonly seen: number
    }
  /** A run of a workflow that is over; its file where a delivery named it, to be passed over where we do not list it. */
  | { readonly is: 'run'; readonly id: number; readonly path?: string }
  /** Runs that ended since a day ago. */
  | { readonly is: 'runs' }
  /** What people wrote since a day ago and nobody answered. */
  | { readonly is: 'comments' }
  /** What the merge queue would merge next, by its branch and the commit there. */
  | { readonly is: 'group'; readonly ref: string; readonly sha: string }
  /** All of those that wait now. */
  | { readonly is: 'groups' }
  /** Jobs of a run that wait until they are let go on. */
  | { readonly is: 'jobs'; readonly run: number }
  /** Those of every run; after a push only where there were any: most repositories have none. */
  | { readonly is: 'waiting'; readonly afterPush?: true }
  /** Whether anything was done past the promotions. */
  | { readonly is: 'integrity' }
  /** What was merged to the default branch. */
  | { readonly is: 'merges' }
  /** Whether it has a registry, which is offered to one that has none. */
  | { readonly is: 'onboarding' }
  /** All of it: what is open, what was merged, and whether there is a registry. */
  | { readonly is: 'repository' }

/** The same text for the same target. */
export function targetKey({ id, what }: Target): string {
  return `${id} ${JSON.stringify(what)}`
}

/**
 * What a delivery may have changed. It is a hint alone: nothing of it but the place and a number is believed.
 *
 * @param app - Our own number: check runs of others are not ours to judge.
 */
export function targetsOf(event: string, payload: unknown, app: number): readonly Target[] {
  const installation = numberAt(payload, ['installation', 'id'])
  if (installation === undefined) return []
  const reached = reachedBy(event, payload)
  if (reached !== undefined)
    return reached.flatMap(at => placeOf(at) ?? []).map(at => ({ installation, ...at, what: ALL }))
  const place = placeOf(valueIn(payload, ['repository']))
  if (place === undefined) return []
  return subjectsOf(event, payload, app).map(what => ({ installation, ...place, what }))
}

const ALL: Subject = { is: 'repository' }

function placeOf(repository: unknown): Pick<Target, 'id' | 'owner' | 'repository'> | undefined {
  const [id, full] = [numberAt(repository, ['id']), textAt(repository, ['full_name'])]
  const [, owner, name] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(full ?? '') ?? []
  if (id === undefined || owner === undefined || name === undefined || /^\.+$/.test(name)) return undefined
  return { id, owner, repository: name }
}

/** What an installation reaches from now on; undefined for a delivery that is about one repository. */
function reachedBy(event: string, payload: unknown): readonly unknown[] | undefined {
  if (event !== 'installation' && event !== 'installation_repositories') return undefined
  const action = textAt(payload, ['action']) ?? ''
  const listed = valueIn(payload, [event === 'installation' ? 'repositories' : 'repositories_added'])
  // What is gone or suspended reaches nothing, and what waits for it finds that out.
  const begins = ['created', 'unsuspend', 'new_permissions_accepted', 'added'].includes(action)
  return begins && Array.isArray(listed) ? listed : []
}

/** What may change the name that a repository is found by, or what may be done in it. */
export function movedBy(event: string, payload: unknown): readonly number[] {
  if (event === 'repository') return [numberAt(payload, ['repository', 'id']) ?? 0]
  const listed = ['repositories', 'repositories_added', 'repositories_removed'].map(key =>
    valueIn(payload, [key]),
  )
  return event.startsWith('installation') ? listed.flat().flatMap(at => numberAt(at, ['id']) ?? []) : []
}

function subjectsOf(event: string, payload: unknown, app: number): Subject[] {
  switch (event) {
    case 'pull_request':
      return subjectsOfPull(payload)
    case 'pull_request_review': {
      const number = numberAt(payload, ['pull_request', 'number'])
      // It may wait in a merge group already.
      return number === undefined ? [] : [{ is: 'pull', number }, { is: 'groups' }]
    }
    case 'merge_group': {
      const ref = textAt(payload, ['merge_group', 'head_ref']) ?? ''
      const sha = shaAt(payload, ['merge_group', 'head_sha'])
      const isAsked = textAt(payload, ['action']) === 'checks_requested'
      return isAsked && sha !== undefined && QUEUE.test(ref) ? [{ is: 'group', ref, sha }] : []
    }
    case 'deployment_protection_rule': {
      // Of the address that it would have us call nothing counts but the run's number.
      const address = textAt(payload, ['deployment_callback_url']) ?? ''
      const [, number] = /\/actions\/runs\/([1-9]\d{0,15})\/deployment_protection_rule$/.exec(address) ?? []
      return number === undefined ? [] : [{ is: 'jobs', run: Number(number) }]
    }
    case 'issue_comment': {
      // What was written before and is changed now asks for nothing.
      const id = textAt(payload, ['action']) === 'created' ? numberAt(payload, ['comment', 'id']) : undefined
      const mayAsk = /^\//.test(textAt(payload, ['comment', 'body']) ?? '')
      return id === undefined || !mayAsk ? [] : [{ is: 'comment', id }]
    }
    case 'workflow_run': {
      const id = numberAt(payload, ['workflow_run', 'id'])
      const path = textAt(payload, ['workflow_run', 'path'])?.replace(/@.*$/, '')
      if (textAt(payload, ['action']) !== 'completed' || id === undefined) return []
      return [{ is: 'run', id, ...(path === undefined ? {} : { path }) }]
    }
    case 'push':
      return subjectsOfPush(payload)
    case 'check_run': {
      if (numberAt(payload, ['check_run', 'app', 'id']) !== app) return []
      if (textAt(payload, ['action']) === 'requested_action') return pressIn(payload)
      const sha = shaAt(payload, ['check_run', 'head_sha'])
      return textAt(payload, ['action']) === 'rerequested' && sha !== undefined ? [{ is: 'head', sha }] : []
    }
    case 'repository':
      return ['renamed', 'transferred', 'unarchived', 'edited'].includes(textAt(payload, ['action']) ?? '')
        ? [ALL]
        : []
    case 'check_suite': {
      const sha = shaAt(payload, ['check_suite', 'head_sha'])
      return textAt(payload, ['action']) === 'rerequested' && sha !== undefined ? [{ is: 'head', sha }] : []
    }
    default:
      return []
  }
}

/** Branches that hold what we write: proposals, seals, history, charts. */
const OURS = /^modelyard(?:\/|-(?:audit|charts|history)$)/
const AUDIT = 'modelyard-audit'
const QUEUE = /^refs\/heads\/gh-readonly-queue\/.{1,300}$/

function subjectsOfPull(payload: unknown): Subject[] {
  const [action, number] = [textAt(payload, ['action']), numberAt(payload, ['pull_request', 'number'])]
  if (number === undefined) return []
  // Another pull request may ask for the commit that this one left.
  if (action === 'synchronize') return [{ is: 'pull', number }, ...headOf(shaAt(payload, ['before']))]
  if (action !== 'closed') return [{ is: 'pull', number }]
  // What was closed is not judged; where it was merged, a push tells.
  const isMerged = valueIn(payload, ['pull_request', 'merged']) === true
  return isMerged ? [] : headOf(shaAt(payload, ['pull_request', 'head', 'sha']))
}

function headOf(sha: string | undefined): Subject[] {
  return sha === undefined ? [] : [{ is: 'head', sha }]
}

function subjectsOfPush(payload: unknown): Subject[] {
  const ref = textAt(payload, ['ref']) ?? ''
  const [, into] = /^refs\/heads\/(.{1,255})$/.exec(ref) ?? []
  // A seal may be what a job waits for, and who else writes one is to be told.
  if (into === AUDIT) return [{ is: 'waiting', afterPush: true }, { is: 'integrity' }]
  const isGone = valueIn(payload, ['deleted']) === true
  // A branch that is gone takes nothing any more; those of the queue and of ours take no pull requests.
  if (into === undefined || isGone || QUEUE.test(ref) || OURS.test(into)) return []
  const isDefault = textAt(payload, ['repository', 'default_branch']) === into
  return [
    { is: 'pulls', into },
    ...(isDefault ? ([{ is: 'merges' }, { is: 'waiting', afterPush: true }] as const) : []),
  ]
}

/** Who pressed is who GitHub says sent it: nobody else's word is in a delivery that is signed. */
function pressIn(payload: unknown): Subject[] {
  const [check, id] = [numberAt(payload, ['check_run', 'id']), numberAt(payload, ['sender', 'id'])]
  const [login, action] = [
    textAt(payload, ['sender', 'login']),
    textAt(payload, ['requested_action', 'identifier']),
  ]
  if (check === undefined || id === undefined || login === undefined || action === undefined) return []
  const seen = pressesIn(textAt(payload, ['check_run', 'external_id']))
  return [{ is: 'press', check, action: action.slice(0, 20), by: { login, id }, seen }]
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
