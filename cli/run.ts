import { exitStatusOf, exitStatusOfAnswer, ModelyardError, nearest } from '../src/domain/errors/index.ts'
import type { Result } from '../src/domain/results/index.ts'
import { knownError } from '../src/doors/known-error.ts'
import type { Ports } from '../src/ports.ts'
import { render, renderError, renderFailure } from '../src/render/index.ts'
import { COMMANDS } from './commands.ts'
import { complete } from './completions.ts'
import { DEFINITIONS } from './definitions.generated.ts'
import { type OutputOptions, parseArguments } from './parse-arguments.ts'
import { openPorts } from './ports.ts'
import { openProgress } from './progress.ts'
import { wantsColor } from './terminal.ts'

/** Runs a command line and ends the process with its exit status. */
export async function main(args: readonly string[]): Promise<void> {
  const interruption = new AbortController()
  process.on('SIGINT', () => {
    // The second time is meant: whatever is under way, stop.
    if (interruption.signal.aborted) process.exit(130)
    interruption.abort()
  })
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0)
    throw error
  })
  // Nobody listens to what went wrong; the exit status still tells it.
  process.stderr.on('error', () => {})
  let status: number
  try {
    status = await answer(args, interruption.signal)
  } catch (error) {
    status = await fail(error, args)
  }
  process.exit(status)
}

async function answer([name = '', ...args]: readonly string[], signal: AbortSignal): Promise<number> {
  if (name === '--version' || name === '-V') {
    const { RELEASE } = await import('../src/domain/release.ts')
    await print(process.stdout, `${RELEASE}\n`)
    return 0
  }
  if (name === 'completions') return complete(args, text => print(process.stdout, text))
  if (name === 'help') throw unknownCommand(args[0] ?? name)
  const definition = DEFINITIONS.find(command => command.name === name)
  const load = COMMANDS[name]
  if (definition === undefined || load === undefined) throw unknownCommand(name)
  const { values, output } = parseArguments(definition, args)
  const [command, ports] = await Promise.all([load(), openPorts(process.cwd())])
  // Measuring may take an hour, and its answer would go with the charts that cannot be drawn.
  if (output.charts !== undefined) await (await import('./charts.ts')).requireCharts()
  const progress = openProgress()
  try {
    const watch = { signal, progress: progress.say }
    const result = await command.execute(Object.fromEntries(values), ports, watch)
    progress.end()
    return await report(result, output, ports)
  } finally {
    progress.end()
  }
}

async function report(
  result: Result,
  { format, report: file, charts }: OutputOptions,
  { artifacts }: Ports,
): Promise<number> {
  if (file !== undefined) await artifacts.write(file, new TextEncoder().encode(render(result, 'markdown')))
  if (charts !== undefined) await (await import('./charts.ts')).writeCharts(result, charts, artifacts)
  await print(process.stdout, render(result, format, { color: wantsColor(process.stdout) }))
  return exitStatusOfAnswer(result)
}

function unknownCommand(name: string): ModelyardError {
  const names = [...DEFINITIONS.map(({ name: known }) => known), 'completions', 'help']
  const near = nearest(name, names)
  return new ModelyardError({
    code: 'unknown-command',
    message: name === '' ? 'no command was given' : `there is no command \`${name}\``,
    next: near === undefined ? 'see modelyard --help' : `did you mean modelyard ${near}?`,
  })
}

/** Whether one document is due even where the arguments could not be read. */
function wantsJson(args: readonly string[]): boolean {
  return args.some(
    (arg, index) =>
      arg === '--json' || arg === '--format=json' || (arg === 'json' && args[index - 1] === '--format'),
  )
}

const REPORT = 'please report it with the command that you ran; MODELYARD_DEBUG=1 shows where it happened'

async function fail(error: unknown, args: readonly string[]): Promise<number> {
  const known = knownError(error, REPORT)
  const command = DEFINITIONS.find(({ name }) => name === args[0])?.name
  if (wantsJson(args)) await print(process.stdout, renderFailure(known, command))
  await print(process.stderr, renderError(known, { color: wantsColor(process.stderr) }))
  if (known.code === 'bug' && process.env.MODELYARD_DEBUG) {
    await print(
      process.stderr,
      `${known.stack ?? ''}\n${known.cause instanceof Error ? known.cause.stack : ''}\n`,
    )
  }
  return exitStatusOf(known.code)
}

function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise(resolve => {
    stream.write(text, () => resolve())
  })
}
