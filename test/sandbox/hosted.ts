import { execFile } from 'node:child_process'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createRepository } from '../../sandbox/git/repository.ts'
import type { Granted } from '../../sandbox/roles.ts'
import type { SandboxOptions } from '../../sandbox/server.ts'
import { emailOf } from '../../sandbox/signatures.ts'
import type { Repository } from '../../sandbox/world.ts'
import { clientOf, openScene, type Scene } from '../support/sandbox.ts'
import {
  copyOf,
  gitEnvironment,
  repositoryAt,
  type TemporaryRepository,
  temporaryFolder,
} from '../support/temporary.ts'

const run = promisify(execFile)

export const PULLS = 'POST /repos/{owner}/{repo}/pulls'
export const PULL = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
export const MERGE = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge'
export const REVIEWS = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews'
export const STATUS = 'POST /repos/{owner}/{repo}/statuses/{sha}'

/** `acme/models` on disk with one commit of `ada` on `main`, and her clone; a second writer `grace`. */
export async function hostedScene(
  permissions: Granted = { contents: 'write' },
  options: SandboxOptions = {},
) {
  const scene = await openScene(permissions, options)
  const { sandbox, repository } = scene
  sandbox.world.addAccount('grace')
  repository.collaborators.set('grace', 'write')
  const bare = await sandbox.host(repository)
  const [ada, grace, rita] = ['ada', 'grace', 'rita'].map(login => personIn(scene, login))
  if (ada === undefined || grace === undefined || rita === undefined) throw new Error('nobody is there')
  const root = await copyOf('hosted', folder => firstCommit(folder, emailOf(sandbox.world.account('ada'))))
  await cp(join(root, 'models.git'), bare.dir, { recursive: true })
  const clone = repositoryAt(join(root, 'clone'))
  await clone.git('remote', 'set-url', 'origin', sandbox.gitUrl(repository, ada.token))
  const first = (await readFile(join(bare.dir, 'refs/heads/main'), 'utf8')).trim()
  return { ...scene, bare, ada, grace, rita, clone, first }
}

/** A bare repository with a first commit, and the clone that it came from. */
async function firstCommit(folder: string, email: string): Promise<void> {
  const { dir } = await createRepository(join(folder, 'models.git'))
  const clone = await clonedInto(join(folder, 'clone'), dir, 'ada', email)
  await clone.commit('first', { 'a.txt': 'one\n', 'README.md': '# Models\n' })
  await clone.git('push', '-q', 'origin', 'HEAD:main')
}

export type HostedScene = Awaited<ReturnType<typeof hostedScene>>

export function personIn({ sandbox }: Scene, login: string) {
  const token = sandbox.world.issueToken({ kind: 'person', login })
  return { token, octokit: clientOf(sandbox, token) }
}

/** A clone that pushes as somebody. */
export async function cloneOf(
  { sandbox, repository }: Scene,
  login: string,
  from: Repository = repository,
): Promise<TemporaryRepository> {
  const token = sandbox.world.issueToken({ kind: 'person', login })
  return clonedFrom(sandbox.gitUrl(from, token), login, emailOf(sandbox.world.account(login)))
}

export async function clonedFrom(url: string, name: string, email: string): Promise<TemporaryRepository> {
  return clonedInto(join(await temporaryFolder(), 'clone'), url, name, email)
}

async function clonedInto(
  folder: string,
  url: string,
  name: string,
  email: string,
): Promise<TemporaryRepository> {
  await run('git', ['clone', '-q', '--template=', url, folder], { env: gitEnvironment() })
  const clone = repositoryAt(folder)
  await clone.git('config', 'user.name', name)
  await clone.git('config', 'user.email', email)
  await clone.git('checkout', '-q', '-B', 'main')
  return clone
}

/** A branch with a change, pushed by whoever the clone belongs to; its commit. */
export async function pushBranch(
  clone: TemporaryRepository,
  branch: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  await clone.git('checkout', '-q', '-B', branch, 'origin/main')
  const sha = await clone.commit(`change ${branch}`, files)
  await clone.git('push', '-q', '--force', 'origin', branch)
  return sha
}

/** What git said when it was not let through. */
export async function refusalOf(pushed: Promise<unknown>): Promise<string> {
  return pushed.then(
    () => 'it went through',
    (error: { stderr?: string; message: string }) => error.stderr ?? error.message,
  )
}
