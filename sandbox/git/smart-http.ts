import { spawn } from 'node:child_process'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import type { BareRepository } from './bare-repository.ts'
import { sendCgi } from './cgi.ts'
import { decidePush, type PushRules, type RefUpdate, type Refused } from './receive.ts'
import { gitEnvironment } from './run-git.ts'

/** Basic authentication; GitHub takes the token as the password, whatever the name. */
export interface Credentials {
  readonly user: string
  readonly token: string
}

/** Whether somebody may come in: as whom, or the answer that sends them away. */
export type Access<Actor> =
  | { readonly actor: Actor }
  | { readonly status: 401 | 403 | 404; readonly message: string }

/** What the one who serves a repository decides. */
export interface GitDoor<Actor> {
  /** @param credentials - Undefined when nobody said who they are. */
  authorize(
    credentials: Credentials | undefined,
    access: 'read' | 'write',
  ): Access<Actor> | Promise<Access<Actor>>
  /** Asked for each ref of a push before any moves; undefined lets it move. */
  judge?(update: RefUpdate, actor: Actor): Refused | undefined | Promise<Refused | undefined>
  /** Told what a push moved, before the one who pushed is. */
  pushed?(updates: readonly RefUpdate[], actor: Actor): void | Promise<void>
}

interface GitRequest {
  /** What follows the repository's own path. */
  readonly path: string
  readonly query: string
  readonly service: 'git-upload-pack' | 'git-receive-pack'
}

const HOOKS = fileURLToPath(new URL('./hooks', import.meta.url))

/** Whether a URL asks for a repository by git's protocol, and not for a page or the API. */
export function isGitRequest(url: string): boolean {
  return parseRequest(url) !== undefined || /\/info\/refs(?:\?|$)/.test(url)
}

/**
 * Answers clone, fetch and push of a repository by git's smart HTTP, with git's own server program. The older protocol
 * that reads files is refused, as by GitHub.
 */
export async function serveGit<Actor>(
  request: IncomingMessage,
  response: ServerResponse,
  repository: BareRepository,
  door: GitDoor<Actor>,
): Promise<void> {
  const asked = parseRequest(request.url ?? '')
  if (asked === undefined) return refuse(response, 403, 'Please upgrade your git client.')
  const access = asked.service === 'git-receive-pack' ? 'write' : 'read'
  const granted = await door.authorize(parseCredentials(request.headers.authorization), access)
  if (!('actor' in granted)) return refuse(response, granted.status, granted.message)
  const { actor } = granted
  await runBackend(request, response, repository, asked, {
    judge: update => door.judge?.(update, actor),
    moved: updates => door.pushed?.(updates, actor),
  })
}

function parseRequest(url: string): GitRequest | undefined {
  const match =
    /(\/info\/refs)\?(service=(git-(?:upload|receive)-pack))$|(\/(git-(?:upload|receive)-pack))$/.exec(url)
  if (match === null) return undefined
  const [, refsPath, query = '', asked, servicePath, service] = match
  return {
    path: (refsPath ?? servicePath) as string,
    query,
    service: (asked ?? service) as GitRequest['service'],
  }
}

/** Of an `authorization` header: git, and Git LFS, send a name and a token. */
export function parseCredentials(header: string | undefined): Credentials | undefined {
  const encoded = /^Basic ([\w+/=-]+)$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const [user = '', ...token] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return { user, token: token.join(':') }
}

function refuse(response: ServerResponse, status: number, message: string): void {
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {}
  response.writeHead(status, { 'content-type': 'text/plain', ...challenge }).end(`${message}\n`)
}

async function runBackend(
  request: IncomingMessage,
  response: ServerResponse,
  repository: BareRepository,
  asked: GitRequest,
  rules: PushRules,
): Promise<void> {
  const child = spawn('git', ['http-backend'], {
    cwd: repository.dir,
    env: { ...gitEnvironment(), ...cgiEnvironment(request, repository, asked), ...hookEnvironment() },
    stdio: ['pipe', 'pipe', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
  const [input, output, , ...channels] = child.stdio as unknown as Stdio
  const [questions, answers, words] = channels
  // Git may know enough before it has read or said it all; its answer tells.
  for (const stream of [input, answers, words]) stream.on('error', () => {})
  // Whoever hangs up in the middle ends git's input, and so git.
  pipeline(request, input).catch(() => {})
  const decided = decidePush(repository, { questions, answers, words }, rules).finally(() => {
    words.end()
    answers.end()
  })
  const [decision] = await Promise.allSettled([decided, answerWith(output, response)])
  if (decision.status === 'rejected') throw decision.reason
}

type Stdio = [Writable, Readable, null, Readable, Writable, Writable]

async function answerWith(output: Readable, response: ServerResponse): Promise<void> {
  try {
    await sendCgi(output, response)
  } catch {
    // Too late for a status: a connection that breaks off is the only way to say that something is missing.
    if (response.headersSent) response.destroy()
    else refuse(response, 500, 'Internal Server Error')
  }
}

function cgiEnvironment(
  { method = 'GET', headers, socket }: IncomingMessage,
  { dir }: BareRepository,
  { path, query }: GitRequest,
): Record<string, string> {
  const given = {
    CONTENT_TYPE: headers['content-type'],
    CONTENT_LENGTH: headers['content-length'],
    HTTP_CONTENT_ENCODING: headers['content-encoding'],
    GIT_PROTOCOL: headers['git-protocol'],
  }
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_TRANSLATED: dir + path,
    REQUEST_METHOD: method,
    QUERY_STRING: query,
    REMOTE_ADDR: socket.remoteAddress ?? '',
  } as Record<string, string>
}

// For what is served alone: a push by path, which nobody answers for, is as free as anywhere.
function hookEnvironment(): Record<string, string> {
  return {
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'core.hooksPath',
    GIT_CONFIG_VALUE_0: HOOKS,
    GIT_CONFIG_KEY_1: 'receive.procReceiveRefs',
    GIT_CONFIG_VALUE_1: 'refs/',
  }
}
