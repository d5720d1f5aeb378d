import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { type ReadAnnotation, readFileCommands, readLog } from './commands.ts'

/** What is read of an action.yml. */
export interface ActionMetadata {
  readonly name: string
  readonly description: string
  readonly inputs?: Readonly<
    Record<string, { readonly description: string; readonly required?: boolean; readonly default?: string }>
  >
  readonly outputs?: Readonly<Record<string, { readonly description: string }>>
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string }
}

export interface Step {
  /** The workspace. */
  readonly folder: string
  /** As under `with:`. */
  readonly inputs?: Readonly<Record<string, string>>
  /** The payload that started the run. */
  readonly event?: unknown
  readonly env?: Readonly<Record<string, string>>
  /** The job's own. */
  readonly token?: string
  /** Ends it in the middle, as a workflow that is cancelled: without a word. */
  readonly signal?: AbortSignal
  /** Where the Actions lie with their bundles; left out: here. */
  readonly suite?: string
  /** An empty folder for what the runner and the step write for each other; whoever starts the step removes it. */
  readonly files: string
}

export interface StepResult {
  readonly outputs: Readonly<Record<string, string>>
  /** What later steps would find in their environment. */
  readonly env: Readonly<Record<string, string>>
  /** Folders put on the path of later steps. */
  readonly path: readonly string[]
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
  readonly annotations: readonly ReadAnnotation[]
  /** Every command to the runner, annotations among them, by name. */
  readonly commands: readonly string[]
  readonly log: string
  readonly status: number
}

const HERE = fileURLToPath(new URL('../../', import.meta.url))
const FILES = ['output', 'env', 'path', 'state', 'step_summary'] as const

/** The metadata of an Action of ours, e.g. `actions/validate`. */
export async function readMetadata(action: string, suite = HERE): Promise<ActionMetadata> {
  return parse(await readFile(join(suite, action, 'action.yml'), 'utf8')) as ActionMetadata
}

/**
 * Runs an Action as the runner does: the committed bundle that its action.yml names, in a process of its own whose
 * environment holds nothing but what the runner gives, and afterwards what it names as `post`. An input that action.yml
 * does not declare is refused.
 */
export async function runAction(action: string, step: Step): Promise<StepResult> {
  const { suite = HERE } = step
  const metadata = await readMetadata(action, suite)
  const folder = step.files
  await mkdir(join(folder, 'temp'))
  for (const name of FILES) await writeFile(join(folder, name), '')
  await writeFile(join(folder, 'event.json'), JSON.stringify(step.event ?? {}))
  const environment = environmentOf(metadata, step, folder)
  const script = (path: string) => join(suite, action, path)
  const main = await spawned(script(metadata.runs.main), step.folder, environment, step.signal)
  const state = readFileCommands(await readFile(join(folder, 'state'), 'utf8'))
  const { post } = metadata.runs
  const after =
    post === undefined
      ? undefined
      : await spawned(script(post), step.folder, { ...environment, ...stateVariables(state) })
  const result = await collected(
    folder,
    state,
    `${main.text}${after?.text ?? ''}`,
    main.status || (after?.status ?? 0),
  )
  refuseToken(result, step.token)
  return result
}

function environmentOf(
  { inputs: declared = {} }: ActionMetadata,
  { folder: workspace, inputs = {}, env = {}, token = '' }: Step,
  folder: string,
): Record<string, string> {
  const undeclared = Object.keys(inputs).filter(name => !Object.hasOwn(declared, name))
  if (undeclared.length > 0) throw new Error(`action.yml declares no input ${undeclared.join(', ')}`)
  const given = Object.entries(declared).map(([name, { default: standing = '' }]) => {
    return [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      inputs[name] ?? evaluated(name, standing, token),
    ]
  })
  return {
    // Of the machine: what finds programs, and what Windows cannot do without.
    ...kept(['HOME', 'TMPDIR', 'TEMP', 'SystemRoot']),
    PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    RUNNER_TEMP: join(folder, 'temp'),
    ...Object.fromEntries(FILES.map(name => [`GITHUB_${name.toUpperCase()}`, join(folder, name)])),
    ...Object.fromEntries(given),
    ...env,
  }
}

/** A default as it stands, or the one expression that we write. */
function evaluated(name: string, standing: string, token: string): string {
  const text = standing.replace(/\$\{\{ github\.token \}\}/, token)
  if (text.includes('${{')) throw new Error(`the default of ${name} is another expression`)
  return text
}

function kept(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : [])))
}

function stateVariables(state: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))
}

/** What a script prints, on both streams, as the runner gets to see it. */
function spawned(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<{ readonly text: string; readonly status: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal && { signal, killSignal: 'SIGKILL' as const }),
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', part => {
        text += part
      })
    }
    child.on('error', error => error.name !== 'AbortError' && reject(error))
    child.on('close', status => resolve({ text, status: status ?? 1 }))
  })
}

/** Threat 18: whatever an Action meets, nothing that it says or leaves holds its token. */
export function refuseToken(said: unknown, token = ''): void {
  if (token !== '' && JSON.stringify(said).includes(token))
    throw new Error('the token is in what a step says')
}

async function collected(
  folder: string,
  state: Readonly<Record<string, string>>,
  text: string,
  status: number,
): Promise<StepResult> {
  const read = (name: (typeof FILES)[number]) => readFile(join(folder, name), 'utf8')
  const { commands, annotations, log } = readLog(text)
  return {
    outputs: readFileCommands(await read('output')),
    env: readFileCommands(await read('env')),
    path: (await read('path')).split('\n').filter(line => line !== ''),
    state,
    summary: await read('step_summary'),
    annotations,
    commands: commands.map(({ name }) => name),
    log,
    status,
  }
}
