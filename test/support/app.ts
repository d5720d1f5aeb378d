import { spawn } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import type { Granted } from '../../sandbox/roles.ts'
import type { Repository } from '../../sandbox/world.ts'
import { projectRoot } from './imports.ts'
import type { Scene } from './sandbox.ts'
import { temporaryFolder } from './temporary.ts'

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Made once a test file: it takes a tenth of a second. */
const keys = once(() =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }),
)

/** `app.yml`, which is what the App is granted and told. */
export const manifest = parse(readFileSync(join(projectRoot, 'app.yml'), 'utf8')) as {
  readonly default_permissions: Granted
  readonly default_events: readonly string[]
}

export interface AppOptions {
  readonly repositories?: readonly Repository[]
  readonly env?: Readonly<Record<string, string>>
  /** Where it keeps its copies; another process's, to be that one started again. */
  readonly cache?: string
  /** What Node.js runs instead of the sources, and where: something that says where it listens as the App does. */
  readonly run?: { readonly args: readonly string[]; readonly cwd: string }
  /** Where deliveries go instead of to it. */
  readonly told?: string
}

/** The App as somebody installs it on repositories of a scene, and the environment that its process is given. */
export async function installedApp(
  { sandbox, repository }: Pick<Scene, 'sandbox' | 'repository'>,
  { repositories = [repository], env = {}, cache }: AppOptions = {},
) {
  const { world } = sandbox
  // What an App signs is good for ten minutes of the time that is.
  world.clock.set(new Date())
  const known = [...world.state.accounts.values()].find(({ login }) => login === 'modelyard[bot]')
  const bot = known ?? world.addApp('modelyard')
  const id = bot.app?.id ?? 0
  world.state.appKeys.set(id, keys().publicKey)
  const installed = [...world.state.installations.values()].find(({ login }) => login === bot.login)
  const installation = installed ?? world.install(bot, repositories, manifest.default_permissions)
  const secret = randomBytes(32).toString('hex')
  const folder = cache ?? (await temporaryFolder())
  return {
    id,
    installation,
    secret,
    folder,
    env: {
      PATH: process.env.PATH,
      APP_ID: String(id),
      PRIVATE_KEY: keys().privateKey,
      WEBHOOK_SECRET: secret,
      PORT: '0',
      METRICS_PORT: '0',
      MODELYARD_CACHE: folder,
      GITHUB_API_URL: sandbox.url,
      GITHUB_GRAPHQL_URL: sandbox.graphqlUrl,
      GITHUB_SERVER_URL: sandbox.gitUrl(repository).replace(/\/[^/]+\/[^/]+\.git$/, ''),
      ...env,
    },
  }
}

/**
 * Of these secrets those that a process printed, whole, a line of a key's PEM, or as git sends a token.
 *
 * @param said - In pieces, in the order in which they came.
 */
export function secretsSaid(said: readonly string[], secrets: readonly string[]): string[] {
  const text = said.join('')
  return secrets.filter(secret => {
    const lines = secret.split('\n').filter(line => line !== '' && !line.startsWith('-----'))
    const asHeader = Buffer.from(`x-access-token:${secret}`).toString('base64')
    return [...lines, asHeader].some(part => text.includes(part))
  })
}

/** The committed bundle, as somebody runs it; it starts in a fifth of the time that the sources take. */
const RUN = { args: [join(projectRoot, 'dist/app/modelyard-app.mjs')], cwd: projectRoot }

/** The App as it runs at somebody's: a process, installed on repositories of a scene, told by signed deliveries. */
export async function startedApp(scene: Pick<Scene, 'sandbox' | 'repository'>, options: AppOptions = {}) {
  const { sandbox, repository } = scene
  const { repositories = [repository], run = RUN } = options
  const { env, ...installed } = await installedApp(scene, options)
  const { id, secret } = installed
  const lines: string[] = []
  const child = spawn(process.execPath, run.args, {
    cwd: run.cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => lines.push(text))
  const ended = new Promise<number | null>(resolve => {
    child.on('close', resolve)
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
    const tokens = [...sandbox.world.state.tokens.values()].filter(({ kind }) => kind === 'app')
    const secrets = [env.PRIVATE_KEY, env.WEBHOOK_SECRET, ...tokens.map(({ value }) => value)]
    expect(secretsSaid(lines, secrets), 'secrets that the App printed').toEqual([])
  })
  const addresses = await new Promise<{ listening: string; metrics: string }>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', line => {
      lines.push(line)
      const said = JSON.parse(line) as Record<string, string>
      if (said.listening !== undefined && said.metrics !== undefined)
        resolve({ listening: said.listening, metrics: said.metrics })
    })
    void ended.then(code => reject(new Error(`the App ended with ${code}: ${lines.join('\n')}`)))
  })
  const url = `${addresses.listening}/api/github/webhooks`
  for (const one of repositories)
    sandbox.webhooks.add({
      repository: one,
      url: options.told ?? url,
      secret,
      events: manifest.default_events,
      app: id,
    })
  const metric = (name: string) => metricAt(addresses.metrics, name)
  return {
    ...addresses,
    ...installed,
    url,
    lines,
    child,
    ended,
    metric,
    /** When all that was told is delivered, and nothing waits or is under way. */
    settled: () =>
      atRest(
        addresses.metrics,
        () => sandbox.webhooks.settled(),
        () => lines.slice(-20).join('\n'),
      ),
  }
}

/** What a running App counts of something. */
export async function metricAt(metrics: string, name: string): Promise<number> {
  return metricIn(await (await fetch(`${metrics}/metrics`)).text(), name)
}

function metricIn(text: string, name: string): number {
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1])
}

/**
 * When all that was told is delivered, and nothing waits or is under way.
 *
 * @param isPatient - Whether it waits for what pauses before it is tried again, too.
 */
export async function atRest(
  metrics: string,
  delivered: () => Promise<unknown>,
  said: () => string,
  pauseMs = 20,
  isPatient = false,
): Promise<void> {
  for (let quiet = 0, turns = 0; quiet < 3; turns += 1) {
    if (turns > 240_000 / pauseMs) throw new Error(`the App does not come to rest: ${said()}`)
    await delivered()
    const text = await (await fetch(`${metrics}/metrics`)).text()
    const [sweeps, asked, ended, waiting, pausing] = [
      'sweeps_total',
      'asked_total',
      'settlings_total',
      'waiting',
      'pausing',
    ].map(name => metricIn(text, `modelyard_${name}`))
    quiet =
      Number(sweeps) > 0 && asked === ended && waiting === 0 && !(isPatient && pausing !== 0) ? quiet + 1 : 0
    await new Promise(resolve => setTimeout(resolve, pauseMs))
  }
}
