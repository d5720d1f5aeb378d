import { randomBytes } from 'node:crypto'
import { access } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import { WEBHOOKS } from '../app.ts'
import { listening } from '../server.ts'
import type { SetupSettings } from '../settings.ts'
import { takeCredentials } from './credentials.ts'
import { reserveFile } from './env-file.ts'
import { manifestOf } from './manifest.ts'
import { askingPage, contentPolicy, donePage, problemPage, sendingPage } from './pages.ts'

export interface SetupOptions extends SetupSettings {
  /** Where the secrets go; nothing may be there. */
  readonly file: string
  /** How the App is started with that file, for people. */
  readonly start: string
}

export interface RunningSetup {
  /** Where a browser of this machine begins; whoever does not know it gets nothing. */
  readonly url: string
  /** The App's page to install it, when it is made. */
  readonly done: Promise<string>
  close(): Promise<void>
}

const LOOPBACK = '127.0.0.1'
const BACK = '/registered'
/** Pages that were left open are not remembered for ever. */
const MOST_STATES = 20
/** As long as GitHub takes a code. */
const STATE_MS = 3_600_000
const MOST_BYTES = 10_000

interface Page {
  readonly status: number
  readonly text: string
}

/**
 * Makes a GitHub App in the browser, by a manifest: asks where it will be, sends the person to GitHub, and writes what
 * GitHub gives for the code that the browser brings back. On this machine alone, and over when it is done.
 *
 * @throws {ModelyardError} `bad-input` where the file is there already.
 */
export async function startSetup(options: SetupOptions): Promise<RunningSetup> {
  await refuseExisting(options.file)
  const key = randomBytes(16).toString('hex')
  const states = openStates()
  const done = Promise.withResolvers<string>()
  const server = createServer((request, response) => {
    void answer(request)
      .catch((error: unknown) => pageOfError(error))
      .then(page => write(response, page, options.serverUrl))
  })
  const running = await listening(server, { host: LOOPBACK, port: options.port })
  const own = new URL(running.url)

  async function answer(request: IncomingMessage): Promise<Page> {
    // A name that somebody lets point here is not this page's.
    if (![own.host, `localhost:${own.port}`].includes(request.headers.host ?? '')) return NOT_FOUND
    const { pathname, searchParams } = new URL(request.url ?? '/', own)
    if (request.method === 'GET' && pathname === BACK) return registered(searchParams)
    // Whoever does not know the key, as another page in the browser, begins nothing.
    if (pathname !== `/${key}`) return NOT_FOUND
    if (request.method === 'GET') return { status: 200, text: askingPage() }
    if (request.method === 'POST') return sending(new URLSearchParams(await bodyOf(request)))
    return NOT_FOUND
  }

  function sending(form: URLSearchParams): Page {
    const [webhook = '', organization = ''] = ['webhook', 'organization'].map(name => form.get(name)?.trim())
    const address = webhookIn(webhook)
    const problem =
      address === undefined
        ? 'GitHub reaches the App under an https address, without a name or password in it'
        : /^(?:[A-Za-z\d][A-Za-z\d-]{0,38})?$/.test(organization)
          ? undefined
          : 'an organization has letters, digits and hyphens in its name'
    if (address === undefined || problem !== undefined)
      return { status: 422, text: askingPage({ webhook, organization, ...(problem && { problem }) }) }
    const owner = organization === '' ? '' : `/organizations/${organization}`
    return {
      status: 200,
      text: sendingPage({
        action: `${options.serverUrl}${owner}/settings/apps/new?state=${states.open()}`,
        manifest: manifestOf({ webhook: address, back: `${own.origin}${BACK}` }),
        webhook: address,
        organization,
      }),
    }
  }

  async function registered(query: URLSearchParams): Promise<Page> {
    const code = query.get('code') ?? ''
    // A state is good once: no code is given to GitHub that nobody here asked for, and none twice.
    if (!states.take(query.get('state') ?? '') || !/^[\w-]{1,100}$/.test(code)) return UNASKED
    const file = await reserveFile(options.file)
    const credentials = await takeCredentials(code, options).catch(async (error: unknown) => {
      await file.release()
      throw error
    })
    if (credentials === undefined) {
      await file.release()
      return EXPIRED
    }
    await file.write(credentials)
    const install = `${options.serverUrl}/apps/${credentials.slug}/installations/new`
    // After the answer is on its way: what waits for this ends the server.
    setImmediate(() => done.resolve(install))
    return { status: 200, text: donePage({ file: options.file, start: options.start, install }) }
  }

  return { url: `${own.origin}/${key}`, done: done.promise, close: () => running.close() }
}

async function refuseExisting(file: string): Promise<void> {
  if (
    await access(file).then(
      () => true,
      () => false,
    )
  )
    throw new ModelyardError({
      code: 'bad-input',
      message: `${file} is there already`,
      next: 'start with it, or name another file after --setup',
    })
}

/** What was sent to GitHub and has not come back. */
function openStates() {
  const states = new Map<string, number>()
  return {
    open(): string {
      const state = randomBytes(24).toString('base64url')
      states.set(state, Date.now() + STATE_MS)
      const [oldest = ''] = states.keys()
      if (states.size > MOST_STATES) states.delete(oldest)
      return state
    },
    take(state: string): boolean {
      const until = states.get(state)
      states.delete(state)
      return until !== undefined && until > Date.now()
    },
  }
}

/** @returns The whole address: where only a host is named, the App's own path is added. */
function webhookIn(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined
  if (url.pathname === '/') url.pathname = WEBHOOKS
  url.hash = ''
  return url.href
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MOST_BYTES)
      throw new ModelyardError({ code: 'too-large', message: 'the form is too large', next: 'send less' })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const NOT_FOUND: Page = {
  status: 404,
  text: problemPage('Nothing is here', 'Open the address that was printed where this was started.'),
}

const UNASKED: Page = {
  status: 400,
  text: problemPage(
    'This was not asked for',
    'The page was not opened from here, was opened twice, or is too old. Nothing was done: begin again at the address that was printed where this was started.',
  ),
}

const EXPIRED: Page = {
  status: 410,
  text: problemPage(
    'GitHub does not know this code any more',
    'It is good once, and for an hour. The App is there and nobody has its secrets: delete it on GitHub, under Settings, Developer settings, GitHub Apps, and begin again at the address that was printed where this was started.',
  ),
}

/** Only what was thrown on purpose is told: anything else may hold what GitHub answered. */
function pageOfError(error: unknown): Page {
  const told =
    error instanceof ModelyardError ? `${error.message}: ${error.next}.` : 'Something went wrong here.'
  return { status: 500, text: problemPage('That did not work', told) }
}

function write(response: ServerResponse, { status, text }: Page, serverUrl: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentPolicy(serverUrl),
    'x-content-type-options': 'nosniff',
    // The page's own address is a secret.
    'referrer-policy': 'strict-origin',
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(text)
}
