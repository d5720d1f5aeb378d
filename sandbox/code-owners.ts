import { pathsChanged } from './git/changed-files.ts'
import { readContents } from './git/contents.ts'
import { mergeBase } from './git/log.ts'
import { GitRefusal } from './git/refusal.ts'
import { hostedGit } from './hosting.ts'
import type { PullFacts } from './state/issues.ts'
import { teamsOf } from './state/teams.ts'
import type { Repository } from './world.ts'

/** Where GitHub looks, and takes the first. */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']

interface OwnerLine {
  readonly expression: RegExp
  /** As they are written; none where the line takes a path from its owners. */
  readonly owners: readonly string[]
}

/**
 * The owners whose review a pull request still waits for, by CODEOWNERS of its base: for each changed file those of the
 * last line that matches it, of whom one is enough.
 *
 * @param approvers - Logins whose approval stands.
 */
export async function openOwners(
  repository: Repository,
  { baseRef, headSha }: PullFacts,
  approvers: readonly string[],
): Promise<string[]> {
  const git = hostedGit(repository)
  if (git === undefined) return []
  const base = `refs/heads/${baseRef}`
  const lines = parseOwners(await textOf(git, base))
  const shared = (await mergeBase(git, base, headSha)) ?? base
  const open = (await pathsChanged(git, shared, headSha)).flatMap(path => {
    const owners = lines.findLast(({ expression }) => expression.test(path))?.owners ?? []
    const isApproved = owners.some(owner =>
      membersOf(repository, owner).some(login => includes(approvers, login)),
    )
    return owners.length === 0 || isApproved ? [] : [owners.join(' or ')]
  })
  return [...new Set(open)]
}

async function textOf(git: NonNullable<ReturnType<typeof hostedGit>>, base: string): Promise<string> {
  for (const path of PLACES) {
    try {
      const found = await readContents(git, base, path)
      if (found.kind === 'file') return found.content.toString('utf8')
    } catch (error) {
      if (!(error instanceof GitRefusal) || error.code !== 'not-found') throw error
    }
  }
  return ''
}

function parseOwners(text: string): OwnerLine[] {
  return text.split(/\r?\n/).flatMap(line => {
    const [pattern, ...owners] = line
      .replace(/(^|\s)#.*$/, '')
      .trim()
      .split(/\s+/)
    // GitHub passes over what it does not know of gitignore's patterns: negation and ranges.
    if (!pattern || /^!|[[\]]/.test(pattern)) return []
    return [{ expression: expressionOf(pattern), owners }]
  })
}

/** A pattern of gitignore's kind: from the root where a slash is in it, otherwise at any depth; a folder with all below. */
function expressionOf(pattern: string): RegExp {
  const inner = pattern.replace(/^\//, '').replace(/\/$/, '')
  const isAnchored = pattern.startsWith('/') || inner.includes('/')
  const source = inner
    .replace(/[.+?^${}()|\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*/g, star => (star === '**/' ? '(?:.*/)?' : star === '**' ? '.*' : '[^/]*'))
  // `docs/*` means what lies in the folder, and nothing further down.
  const end = pattern.endsWith('/') ? '/.*' : pattern.endsWith('/*') ? '' : '(?:/.*)?'
  return new RegExp(`^${isAnchored ? '' : '(?:.*/)?'}${source}${end}$`)
}

function membersOf(repository: Repository, owner: string): readonly string[] {
  const [, organization, team] = /^@([^/]+)\/(.+)$/.exec(owner) ?? []
  if (team === undefined) return [owner.replace(/^@/, '')]
  return organization === repository.owner ? (teamsOf(repository).get(team) ?? []) : []
}

function includes(logins: readonly string[], login: string): boolean {
  return logins.some(one => one.toLowerCase() === login.toLowerCase())
}
