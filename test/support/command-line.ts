import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { gitEnvironment } from './temporary.ts'

/** The bundled file that `bin` names. */
export const BIN = fileURLToPath(new URL('../../dist/cli/modelyard.mjs', import.meta.url))

export interface Ran {
  /** 128 + 9 and the like where a signal ended it. */
  readonly status: number | NodeJS.Signals
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  /** What the shell's `ulimit` takes from it, e.g. `-f 0`; not on Windows. */
  readonly limits?: string
  /** A signal to send, and after how many milliseconds; SIGINT as Ctrl-C does, to everything that was started. */
  readonly signal?: { readonly name: NodeJS.Signals; readonly afterMs: number }
}

/** Runs the command line as people do: the bundle, in a process of its own, without anybody's git settings. */
export function modelyard(folder: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  // Beside NO_COLOR, even an empty FORCE_COLOR makes Node warn; and what is measured here is of no run.
  const { FORCE_COLOR: _, GITHUB_ACTIONS: __, ...inherited } = gitEnvironment()
  return new Promise((resolve, reject) => {
    const [program, ...before] =
      options.limits === undefined
        ? [process.execPath]
        : ['/bin/sh', '-c', `ulimit ${options.limits} && exec "$0" "$@"`, process.execPath]
    const child = spawn(program as string, [...before, BIN, ...args], {
      cwd: folder,
      env: { ...inherited, NO_COLOR: '1', ...options.env },
      stdio: 'pipe',
      detached: process.platform !== 'win32',
    })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ status: code ?? signal ?? 1, stdout, stderr }))
    child.stdin.on('error', () => {})
    child.stdin.end(options.input ?? '')
    const { signal } = options
    if (signal !== undefined) setTimeout(() => send(child, signal.name), signal.afterMs)
  })
}

function send(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.exitCode !== null || child.pid === undefined) return
  if (name === 'SIGINT' && process.platform !== 'win32') process.kill(-child.pid, name)
  else child.kill(name)
}
