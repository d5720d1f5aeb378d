import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MemoryLimit } from '../../ports.ts'
import { WATCHES_PARENT } from './lifeline.ts'
import { residentBytes } from './resident-size.ts'

/** How often the size of a process is looked at. */
const LOOK_EVERY_MS = 200
const SHELL = '/bin/sh'
/** Otherwise WebAssembly, which nothing of a model needs, sets gigabytes of the address space aside. */
const NO_RESERVE = '--disable-wasm-trap-handler'

/** A process in which a model runs, or several side by side. */
export interface ModelChild {
  readonly child: ChildProcessWithoutNullStreams
  /** Resolves when it is gone, or never came to be. */
  readonly gone: Promise<void>
  /** What limits its memory; to be asked while it lives. */
  memoryLimit(): Promise<MemoryLimit>
  /** Whether it was killed because it grew too large. */
  outgrew(): boolean
  /** Kills it, whatever it does, and takes its folder away. */
  end(): Promise<void>
}

export interface ChildLimits {
  /** Of memory. */
  readonly bytes: number
  /** Of processor time. */
  readonly seconds: number
  /** Whether the system may be asked to limit its memory; otherwise it is watched alone. */
  readonly bySystem: boolean
}

/**
 * Starts a script in an empty folder with an empty environment: a model finds no file and no secret beside it. On
 * Linux the system limits its address space. Everywhere its resident size is looked at, and it is killed beyond.
 */
export function startModel(script: URL, limits: ChildLimits): ModelChild {
  // Without waiting: whoever loads a large library next would keep the child from being started.
  const folder = mkdtempSync(join(tmpdir(), 'modelyard-model-'))
  const own = [process.execPath, NO_RESERVE, fileURLToPath(script)]
  const asked = limits.bySystem && process.platform === 'linux' && existsSync(SHELL)
  const [program = '', ...args] = asked
    ? [SHELL, '-c', LIMITED, 'sh', ...sizes(limits), ...own]
    : [...own, WATCHES_PARENT]
  // Windows starts no program without its root.
  const { SystemRoot } = process.env
  const child = spawn(program, args, {
    cwd: folder,
    env: SystemRoot === undefined ? {} : { SystemRoot },
    stdio: asked ? ['pipe', 'pipe', 'pipe', 'pipe'] : 'pipe',
    windowsHide: true,
  }) as ChildProcessWithoutNullStreams
  child.stdin.on('error', () => {})
  child.stderr.resume()
  // Of a process that is gone Node throws away what nobody has begun to listen to, and it may be gone before its turn.
  child.stdout.on('readable', () => {})
  const lifeline = lifelineOf(child)
  // SIGKILL always: a model that loops in native code never comes to a handler.
  const kill = () => child.kill('SIGKILL')
  const abandon = () => {
    kill()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', abandon)
  const gone = new Promise<void>(resolve => {
    child.once('exit', () => resolve()).once('error', () => resolve())
  })
  const watch = watchSize(child, limits.bytes)
  return {
    child,
    gone,
    async memoryLimit() {
      if (await limitedBySystem(child.pid)) return 'system'
      return (await watch.seen) ? 'watched' : 'none'
    },
    outgrew: watch.outgrew,
    async end() {
      watch.stop()
      kill()
      await gone
      lifeline?.end('\n')
      process.off('exit', abandon)
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/**
 * The shell alone can set a limit before the program starts; then the program takes its place, under the same id. What
 * the shell would leave in the environment is taken out. Beside it waits a process for a line from the parent: where
 * the pipe ends without one, the parent was killed, and the program goes with it, whatever the model does. Processor
 * time is limited too, for the case that this process dies first.
 */
const LIMITED = `ulimit -v "$1" 2>/dev/null
ulimit -t "$2" 2>/dev/null
shift 2
unset PWD OLDPWD SHLVL
(read -r _ <&3 || kill -9 $$) >/dev/null 2>&1 &
exec "$@" 3<&-`

/** The pipe that the process beside the program waits on; nothing else in this process waits for it. */
function lifelineOf({ stdio }: ChildProcessWithoutNullStreams): Socket | undefined {
  const pipe: unknown = stdio[3]
  if (!(pipe instanceof Socket)) return undefined
  pipe.on('error', () => {}).unref()
  return pipe
}

function sizes({ bytes, seconds }: ChildLimits): string[] {
  return [String(Math.floor(bytes / 1024)), String(Math.ceil(seconds))]
}

/** Asked of the system, not of what we told the shell: a kernel may not know the limit. */
async function limitedBySystem(pid: number | undefined): Promise<boolean> {
  try {
    return /^Max address space\s+\d/m.test(await readFile(`/proc/${pid}/limits`, 'utf8'))
  } catch {
    return false
  }
}

function watchSize(child: ChildProcessWithoutNullStreams, most: number) {
  let outgrew = false
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  /** Whether there was anything to see. */
  const look = async (): Promise<boolean> => {
    const bytes = child.pid === undefined ? undefined : await residentBytes(child.pid)
    if (bytes !== undefined && bytes > most && !stopped) {
      outgrew = true
      child.kill('SIGKILL')
    } else if (!stopped) timer = setTimeout(look, LOOK_EVERY_MS)
    return bytes !== undefined
  }
  return {
    seen: look(),
    outgrew: () => outgrew,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
