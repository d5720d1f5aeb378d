import { join } from 'node:path'
import type { BareRepository } from './git/bare-repository.ts'
import { inspect } from './git/objects.ts'
import { listRefs, resolveCommit } from './git/refs.ts'
import { GitRefusal, type RefusalCode } from './git/refusal.ts'
import { createRepository, forkRepository } from './git/repository.ts'
import { Refusal } from './route.ts'
import type { Repository, World } from './world.ts'

const RESOURCE = 'git'

/**
 * Puts a repository of the world on disk, empty, or with the branches of the one that it is a fork of.
 *
 * @param folder - Holds the repositories of one world.
 */
export async function hostRepository(
  { state }: World,
  repository: Repository,
  folder: string,
): Promise<BareRepository> {
  const { defaultBranch, forkOf } = repository
  const dir = join(folder, `${repository.id}.git`)
  const source = [...state.repositories.values()].find(({ id }) => id === forkOf)
  const bare = await (source === undefined
    ? createRepository(dir, { defaultBranch })
    : forkRepository(gitOf(source), dir))
  repository.resources.set(RESOURCE, bare)
  return bare
}

/** The repository on disk; undefined where a scene only names commits. */
export function hostedGit({ resources }: Repository): BareRepository | undefined {
  return resources.get(RESOURCE) as BareRepository | undefined
}

export function gitOf(repository: Repository): BareRepository {
  const bare = hostedGit(repository)
  if (bare === undefined) throw new Error(`${repository.name} is not on disk: ask the sandbox to host it`)
  return bare
}

/** @throws {Refusal} 409 where nothing was pushed yet. */
export async function filledGit(repository: Repository): Promise<BareRepository> {
  const bare = gitOf(repository)
  if ((await listRefs(bare, 'refs/heads/')).length > 0) return bare
  throw new Refusal(409, 'Git Repository is empty.')
}

/** Whether a commit of this id is there, on disk or by name. */
export async function hasCommit(repository: Repository, sha: string): Promise<boolean> {
  return repository.commits.has(sha) || isOnDisk(repository, sha)
}

/** Whether more is known of it than its name. */
export async function isOnDisk(repository: Repository, sha: string): Promise<boolean> {
  const bare = hostedGit(repository)
  if (bare === undefined || !/^[0-9a-f]{40}$/.test(sha)) return false
  const [facts] = await inspect(bare, [sha])
  return facts?.type === 'commit'
}

/** The commit that a branch, tag or id means; the id itself where commits are only named. */
export async function commitNamed(repository: Repository, name: string): Promise<string | undefined> {
  const bare = hostedGit(repository)
  if (bare === undefined || repository.commits.has(name)) return name
  return resolveCommit(bare, name)
}

const STATUSES: Readonly<Record<RefusalCode, number>> = {
  malformed: 422,
  'not-found': 404,
  exists: 422,
  moved: 409,
  'not-fast-forward': 422,
  conflict: 409,
  unrelated: 404,
  'nothing-to-do': 422,
}

/** What git refuses, as an answer of the API. */
export async function orRefuse<T>(
  work: Promise<T>,
  statuses: Partial<Record<RefusalCode, number>> = {},
): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof GitRefusal)) throw error
    throw new Refusal({ ...STATUSES, ...statuses }[error.code], error.message)
  }
}
