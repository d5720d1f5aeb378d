import { relative } from 'node:path'
import { ModelyardError } from '../src/domain/errors/index.ts'
import { type Environment, readSettings, readSetupSettings } from './settings.ts'
import { startSetup } from './setup/start-setup.ts'
import { startApp } from './start-app.ts'

const BAD_INPUT = 2
const USUAL_FILE = 'modelyard-app.env'

/**
 * The App as a process, until it is told to stop; with `--setup [FILE]` the making of one, until it is made. Nothing
 * but that word leads there: a process that lacks a setting refuses to start.
 *
 * @returns The exit status, where it is known.
 */
export async function run(args: readonly string[], env: Environment): Promise<number | undefined> {
  try {
    const [word, file = USUAL_FILE, ...more] = args
    if (word === undefined) await serve(env)
    else if (word === '--setup' && more.length === 0 && !file.startsWith('-')) await setUp(file, env)
    else throw unknown(args)
    return undefined
  } catch (error) {
    if (!(error instanceof ModelyardError)) throw error
    process.stderr.write(`${error.message}\n${error.next}\n`)
    return BAD_INPUT
  }
}

async function serve(env: Environment): Promise<void> {
  const app = await startApp(readSettings(env))
  void told().then(() => app.stop())
  process.stdout.write(`${JSON.stringify({ listening: app.server.url, metrics: app.metrics.url })}\n`)
}

async function setUp(file: string, env: Environment): Promise<void> {
  const script = relative(process.cwd(), process.argv[1] ?? '')
  const start = `node --env-file=${file} ${script}`
  const setup = await startSetup({ ...readSetupSettings(env), file, start })
  process.stdout.write(`open ${setup.url} in a browser on this machine\n`)
  const install = await Promise.race([setup.done, told()])
  await setup.close()
  if (install !== undefined)
    process.stdout.write(`wrote ${file}\nstart the App: ${start}\ninstall it: ${install}\n`)
}

/** When somebody tells the process to end. */
function told(): Promise<undefined> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(undefined))
  })
}

function unknown(args: readonly string[]): ModelyardError {
  return new ModelyardError({
    code: 'bad-input',
    message: `the App does not know ${args.join(' ')}`,
    next: 'start it without an argument, or with --setup [FILE] to make one',
  })
}
