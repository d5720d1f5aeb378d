import { suggestion } from '../errors/index.ts'
import type { Reason } from '../problem.ts'
import { archiveStage, firstStage, heldStages } from './lifecycle.ts'
import { CHAMPION, type ModelState } from './model-state.ts'
import { versionsIn } from './pointers.ts'

/**
 * How a version is named: `4` or `v4`, an alias, a stage that holds one version, `latest`; each with `@DATE` as it
 * stood then. `@DATE` alone is the champion of that day.
 */
export interface Reference {
  readonly name: string
  /** UTC, milliseconds: the last instant that still counts. */
  readonly at?: number
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Takes a reference apart. A day without a time lasts until its end in UTC. */
export function parseReference(text: string): Reference | Reason {
  const [name = '', date, ...rest] = text.split('@')
  if (rest.length > 0 || text === '' || text === '@') return badReference(text)
  if (date === undefined) return { name }
  const at = parseDate(date)
  if (at === undefined) {
    return {
      message: `\`${date}\` is not a date`,
      next: 'write it as 2026-10-01, or with a time as 2026-10-01T09:00:00Z',
    }
  }
  return { name: name === '' ? CHAMPION : name, at }
}

/** The last millisecond that a date covers: a day's end in UTC, or the instant itself. Undefined if it is none. */
export function parseDate(text: string): number | undefined {
  const isDay = DAY.test(text)
  if (!isDay && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text))
    return undefined
  const at = Date.parse(isDay ? `${text}T23:59:59.999Z` : text)
  const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`)
  // The 30th of February parses as the 2nd of March.
  if (Number.isNaN(at) || Number.isNaN(day) || !new Date(day).toISOString().startsWith(text.slice(0, 10)))
    return undefined
  return at
}

/** The version that `name` stands for in `state`, or why it stands for none. */
export function resolveReference(
  name: string,
  state: Pick<ModelState, 'name' | 'pointers' | 'versions' | 'config'>,
): { readonly version: number } | Reason {
  const { pointers, versions } = state
  const { lifecycle } = state.config
  const alias = Object.hasOwn(pointers.aliases, name) ? pointers.aliases[name] : undefined
  if (alias !== undefined) return { version: alias }
  const number = /^v?([1-9]\d{0,8})$/.exec(name)?.[1]
  if (number !== undefined) return existing(Number(number), state)
  if (name === 'latest') {
    const latest = versions.at(-1)
    return latest === undefined ? noVersions(state.name) : { version: latest }
  }
  if (lifecycle.stages.includes(name)) {
    const standing =
      name === firstStage(lifecycle)
        ? versions.filter(version => !Object.values(pointers.stages).flat().includes(version))
        : versionsIn(pointers, name)
    return theOnly(standing, name)
  }
  const names = [
    ...Object.keys(pointers.aliases),
    ...heldStages(lifecycle),
    archiveStage(lifecycle),
    'latest',
  ]
  return { message: `${state.name} has no version called \`${name}\``, next: suggestion(name, names) }
}

function existing(version: number, { name, versions }: Pick<ModelState, 'name' | 'versions'>) {
  if (versions.includes(version)) return { version }
  const latest = versions.at(-1)
  if (latest === undefined) return noVersions(name)
  return {
    message: `${name} has no version ${version}`,
    next: `its versions go up to ${latest}: modelyard show ${name}`,
  }
}

function noVersions(model: string): Reason {
  return { message: `${model} has no version yet`, next: `make one: modelyard register ${model} FILE` }
}

function theOnly(standing: readonly number[], stage: string): { readonly version: number } | Reason {
  const [version, ...others] = standing
  if (version === undefined)
    return { message: `no version is in ${stage}`, next: 'name a version by its number' }
  if (others.length === 0) return { version }
  const shown = standing.slice(0, 10).join(', ')
  return {
    message: `${stage} holds ${standing.length} versions (${shown}${standing.length > 10 ? ' …' : ''})`,
    next: 'name one of them by its number',
  }
}

function badReference(text: string): Reason {
  return {
    message: `\`${text}\` does not name a version`,
    next: 'write a number, an alias, a stage or `latest`, with @2026-10-01 for an earlier day',
  }
}
