/**
 * A small model of one registered model, written from the rules alone: it shares no code with the product. It says of
 * each command whether it should be accepted, and what should stand afterwards.
 */
export interface Simulated {
  readonly versions: readonly { readonly artifact: number; readonly purged: boolean }[]
  /** By version number; a version that is not in it is in development. */
  readonly standing: ReadonlyMap<number, 'staging' | 'production' | 'archived'>
  readonly aliases: ReadonlyMap<string, number>
  /** `stage/version` for each promotion that passed its gates. */
  readonly served: ReadonlySet<string>
  readonly records: number
}

export const NOTHING: Simulated = {
  versions: [],
  standing: new Map(),
  aliases: new Map(),
  served: new Set(),
  records: 0,
}

export type Step =
  | { readonly do: 'register'; readonly artifact: number }
  | {
      readonly do: 'promote'
      readonly version: number
      readonly stage: 'staging' | 'production' | 'development'
    }
  | { readonly do: 'rollback'; readonly version: number; readonly stage: 'staging' | 'production' }
  | { readonly do: 'archive'; readonly version: number; readonly purge: boolean }
  | { readonly do: 'alias'; readonly alias: 'shadow' | 'champion'; readonly version: number | null }

/** Artifacts with an odd number fail the gates. */
export const isGood = (artifact: number) => artifact % 2 === 0

/** The state after a step; the same object where nothing changes; undefined where it is refused. */
export function simulate(state: Simulated, step: Step): Simulated | undefined {
  if (step.do === 'register') {
    const known = state.versions.some(({ artifact }) => artifact === step.artifact)
    return known
      ? state
      : { ...state, versions: [...state.versions, { artifact: step.artifact, purged: false }] }
  }
  if (step.do === 'alias') return moveAlias(state, step.alias, step.version)
  const version = state.versions[step.version - 1]
  if (version === undefined) return undefined
  const stands = state.standing.get(step.version) ?? 'development'
  switch (step.do) {
    case 'promote': {
      if (stands === step.stage) return state
      const next = {
        development: 'staging',
        staging: 'production',
        production: undefined,
        archived: 'development',
      }[stands]
      if (next !== step.stage || version.purged) return undefined
      if (step.stage === 'development')
        return recorded(state, { standing: without(state.standing, step.version) })
      if (!isGood(version.artifact)) return undefined
      return enter(state, step.version, step.stage, true)
    }
    case 'rollback':
      if (stands === step.stage) return state
      if (!state.served.has(`${step.stage}/${step.version}`) || version.purged) return undefined
      return enter(state, step.version, step.stage, false)
    case 'archive': {
      if (stands === 'archived' && (!step.purge || version.purged)) return state
      if (state.aliases.get('shadow') === step.version) return undefined
      if (step.purge && (stands === 'staging' || stands === 'production')) return undefined
      const versions = state.versions.map((one, index) =>
        index === step.version - 1 && step.purge ? { ...one, purged: true } : one,
      )
      return recorded(state, { versions, standing: new Map(state.standing).set(step.version, 'archived') })
    }
  }
}

function moveAlias(state: Simulated, alias: string, version: number | null): Simulated | undefined {
  const present = state.aliases.get(alias) ?? null
  if (version !== null && state.versions[version - 1] === undefined) return undefined
  if (present === version) return state
  if (alias === 'champion') return undefined
  if (version === null) return recorded(state, { aliases: without(state.aliases, alias) })
  if (state.standing.get(version) === 'archived') return undefined
  return recorded(state, { aliases: new Map(state.aliases).set(alias, version) })
}

/** Moves a version into a stage; who stood there is archived, unless a free alias still names it. */
function enter(
  state: Simulated,
  version: number,
  stage: 'staging' | 'production',
  passed: boolean,
): Simulated | undefined {
  const displaced = [...state.standing].find(([, stands]) => stands === stage)?.[0]
  if (displaced !== undefined && state.aliases.get('shadow') === displaced) return undefined
  const standing = new Map(state.standing)
  if (displaced !== undefined) standing.set(displaced, 'archived')
  standing.set(version, stage)
  const served = passed ? new Set([...state.served, `${stage}/${version}`]) : state.served
  return recorded(state, { standing, served })
}

/** One record more; the tied aliases follow their stages. */
function recorded(state: Simulated, change: Partial<Simulated>): Simulated {
  const next = { ...state, ...change, records: state.records + 1 }
  const aliases = new Map([...next.aliases].filter(([alias]) => alias === 'shadow'))
  for (const [alias, stage] of [
    ['champion', 'production'],
    ['challenger', 'staging'],
  ] as const) {
    const holder = [...next.standing].find(([, stands]) => stands === stage)?.[0]
    if (holder !== undefined) aliases.set(alias, holder)
  }
  return { ...next, aliases }
}

function without<V>(map: ReadonlyMap<number, V>, key: number): Map<number, V>
function without<V>(map: ReadonlyMap<string, V>, key: string): Map<string, V>
function without(map: ReadonlyMap<unknown, unknown>, key: unknown): Map<unknown, unknown> {
  return new Map([...map].filter(([other]) => other !== key))
}
