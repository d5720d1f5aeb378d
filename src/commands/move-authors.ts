import { ModelyardError } from '../domain/errors/index.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { championOf, type ModelState } from '../domain/registry/model-state.ts'
import type { PromotionRecord } from '../domain/registry/record.ts'
import { watches } from '../domain/registry/watch.ts'
import type { MergedPull, Merges, Ports } from '../ports.ts'
import { openRegistry, readVersion } from './registry-reader.ts'

/** All of them are one question to GitHub, which answers to no more than so much. */
const MOST_PULLS = 20
/** Each costs git two calls; a version has seldom so many behind it. */
const MOST_COMMITS = 100

export interface SeenAuthors {
  /** Undefined for one whom GitHub does not name, or who was not looked for. */
  readonly authors: readonly (string | undefined)[]
  /** What could not be seen: sentences without their full stop. */
  readonly unseen: readonly string[]
}

/** A move that is asked for or was merged, with what tells who made it. */
export interface AuthoredMove {
  readonly state: ModelState
  readonly record: PromotionRecord
  /** The commit that holds the record: its merge, or what its merge would be. */
  readonly commit: string
  /** What that is built on. */
  readonly base: string
  /** The model there; undefined where it has none. */
  readonly before: ModelState | undefined
  readonly pull: Pick<MergedPull, 'head' | 'branch' | 'commitAuthors'>
}

/**
 * Whose approval of a move would be of their own work: who pushed its head and wrote its commits, and the pull requests
 * that brought the version and changed watched files since the champion's. A bot's work is that of whoever asked for it.
 */
export async function seeAuthors(
  move: AuthoredMove,
  ports: Pick<Ports, 'merges' | 'repository'>,
): Promise<SeenAuthors> {
  const { merges } = ports
  const seen = await seePullAuthors(move.pull, merges)
  const sight = sightOf(seen)
  const brought = await broughtBy(move, ports)
  const trained = await trainedBy(move, ports)
  const commits = new Set([...brought, ...trained.commits])
  // The move's own pull request is looked at already.
  commits.delete(move.commit)
  const looked = [...commits].slice(0, MOST_PULLS)
  const pulls = (await unlessForbidden(() => merges.pullsOf(looked))) ?? new Map<string, MergedPull>()
  for (const commit of looked)
    sight.add(
      `who wrote ${commit.slice(0, 12)} is not known: it came by no pull request`,
      authorsOf(pulls.get(commit)),
    )
  if (commits.size > looked.length || !trained.complete)
    sight.add('not every merge that made the version was looked at', undefined)
  return sight.seen()
}

/** Who pushed the head of a pull request and wrote its commits. */
export async function seePullAuthors(pull: AuthoredMove['pull'], merges: Merges): Promise<SeenAuthors> {
  const sight = sightOf()
  sight.add('who wrote its commits cannot be read', pull.commitAuthors)
  const { branch } = pull
  const pusher =
    branch === undefined ? undefined : await unlessForbidden(() => merges.pusherOf(branch, pull.head))
  sight.add('who pushed the merged head GitHub does not say', pusher && [pusher.login])
  return sight.seen()
}

/** Gathers who is seen; who is not is an author whom GitHub cannot name. */
function sightOf(before: SeenAuthors = { authors: [], unseen: [] }) {
  const [authors, unseen] = [[...before.authors], [...before.unseen]]
  return {
    add(what: string, found: readonly (string | undefined)[] | undefined): void {
      if (found === undefined) unseen.push(what)
      authors.push(...(found ?? [undefined]))
    },
    seen: (): SeenAuthors => ({ authors: authors.filter(login => !isBotName(login)), unseen }),
  }
}

export function isBotName(login: string | undefined): boolean {
  return login?.endsWith('[bot]') === true
}

function authorsOf(pull: MergedPull | undefined) {
  return pull && [pull.author?.login, ...pull.commitAuthors]
}

/** The merge that brought the version's record. */
async function broughtBy(
  { state, record, commit: asked }: AuthoredMove,
  { repository }: Pick<Ports, 'repository'>,
) {
  if (record.kind === 'alias') return []
  const path = `${modelFolder(state.config, state.name)}/versions/${record.version}/version.json`
  const { entries } = await repository.history(asked, path)
  return entries.filter(({ status }) => status === 'added').map(({ commit }) => commit)
}

interface Trained {
  readonly commits: readonly string[]
  /** Whether that is all of them. */
  readonly complete: boolean
}

/** The merges that changed what the version was trained with, since the champion was: the newest first. */
async function trainedBy(
  { state, record, commit: asked, base, before }: AuthoredMove,
  { repository }: Pick<Ports, 'repository'>,
): Promise<Trained> {
  if (record.kind === 'alias') return { commits: [], complete: true }
  const merged = await openRegistry(repository, asked)
  const version = await readVersion(merged, state.name, record.version)
  const champion = before === undefined ? undefined : championOf(before.pointers)
  const since = champion === undefined ? undefined : (await readVersion(merged, state.name, champion)).commit
  const walk = await repository.chain((await repository.resolve(version.commit)) ?? base)
  const chain = walk.entries.map(({ commit }) => commit)
  // Where the champion's commit is not on the way, all that is there made the version.
  const own = since === undefined ? chain : chain.slice(chain.indexOf(since) + 1)
  const { definition, config } = before ?? state
  const commits: string[] = []
  for (const commit of own.slice(-MOST_COMMITS).reverse()) {
    const [parent] = (await repository.commitFacts(commit)).parents
    const paths =
      parent === undefined
        ? (await repository.listFiles(commit, '')).map(({ path }) => path)
        : (await repository.changes(parent, commit, [])).map(({ path }) => path)
    if (paths.some(path => watches(definition, config, path))) commits.push(commit)
  }
  return { commits, complete: walk.complete && own.length <= MOST_COMMITS }
}

async function unlessForbidden<T>(see: () => Promise<T>): Promise<T | undefined> {
  try {
    return await see()
  } catch (error) {
    if (error instanceof ModelyardError && error.code === 'missing-permission') return undefined
    throw error
  }
}
