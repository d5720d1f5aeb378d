import { appendFile, mkdir } from 'node:fs/promises'
import type { BareRepository } from './bare-repository.ts'
import { GitRefusal } from './refusal.ts'
import { gitText, runGit } from './run-git.ts'

// What GitHub's servers do: check every object that comes in, give out any commit and partial clones, let branches be
// forced and deleted, keep the refs of pull requests for themselves. And what a stand-in needs: nothing in the
// background, no waiting for the disk, and whoever loses a race for a ref is told who won instead of who holds the lock.
const SETTINGS: Readonly<Record<string, string>> = {
  'http.receivepack': 'true',
  'receive.fsckObjects': 'true',
  'receive.hideRefs': 'refs/pull',
  'receive.advertiseAtomic': 'true',
  'uploadpack.allowAnySHA1InWant': 'true',
  'uploadpack.allowFilter': 'true',
  'receive.autogc': 'false',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'core.fsync': 'none',
  'core.logAllRefUpdates': 'false',
  'core.filesRefLockTimeout': '5000',
  'core.quotePath': 'false',
}

/** Makes a repository without a commit, its default branch named but not yet there. */
export async function createRepository(
  dir: string,
  { defaultBranch = 'main' }: { readonly defaultBranch?: string } = {},
): Promise<BareRepository> {
  await mkdir(dir, { recursive: true })
  const repository = { dir }
  // Without the sample hooks that git would copy: nobody runs them here.
  await gitText(repository, ['init', '--quiet', '--bare', '--template=', `--initial-branch=${defaultBranch}`])
  // Written at once: a process for each setting would take longer than all tests of a small repository.
  const lines = Object.entries(SETTINGS).map(([name, value]) => {
    const [section, key] = name.split('.')
    return `[${section}]\n\t${key} = ${value}\n`
  })
  await appendFile(`${dir}/config`, lines.join(''))
  return repository
}

/**
 * Makes a copy with the branches and tags of another repository, as a fork has them: no refs of pull requests.
 *
 * @param onlyDefault - Copy the default branch and no other, as GitHub does when asked to.
 */
export async function forkRepository(
  source: BareRepository,
  dir: string,
  { onlyDefault = false }: { readonly onlyDefault?: boolean } = {},
): Promise<BareRepository> {
  const defaultBranch = await readDefaultBranch(source)
  const fork = await createRepository(dir, { defaultBranch })
  const branches = `refs/heads/${onlyDefault ? defaultBranch : '*'}`
  await fetchFrom(fork, source, [
    `+${branches}:${branches}`,
    ...(onlyDefault ? [] : ['+refs/tags/*:refs/tags/*']),
  ])
  return fork
}

/**
 * Brings a commit and all that it needs from another repository, as GitHub does with a fork's head when a pull request
 * is opened. No ref is moved.
 *
 * @throws {GitRefusal} `not-found` when the other repository has no such commit.
 */
export async function takeCommit(into: BareRepository, source: BareRepository, sha: string): Promise<void> {
  const { status } = await runGit(source, ['cat-file', '-e', `${sha}^{commit}`], { accept: [0, 1, 128] })
  if (status !== 0) throw new GitRefusal('not-found', `No commit found for SHA: ${sha}`)
  if (source.dir !== into.dir) await fetchFrom(into, source, [sha])
}

/** The name of the branch that HEAD points to, whether or not it has a commit. */
export function readDefaultBranch(repository: BareRepository): Promise<string> {
  return gitText(repository, ['symbolic-ref', '--short', 'HEAD'])
}

/** Makes another branch the default. */
export async function setDefaultBranch(repository: BareRepository, branch: string): Promise<void> {
  await gitText(repository, ['symbolic-ref', 'HEAD', `refs/heads/${branch}`])
}

async function fetchFrom(
  into: BareRepository,
  source: BareRepository,
  refspecs: readonly string[],
): Promise<void> {
  await runGit(into, ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', source.dir, ...refspecs])
}
