import type { BareRepository } from './bare-repository.ts'
import { isAncestor } from './log.ts'
import { inspect, type ObjectFacts, type ObjectType } from './objects.ts'
import { GitRefusal } from './refusal.ts'
import { gitLines, runGit } from './run-git.ts'

export interface Ref {
  /** The full name, such as `refs/heads/main`. */
  readonly name: string
  readonly sha: string
  readonly type: ObjectType
}

/** One move of a ref by compare-and-swap. */
export interface RefMove {
  readonly name: string
  /** Where it must stand: null for nowhere yet; undefined for wherever it stands. */
  readonly before?: string | null | undefined
  /** Where it shall stand: null for nowhere any more. */
  readonly after: string | null
  /** May commits be lost? A branch without it only goes forward. */
  readonly force?: boolean
}

const NOWHERE = '0'.repeat(40)

/** The refs whose full name begins so, at a `/` or whole, in the order of their names. */
export async function listRefs(repository: BareRepository, prefix = 'refs/'): Promise<readonly Ref[]> {
  const format = '--format=%(objectname) %(objecttype) %(refname)'
  const lines = await gitLines(repository, ['for-each-ref', format])
  return lines.map(parseRef).filter(({ name }) => name.startsWith(prefix))
}

/** A ref by its full name. */
export async function readRef(repository: BareRepository, name: string): Promise<Ref | undefined> {
  if (!/^refs\/[^\s^~:?*[\\]+$/.test(name)) return undefined
  const [facts] = await inspect(repository, [name])
  return facts === undefined ? undefined : { name, sha: facts.sha, type: facts.type }
}

/**
 * The commit that a name means to GitHub: a branch, else a tag (peeled), else `heads/…`, `tags/…` or `refs/…`, else an
 * id of 7 digits or more; `HEAD` is the default branch.
 */
export async function resolveCommit(repository: BareRepository, name: string): Promise<string | undefined> {
  // No ranges, searches, parents or options.
  if (!/^[^-\s^~:?*[\\@{}][^\s^~:?*[\\{}]*$/.test(name) || name.includes('..')) return undefined
  const names = [`refs/heads/${name}`, `refs/tags/${name}`]
  if (/^(?:heads|tags|pull)\//.test(name)) names.push(`refs/${name}`)
  if (/^refs\/|^HEAD$|^[0-9a-f]{7,40}$/.test(name)) names.push(name)
  const found = await inspect(
    repository,
    names.map(candidate => `${candidate}^{commit}`),
  )
  return found.find(facts => facts !== undefined)?.sha
}

/**
 * Makes a ref.
 *
 * @throws {GitRefusal} `malformed` for its name, `not-found` for the object, `exists`.
 */
export async function createRef(repository: BareRepository, name: string, sha: string): Promise<void> {
  if ((await readRef(repository, name)) !== undefined) throw alreadyThere()
  try {
    await moveRefs(repository, [{ name, before: null, after: sha }])
  } catch (error) {
    throw error instanceof GitRefusal && error.code === 'moved' ? alreadyThere() : error
  }
}

/** Moves one ref: see `moveRefs`. */
export function moveRef(repository: BareRepository, move: RefMove): Promise<void> {
  return moveRefs(repository, [move])
}

/**
 * Moves, makes and deletes refs, all or none.
 *
 * @throws {GitRefusal} `moved` when one stands elsewhere than said or two callers race; `not-found` for a ref to move
 * that is not there, or an object; `not-fast-forward` without `force`; `malformed` for a name.
 */
export async function moveRefs(repository: BareRepository, moves: readonly RefMove[]): Promise<void> {
  for (const { name } of moves) requireRefName(name)
  const [standing, wanted] = await Promise.all([
    inspect(
      repository,
      moves.map(({ name }) => name),
    ),
    inspect(
      repository,
      moves.map(({ after }) => after ?? NOWHERE),
    ),
  ])
  const commands: string[] = []
  for (const [index, move] of moves.entries()) {
    await requireMove(repository, move, standing[index], wanted[index])
    // What was looked at is what is swapped: a push between the two loses nothing.
    const before = standing[index]?.sha ?? NOWHERE
    commands.push(`update ${move.name}\0${move.after ?? NOWHERE}\0${before}\0`)
  }
  await swap(repository, moves, commands)
}

async function requireMove(
  repository: BareRepository,
  { name, before, after, force = false }: RefMove,
  standing: ObjectFacts | undefined,
  wanted: ObjectFacts | undefined,
): Promise<void> {
  if (before !== undefined && before !== (standing?.sha ?? null)) throw movedError(name, standing?.sha)
  if (before !== null && standing === undefined) throw new GitRefusal('not-found', 'Reference does not exist')
  if (after === null) return
  if (wanted === undefined) throw new GitRefusal('not-found', 'Object does not exist')
  if (name.startsWith('refs/heads/') && wanted.type !== 'commit') {
    throw new GitRefusal('malformed', 'Object is not a commit')
  }
  if (standing === undefined || force || (await isForward(repository, standing, wanted))) return
  throw new GitRefusal('not-fast-forward', 'Update is not a fast forward')
}

async function isForward(repository: BareRepository, from: ObjectFacts, to: ObjectFacts): Promise<boolean> {
  if (from.sha === to.sha) return true
  return from.type === 'commit' && to.type === 'commit' && isAncestor(repository, from.sha, to.sha)
}

async function swap(
  repository: BareRepository,
  moves: readonly RefMove[],
  commands: readonly string[],
): Promise<void> {
  const input = `start\0${commands.join('')}commit\0`
  const args = ['update-ref', '--no-deref', '-z', '--stdin']
  const { status, stderr } = await runGit(repository, args, { input, accept: [0, 128] })
  if (status === 0) return
  if (/but expected|reference already exists|unable to resolve reference|File exists/.test(stderr)) {
    throw movedError(moves.map(({ name }) => name).join(', '), undefined)
  }
  // `a` and `a/b` cannot both be refs.
  if (/cannot lock ref|exists; cannot create/.test(stderr))
    throw new GitRefusal('exists', 'Reference already exists')
  throw new Error(`git update-ref ended with ${status}: ${stderr.trim()}`)
}

/** As git-check-ref-format(1), below a folder of `refs/`. */
function requireRefName(name: string): void {
  const wellFormed =
    /^refs(?:\/(?!\.)[^\s/^~:?*[\\\x00-\x1f\x7f]+(?<!\.lock)(?<!\.))+$/.test(name) &&
    name.split('/').length >= 3 &&
    !/\.\.|@\{/.test(name)
  if (!wellFormed) throw new GitRefusal('malformed', `${name} is not a valid ref name.`)
}

function movedError(name: string, stands: string | undefined): GitRefusal {
  const where = stands === undefined ? '' : `, it is at ${stands}`
  return new GitRefusal('moved', `${name} does not point to where it was expected${where}`)
}

function alreadyThere(): GitRefusal {
  return new GitRefusal('exists', 'Reference already exists')
}

function parseRef(line: string): Ref {
  const [sha = '', type, ...name] = line.split(' ')
  return { name: name.join(' '), sha, type: type as ObjectType }
}
