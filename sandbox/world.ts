import { randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'
import type { MergeMethod } from './git/merge.ts'
import { type Granted, type Role, rolePermissions } from './roles.ts'

export interface Account {
  readonly id: number
  /** With `[bot]` at its end for a bot. */
  readonly login: string
  readonly kind: 'User' | 'Organization' | 'Bot'
  /** The App that a bot acts for. */
  readonly app?: App
}

export interface App {
  readonly id: number
  readonly slug: string
  readonly name: string
}

/**
 * `github-token`: the token of a workflow's job, for one repository. `app`: an installation's. `person`: fine-grained,
 * and never more than the person's role in a repository lets.
 */
export type TokenKind = 'github-token' | 'app' | 'person' | 'app-jwt'

export interface Token {
  readonly value: string
  readonly kind: TokenKind
  readonly login: string
  readonly permissions: Granted
  /** The only repository that it reaches, by id; all that its account sees when left out. */
  readonly repository?: number
  /** Of an App: where it is installed, whose repositories it reaches. */
  readonly installation?: number
  /** Of an App: the ones among them that it was narrowed to, by id; all when left out. */
  readonly repositories?: readonly number[]
  /** Calls an hour, where it is not GitHub's own number. */
  readonly hourlyLimit?: number
}

/** What an App asks to be, as far as it is read here. */
export interface AppManifest {
  readonly name: string
  readonly url: string
  readonly redirect_url: string
  readonly hook_attributes: { readonly url: string; readonly active?: boolean }
  readonly default_permissions: Granted
  readonly default_events: readonly string[]
}

/** An App that was registered by a manifest, until its secrets are asked for: once, and within an hour. */
export interface RegisteredApp {
  readonly app: App
  readonly manifest: AppManifest
  /** Where it was registered: an organization, or none for a person. */
  readonly organization: string | undefined
  readonly pem: string
  readonly webhookSecret: string
  /** UTC, milliseconds. */
  readonly until: number
}

/** An App where somebody installed it. */
export interface Installation {
  readonly id: number
  /** The App's bot. */
  readonly login: string
  /** Who installed it: the owner of its repositories. */
  readonly owner: string
  /** By id. */
  repositories: readonly number[]
  readonly permissions: Granted
  suspended: boolean
}

export interface Repository {
  readonly id: number
  owner: string
  name: string
  private: boolean
  archived: boolean
  description: string | null
  defaultBranch: string
  /** The ways in which its pull requests may be merged. */
  mergeMethods: readonly MergeMethod[]
  /** The setting that lets jobs open and approve pull requests; off at first, as on GitHub. */
  actionsMayOpenPulls: boolean
  readonly createdAt: string
  /** The repository that this one is a fork of, by id. */
  readonly forkOf?: number
  readonly collaborators: Map<string, Role>
  /** Ids of commits that calls may name. An area that keeps a real repository adds what is pushed. */
  readonly commits: Set<string>
  /** What each area keeps: plain data, copied when a stale read needs the past. See `slot`. */
  readonly areas: Record<string, unknown>
  /** What cannot be copied, as a bare repository on disk. Copies of the world share it. */
  readonly resources: Map<string, unknown>
}

export interface WorldState {
  lastId: number
  readonly accounts: Map<string, Account>
  readonly tokens: Map<string, Token>
  readonly repositories: Map<string, Repository>
  /** What was renamed or transferred: the id by an earlier name, until another repository takes that. */
  readonly moved: Map<string, number>
  /** The public keys of Apps, PEM, by the App's id. */
  readonly appKeys: Map<number, string>
  readonly installations: Map<number, Installation>
  /** Apps whose secrets nobody asked for yet, by their codes. */
  readonly registeredApps: Map<string, RegisteredApp>
}

export type NewRepository = Partial<
  Pick<
    Repository,
    | 'private'
    | 'archived'
    | 'description'
    | 'defaultBranch'
    | 'mergeMethods'
    | 'actionsMayOpenPulls'
    | 'forkOf'
  >
> & { readonly collaborators?: Readonly<Record<string, Role>> }

export interface NewToken {
  readonly kind: TokenKind
  /** An account of the world; github-actions[bot] for a `github-token` when left out. */
  readonly login?: string
  readonly permissions?: Granted
  readonly repository?: Repository
  readonly installation?: number
  readonly repositories?: readonly number[] | undefined
  readonly hourlyLimit?: number
}

/** All that this GitHub knows, and the ways to arrange it before a scene begins. */
export interface World {
  readonly state: WorldState
  readonly clock: Clock
  /** Ids rise over everything, as GitHub's do within a kind. */
  nextId(): number
  addAccount(login: string, kind?: Account['kind']): Account
  /** An App, and the bot that acts for it. */
  addApp(slug: string, name?: string): Account
  /** Installs an App on repositories of one owner. */
  install(app: Account, repositories: readonly Repository[], permissions: Granted): Installation
  /** `owner/name`; an owner that is not there becomes an organization. */
  addRepository(fullName: string, facts?: NewRepository): Repository
  addCommit(repository: Repository, sha: string): void
  issueToken(token: NewToken): Token
  account(login: string): Account
  repository(fullName: string): Repository | undefined
  /** The one that had this name before, where no other has it now. */
  movedFrom(fullName: string): Repository | undefined
  /** What someone may do in a repository; none at all when it is private and not theirs. */
  roleOf(login: string, repository: Repository): Role | undefined
}

/** The App that `GITHUB_TOKEN` belongs to; its numbers are those on github.com. */
const GITHUB_ACTIONS: Account = {
  id: 41898282,
  login: 'github-actions[bot]',
  kind: 'Bot',
  app: { id: 15368, slug: 'github-actions', name: 'GitHub Actions' },
}

const FIRST_ID = 1_000_000

export function emptyState(): WorldState {
  return {
    lastId: FIRST_ID,
    accounts: new Map([[GITHUB_ACTIONS.login, GITHUB_ACTIONS]]),
    tokens: new Map(),
    repositories: new Map(),
    moved: new Map(),
    appKeys: new Map(),
    installations: new Map(),
    registeredApps: new Map(),
  }
}

/** The world over a state: everything that is remembered is in the state, so a copy of it is a world of its own. */
export function openWorld(state: WorldState, clock: Clock): World {
  const world: World = {
    state,
    clock,
    nextId: () => ++state.lastId,
    addAccount: (login, kind = 'User') => keepAccount(state, { id: world.nextId(), login, kind }),
    addApp: (slug, name = slug) =>
      keepAccount(state, {
        id: world.nextId(),
        login: `${slug}[bot]`,
        kind: 'Bot',
        app: { id: world.nextId(), slug, name },
      }),
    install: (app, repositories, permissions) => {
      const [first] = repositories
      if (first === undefined) throw new Error('an App is installed on a repository')
      const installation: Installation = {
        id: world.nextId(),
        login: app.login,
        owner: first.owner,
        repositories: repositories.map(({ id }) => id),
        permissions: { metadata: 'read', ...permissions },
        suspended: false,
      }
      state.installations.set(installation.id, installation)
      return installation
    },
    addRepository: (fullName, facts = {}) => keepRepository(world, fullName, facts),
    addCommit: (repository, sha) => void repository.commits.add(sha),
    issueToken: token => keepToken(world, token),
    account: login => accountOf(state, login),
    repository: fullName => state.repositories.get(fullName.toLowerCase()),
    movedFrom: fullName => {
      const name = fullName.toLowerCase()
      const id = state.repositories.has(name) ? undefined : state.moved.get(name)
      return [...state.repositories.values()].find(repository => repository.id === id)
    },
    roleOf: (login, repository) => roleIn(repository, login),
  }
  return world
}

/** The same world as it stands now, which later changes leave alone. */
export function copyOfState(state: WorldState): WorldState {
  const repositories = [...state.repositories].map(
    ([name, { resources, ...facts }]): [string, Repository] => [
      name,
      { ...structuredClone(facts), resources },
    ],
  )
  return {
    lastId: state.lastId,
    accounts: new Map(state.accounts),
    tokens: new Map(state.tokens),
    repositories: new Map(repositories),
    moved: new Map(state.moved),
    appKeys: new Map(state.appKeys),
    installations: new Map([...state.installations].map(([id, one]) => [id, { ...one }])),
    registeredApps: new Map(state.registeredApps),
  }
}

/**
 * A place in every repository for what an area keeps: `const comments = slot('comments', () => [] as Comment[])`, then
 * `comments(repository).push(…)`.
 */
export function slot<T>(name: string, make: () => T): (repository: Repository) => T {
  return ({ areas }) => {
    areas[name] ??= make()
    return areas[name] as T
  }
}

function keepAccount(state: WorldState, account: Account): Account {
  const key = account.login.toLowerCase()
  if (state.accounts.has(key)) throw new Error(`${account.login} is there already`)
  state.accounts.set(key, account)
  return account
}

function accountOf(state: WorldState, login: string): Account {
  const account = state.accounts.get(login.toLowerCase())
  if (account === undefined) throw new Error(`nobody is called ${login}`)
  return account
}

function keepRepository(world: World, fullName: string, facts: NewRepository): Repository {
  const [owner = '', name = ''] = fullName.split('/')
  if (!world.state.accounts.has(owner.toLowerCase())) world.addAccount(owner, 'Organization')
  const { collaborators = {}, ...given } = facts
  const repository: Repository = {
    private: false,
    archived: false,
    description: null,
    defaultBranch: 'main',
    mergeMethods: ['merge', 'squash', 'rebase'],
    actionsMayOpenPulls: false,
    ...given,
    id: world.nextId(),
    owner,
    name,
    createdAt: world.clock.iso(),
    collaborators: new Map(Object.entries(collaborators)),
    commits: new Set(),
    areas: {},
    resources: new Map(),
  }
  world.state.repositories.set(fullName.toLowerCase(), repository)
  return repository
}

const PREFIX = { 'github-token': 'ghs_', app: 'ghs_', person: 'github_pat_', 'app-jwt': '' } as const

function keepToken(
  world: World,
  { kind, login, permissions, repository, installation, repositories, hourlyLimit }: NewToken,
): Token {
  if (login === undefined && kind !== 'github-token') throw new Error('a token belongs to someone')
  if (repository === undefined && kind === 'github-token')
    throw new Error("a job's token is for one repository")
  const account = world.account(login ?? GITHUB_ACTIONS.login)
  const token: Token = {
    value: PREFIX[kind] + randomBytes(18).toString('hex'),
    kind,
    login: account.login,
    permissions: {
      metadata: 'read',
      ...(permissions ?? (kind === 'person' ? rolePermissions('admin') : {})),
    },
    ...(repository && { repository: repository.id }),
    ...(installation !== undefined && { installation }),
    ...(repositories !== undefined && { repositories }),
    ...(hourlyLimit !== undefined && { hourlyLimit }),
  }
  world.state.tokens.set(token.value, token)
  return token
}

function roleIn(repository: Repository, login: string): Role | undefined {
  if (login.toLowerCase() === repository.owner.toLowerCase()) return 'admin'
  return repository.collaborators.get(login) ?? (repository.private ? undefined : 'read')
}
