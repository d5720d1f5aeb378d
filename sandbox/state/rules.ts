import { type Repository, slot, type World } from '../world.ts'

/** What must hold for a branch to move. */
export interface Demands {
  /** Changes come by pull request, with so many approvals. */
  readonly reviews?: {
    readonly count: number
    /** New commits dismiss the reviews of older ones. */
    readonly dismissStale?: boolean
    /** Somebody else than who pushed last must approve. */
    readonly lastPushApproval?: boolean
    readonly codeOwners?: boolean
  }
  readonly checks?: {
    readonly required: readonly RequiredCheck[]
    /** The branch of the pull request must hold all of the base. */
    readonly strict?: boolean
  }
  readonly linearHistory?: boolean
  readonly noForcePush?: boolean
  readonly noDeletion?: boolean
}

export interface RequiredCheck {
  readonly context: string
  /** The id of the only App that may report it. */
  readonly source?: number
}

export interface Ruleset {
  readonly id: number
  readonly name: string
  readonly enforcement: 'active' | 'evaluate' | 'disabled'
  /** `~DEFAULT_BRANCH`, `~ALL`, or full names of refs with `*` for anything but `/`. */
  readonly include: readonly string[]
  readonly demands: Demands
  /** Logins of those whom it does not bind. */
  readonly bypass: readonly string[]
  readonly createdAt: string
}

/** Classic protection of a branch, which forbids force pushes and deletion unless it says otherwise. */
export interface Protection {
  readonly branch: string
  readonly demands: Demands
  readonly enforceAdmins: boolean
}

export const rulesetsOf = slot<Ruleset[]>('rulesets', () => [])
export const protectionsOf = slot<Protection[]>('protections', () => [])

export type NewRuleset = Partial<Omit<Ruleset, 'id' | 'createdAt'>> & Pick<Ruleset, 'demands'>

/** A ruleset over the default branch, in force, unless said otherwise. */
export function addRuleset(world: World, repository: Repository, facts: NewRuleset): Ruleset {
  const ruleset: Ruleset = {
    id: world.nextId(),
    name: 'Branches',
    enforcement: 'active',
    include: ['~DEFAULT_BRANCH'],
    bypass: [],
    ...facts,
    createdAt: world.clock.iso(),
  }
  rulesetsOf(repository).push(ruleset)
  return ruleset
}

export function protectBranch(
  repository: Repository,
  { branch = repository.defaultBranch, demands = {}, enforceAdmins = false }: Partial<Protection> = {},
): Protection {
  const protection = {
    branch,
    demands: { noForcePush: true, noDeletion: true, ...demands },
    enforceAdmins,
  }
  protectionsOf(repository).push(protection)
  return protection
}

/** The rulesets in force that cover a branch. */
export function rulesetsFor(repository: Repository, branch: string): Ruleset[] {
  return rulesetsOf(repository).filter(
    ({ enforcement, include }) =>
      enforcement === 'active' && include.some(pattern => covers(pattern, repository, branch)),
  )
}

export function protectionFor(repository: Repository, branch: string): Protection | undefined {
  return protectionsOf(repository).find(protection => protection.branch === branch)
}

function covers(pattern: string, { defaultBranch }: Repository, branch: string): boolean {
  if (pattern === '~ALL') return true
  if (pattern === '~DEFAULT_BRANCH') return branch === defaultBranch
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')
  return new RegExp(`^${source}$`).test(`refs/heads/${branch}`)
}
