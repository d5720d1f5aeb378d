import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isTokenAddress } from '../src/adapters/github/index.ts'
import { ModelyardError } from '../src/domain/errors/index.ts'

/** Where GitHub is. */
export interface Addresses {
  readonly apiUrl: string
  readonly graphqlUrl: string
  /** Where people read. */
  readonly serverUrl: string
}

/** What a host says of itself. */
export interface Settings extends Addresses {
  readonly appId: number
  /** PEM. */
  readonly privateKey: string
  readonly webhookSecret: string
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** Where Prometheus reads: this machine alone, where nothing else is said. */
  readonly metricsHost: string
  readonly metricsPort: number
  /** Copies of repositories, which may go away at any time. */
  readonly cacheFolder: string
  /** How often everything is looked at: GitHub sends no delivery again by itself. */
  readonly sweepSeconds: number
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Short ones are guessed; GitHub's own advice is a random text of high entropy. */
const LEAST_SECRET = 20
const SECRET_LACKS = `the secret of its webhook, at least ${LEAST_SECRET} characters, e.g. of \`openssl rand -hex 32\``
/** A day: what was missed must not be missed for longer. */
const MOST_SWEEP_SECONDS = 24 * 60 * 60

/**
 * The settings of the App's process.
 *
 * @throws {ModelyardError} `bad-input` with everything that is missing, not the first.
 */
export function readSettings(env: Environment): Settings {
  const lacks: string[] = []
  const appId = Number(env.APP_ID)
  if (!Number.isInteger(appId) || appId < 1) lacks.push('APP_ID: the number of the GitHub App')
  const privateKey = keyIn(env.PRIVATE_KEY)
  if (privateKey === undefined) lacks.push('PRIVATE_KEY: its private key, the PEM file or that in base64')
  const webhookSecret = env.WEBHOOK_SECRET ?? ''
  if (isGuessable(webhookSecret)) lacks.push(`WEBHOOK_SECRET: ${SECRET_LACKS}`)
  const port = portIn(env.PORT, USUAL_PORT)
  if (port === undefined) lacks.push(PORT_LACKS)
  const metricsPort = portIn(env.METRICS_PORT, 9464)
  if (metricsPort === undefined) lacks.push('METRICS_PORT: a number from 0 to 65535')
  const sweepSeconds = Number(env.MODELYARD_SWEEP_SECONDS || 15 * 60)
  if (!(sweepSeconds >= 1 && sweepSeconds <= MOST_SWEEP_SECONDS))
    lacks.push(`MODELYARD_SWEEP_SECONDS: a number from 1 to ${MOST_SWEEP_SECONDS}`)
  const addresses = addressesIn(env, lacks)
  if (privateKey === undefined || port === undefined || metricsPort === undefined || lacks.length > 0)
    throw lacking('the App cannot start: its environment lacks something', lacks)
  return {
    appId,
    privateKey,
    webhookSecret,
    host: env.HOST || '127.0.0.1',
    port,
    metricsHost: env.METRICS_HOST || '127.0.0.1',
    metricsPort,
    cacheFolder: env.MODELYARD_CACHE || join(tmpdir(), 'modelyard-app'),
    sweepSeconds,
    ...addresses,
  }
}

/**
 * Settings may come from elsewhere than the environment, and with an empty secret Probot takes a word that everybody knows.
 *
 * @throws {ModelyardError} `bad-input` where the secret could be guessed.
 */
export function requireSecret({ webhookSecret }: Pick<Settings, 'webhookSecret'>): void {
  if (isGuessable(webhookSecret))
    throw lacking('the App cannot start: anybody could sign a delivery', [`webhookSecret: ${SECRET_LACKS}`])
}

/** Out of JavaScript anything may come. */
function isGuessable(secret: unknown): boolean {
  return typeof secret !== 'string' || secret.length < LEAST_SECRET
}

/** The settings of setting up, before there is an App. */
export interface SetupSettings extends Addresses {
  readonly port: number
}

/** What says who the App is; setting up makes all three. */
const IDENTITY = ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET'] as const

/**
 * The settings of setting up.
 *
 * @throws {ModelyardError} `bad-input` also where the environment says who the App is: it has been set up.
 */
export function readSetupSettings(env: Environment): SetupSettings {
  const known = IDENTITY.filter(name => env[name])
  if (known.length > 0)
    throw new ModelyardError({
      code: 'bad-input',
      message: `there is an App already: the environment has ${known.join(', ')}`,
      next: 'start without --setup, or take them out of the environment to make another App',
    })
  const lacks: string[] = []
  const port = portIn(env.PORT, USUAL_PORT)
  if (port === undefined) lacks.push(PORT_LACKS)
  const addresses = addressesIn(env, lacks)
  if (port === undefined || lacks.length > 0)
    throw lacking('nothing can be set up: the environment is wrong', lacks)
  return { port, ...addresses }
}

const USUAL_PORT = 3000
const PORT_LACKS = 'PORT: a number from 0 to 65535'

function addressesIn(env: Environment, lacks: string[]): Addresses {
  const addressIn = (name: string, usual: string) => {
    const address = (env[name] || usual).replace(/\/+$/, '')
    if (!isTokenAddress(address)) lacks.push(`${name}: an https address`)
    return address
  }
  const apiUrl = addressIn('GITHUB_API_URL', 'https://api.github.com')
  return {
    apiUrl,
    graphqlUrl: addressIn('GITHUB_GRAPHQL_URL', `${apiUrl.replace(/\/v3$/, '')}/graphql`),
    serverUrl: addressIn('GITHUB_SERVER_URL', 'https://github.com'),
  }
}

function lacking(message: string, lacks: readonly string[]): ModelyardError {
  return new ModelyardError({ code: 'bad-input', message, next: `set ${lacks.join('; ')}` })
}

function keyIn(text: string | undefined): string | undefined {
  const isPem = (key: string) => key.includes('PRIVATE KEY-----')
  if (text === undefined) return undefined
  // In one line where a host keeps its environment so.
  const lines = text.replaceAll('\\n', '\n')
  if (isPem(lines)) return lines
  const decoded = Buffer.from(text, 'base64').toString()
  return isPem(decoded) ? decoded : undefined
}

function portIn(text: string | undefined, usual: number): number | undefined {
  if (text === undefined || text === '') return usual
  const port = Number(text)
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : undefined
}
