import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ModelyardError } from '../src/domain/errors/index.ts'

/** What a host says of itself. */
export interface Settings {
  readonly appId: number
  /** PEM. */
  readonly privateKey: string
  readonly webhookSecret: string
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** Where Prometheus reads; on this machine alone. */
  readonly metricsPort: number
  /** Copies of repositories, which may go away at any time. */
  readonly cacheFolder: string
  /** How often everything is looked at: GitHub sends no delivery again by itself. */
  readonly sweepSeconds: number
  readonly apiUrl: string
  readonly graphqlUrl: string
  readonly serverUrl: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** Short ones are guessed; GitHub's own advice is a random text of high entropy. */
const LEAST_SECRET = 20
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
  if (webhookSecret.length < LEAST_SECRET)
    lacks.push(
      `WEBHOOK_SECRET: the secret of its webhook, at least ${LEAST_SECRET} characters, e.g. of \`openssl rand -hex 32\``,
    )
  const port = portIn(env.PORT, 3000)
  if (port === undefined) lacks.push('PORT: a number from 0 to 65535')
  const metricsPort = portIn(env.METRICS_PORT, 9464)
  if (metricsPort === undefined) lacks.push('METRICS_PORT: a number from 0 to 65535')
  const sweepSeconds = Number(env.MODELYARD_SWEEP_SECONDS || 15 * 60)
  if (!(sweepSeconds >= 1 && sweepSeconds <= MOST_SWEEP_SECONDS))
    lacks.push(`MODELYARD_SWEEP_SECONDS: a number from 1 to ${MOST_SWEEP_SECONDS}`)
  if (privateKey === undefined || port === undefined || metricsPort === undefined || lacks.length > 0) {
    throw new ModelyardError({
      code: 'bad-input',
      message: 'the App cannot start: its environment lacks something',
      next: `set ${lacks.join('; ')}`,
    })
  }
  const apiUrl = env.GITHUB_API_URL || 'https://api.github.com'
  return {
    appId,
    privateKey,
    webhookSecret,
    host: env.HOST || '127.0.0.1',
    port,
    metricsPort,
    cacheFolder: env.MODELYARD_CACHE || join(tmpdir(), 'modelyard-app'),
    sweepSeconds,
    apiUrl,
    graphqlUrl: env.GITHUB_GRAPHQL_URL || `${apiUrl.replace(/\/v3$/, '')}/graphql`,
    serverUrl: env.GITHUB_SERVER_URL || 'https://github.com',
  }
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
