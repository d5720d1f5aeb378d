/** GitHub's roles of a person in a repository, the least first. */
export const ROLES = ['read', 'triage', 'write', 'maintain', 'admin'] as const
export type Role = (typeof ROLES)[number]

export type Level = 'read' | 'write' | 'admin'

/** What a token was given, by GitHub's names: `{ contents: 'read', pull_requests: 'write' }`. */
export type Granted = Readonly<Record<string, Level>>

const LEVELS: readonly Level[] = ['read', 'write', 'admin']

const WRITABLE = [
  'actions',
  'checks',
  'contents',
  'deployments',
  'issues',
  'pull_requests',
  'statuses',
  'workflows',
] as const

/** Issues and pull requests of a repository that someone can read are open to their words. */
const COMMENTS = { issues: 'write', pull_requests: 'write' } as const

export function atLeast(granted: Level | undefined, wanted: Level): boolean {
  return granted !== undefined && LEVELS.indexOf(granted) >= LEVELS.indexOf(wanted)
}

/** What a role lets a person's token do at most. */
export function rolePermissions(role: Role): Granted {
  const all = (level: Level) => Object.fromEntries(WRITABLE.map(name => [name, level]))
  const least = { metadata: 'read', ...all('read'), ...COMMENTS } as const
  if (ROLES.indexOf(role) < ROLES.indexOf('write')) return least
  const writer = { ...least, ...all('write'), administration: 'read', environments: 'read' } as const
  return role === 'admin' ? { ...writer, administration: 'write', environments: 'write' } : writer
}

export function atLeastRole(role: Role | undefined, wanted: Role): boolean {
  return role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(wanted)
}
