import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Granted } from '../../sandbox/roles.ts'
import { type Sandbox, startSandbox } from '../../sandbox/server.ts'
import { emailOf } from '../../sandbox/signatures.ts'
import { addRuleset } from '../../sandbox/state/rules.ts'
import type { Repository, Token } from '../../sandbox/world.ts'
import { run as git, replayHistory } from '../example/replay.ts'
import { SET_UP } from './callers.ts'

export const MODEL = 'telco-churn'
const DEFINITION = `registry-data/models/${MODEL}/model.yaml`
const LEADERS = '["@ben", "@ines"]'
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url))

/** Mara writes the model, Ben leads, Ines is on call. */
const PEOPLE = ['mara', 'ben', 'ines'] as const
export type Person = (typeof PEOPLE)[number]

/** The demo's GitHub with the team's repository. */
export interface Acme {
  readonly sandbox: Sandbox
  readonly repository: Repository
  /** What the demo leaves to its reader lies here; all else is removed. */
  readonly folder: string
  /** A new folder that is removed at the end. */
  room(name: string): Promise<string>
  /** A job's own token. */
  tokenFor(granted: Granted): Token
  /** What somebody does on GitHub's pages; its answer. Throws where it refuses. */
  call(person: Person, method: string, path: string, body?: object): Promise<Answer>
  /** As `git commit --author` takes it. */
  authorOf(person: Person): string
  /** A clone that pushes as somebody. */
  clone(person: Person, root: string): Promise<void>
  close(): Promise<void>
}

type Answer = Readonly<Record<string, unknown>>

/** Opens a GitHub on localhost: acme/telecom with a registry that has a past, its people, and what guards `main`. */
export async function openAcme(): Promise<Acme> {
  const folder = await mkdtemp(join(tmpdir(), 'modelyard-demo-'))
  const rooms = join(folder, 'rooms')
  await mkdir(rooms)
  const sandbox = await startSandbox({ now: new Date().toISOString() })
  const { world } = sandbox
  const repository = addTeam(sandbox)
  const tokens = new Map<Person, Token>(
    PEOPLE.map(login => [login, world.issueToken({ kind: 'person', login })]),
  )
  const tokenOf = (person: Person) => tokens.get(person) as Token
  await sandbox.host(repository)
  const call: Acme['call'] = (person, method, path, body) =>
    called(sandbox, tokenOf(person), method, path, body)
  await bringPast(join(rooms, 'past'), sandbox.gitUrl(repository, tokenOf('mara')), authorOf(sandbox, 'mara'))
  await call('mara', 'POST', '/pulls', { title: 'Bring in the registry', head: 'registry', base: 'main' })
  await call('ben', 'PUT', '/pulls/1/merge', { merge_method: 'squash' })
  guardMain(sandbox, repository)
  return {
    sandbox,
    repository,
    folder,
    room: name => mkdtemp(join(rooms, `${name}-`)),
    tokenFor: permissions => world.issueToken({ kind: 'github-token', repository, permissions }),
    call,
    authorOf: person => authorOf(sandbox, person),
    async clone(person, root) {
      await git(folder, [
        'clone',
        '--quiet',
        '--template=',
        sandbox.gitUrl(repository, tokenOf(person)),
        root,
      ])
    },
    async close() {
      await sandbox.close()
      await rm(rooms, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function addTeam({ world }: Sandbox): Repository {
  for (const login of PEOPLE) world.addAccount(login)
  const repository = world.addRepository('acme/telecom', {
    private: true,
    collaborators: { mara: 'write', ben: 'maintain', ines: 'write' },
  })
  repository.actionsMayOpenPulls = true
  return repository
}

/** Of commits whose author GitHub knows. */
function authorOf({ world }: Sandbox, person: Person): string {
  return `${person} <${emailOf(world.account(person))}>`
}

/**
 * Pushes a branch `registry` on a `main` with a README: the registry with its past, which came about at terminals and
 * without reviews, in one commit, so that its records are listed as imported and nobody asks who approved them; and what
 * lets the workflows run. It is a pull request like any later change, since who wrote what is asked of GitHub.
 */
async function bringPast(root: string, url: string, author: string): Promise<void> {
  const commit = (message: string) =>
    git(root, ['commit', '--quiet', '--author', author, '--message', message])
  await mkdir(root)
  await replayHistory(root, 'recorded')
  await git(root, ['switch', '--quiet', '--orphan', 'first'])
  await writeFile(join(root, 'README.md'), '# Models of Telecom\n')
  await git(root, ['add', '--all'])
  await commit('Begin')
  await git(root, ['switch', '--quiet', '--create', 'registry'])
  await git(root, ['checkout', '--quiet', 'main', '.'])
  for (const [path, text] of Object.entries(SET_UP)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  const definition = await readFile(join(root, DEFINITION), 'utf8')
  await writeFile(join(root, DEFINITION), fitToGitHub(definition))
  await git(root, ['add', '--all'])
  await commit('Bring in the registry, and call the workflows of Modelyard')
  await git(root, ['push', '--quiet', url, 'first:main', 'registry'])
}

/**
 * A sample for pull requests to train on, and leaders by name: a job's own token may not ask who is in a team, and
 * GitHub's rules name nobody by a permission, as a rollback's approval without `from` does.
 */
function fitToGitHub(definition: string): string {
  return definition
    .replace(/^ {2}seed: 7$/m, '$&\n  sample: {share: 0.2, stratify: churn}')
    .replace('["@acme/ml-leads"]', LEADERS)
    .replace('rollback: {approvals: {required: 1}}', `rollback: {approvals: {required: 1, from: ${LEADERS}}}`)
}

/** As `init` proposes it: what the policy of production asks for. */
function guardMain({ world }: Sandbox, repository: Repository): void {
  addRuleset(world, repository, {
    name: 'Modelyard',
    demands: {
      reviews: { count: 1, codeOwners: true, dismissStale: true, lastPushApproval: true },
      checks: { required: [{ context: 'modelyard/pipeline' }] },
    },
  })
}

async function called(
  { url }: Sandbox,
  { value }: Token,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const response = await fetch(`${url}/repos/acme/telecom${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${value}`,
      'content-type': 'application/json',
      'user-agent': 'modelyard-demo',
      'x-github-api-version': '2026-03-10',
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return JSON.parse(text || '{}') as Answer
}
