import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { CommandEnd, CommandRequest, RunningCommand } from '../../ports.ts'
import { commandEnvironment } from './environment.ts'
import { type Family, heldBy, killFamily, MARK } from './family.ts'
import { KeptOutput } from './kept-output.ts'
import { forget, watchOver } from './living.ts'
import { Spoken } from './spoken.ts'

/** How often memory is looked at: soon at first, for commands that are over quickly. */
const LOOK_MS = { first: 20, later: 200 }
/** How long a command that was asked to end may take. */
const GRACE_MS = 3000
/** What left the family where nobody can find it may hold the streams; it is not waited for. */
const STREAMS_MS = 1000
const LONGEST_TIMER_MS = 2 ** 31 - 1

/**
 * Starts a line in the shell, in a process group of its own.
 *
 * @param root - Where it runs unless the request says otherwise.
 */
export function startShell(root: string, request: CommandRequest): RunningCommand {
  const { signal, limits } = request
  if (signal?.aborted) return { ended: rejected(interrupted()), stop: () => rejected(interrupted()) }
  const family: Family = { pid: 0, mark: randomUUID() }
  watchOver(family)
  const child = spawnShell(root, request, family.mark)
  family.pid = child.pid ?? 0
  const spoken = new Spoken(request.said)
  const startedAt = performance.now()
  let exceeded: CommandEnd['exceeded']
  const exceed = (limit: 'time' | 'memory') => {
    exceeded ??= limit
    killFamily(family)
  }
  const kill = () => killFamily(family)
  const output =
    request.keptOutputBytes === undefined ? undefined : new KeptOutput(request.keptOutputBytes, kill)
  const ended = endOf(child, family, spoken, output)
  signal?.addEventListener('abort', kill, { once: true })
  const timer = setTimeout(exceed, Math.min(limits.seconds * 1000, LONGEST_TIMER_MS), 'time')
  const memory = watchMemory(family, limits.bytes, () => exceed('memory'))
  const answer = ended
    .finally(() => {
      clearTimeout(timer)
      memory.stop()
      signal?.removeEventListener('abort', kill)
    })
    .then(({ status, name }): CommandEnd => {
      if (signal?.aborted) throw interrupted()
      return {
        status,
        signal: name,
        exceeded,
        seconds: (performance.now() - startedAt) / 1000,
        peakBytes: memory.peak(),
        tail: spoken.tail(),
        ...(output === undefined ? {} : { output: output.printed() }),
        memoryLimit: memoryLimitOf(limits.bytes),
      }
    })
  // Whoever waits for it learns of a failure.
  answer.catch(() => {})
  return {
    ended: answer,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        killFamily(family, 'SIGTERM')
        const patience = setTimeout(kill, GRACE_MS)
        await ended.catch(() => {}).finally(() => clearTimeout(patience))
      }
      return answer
    },
  }
}

function spawnShell(
  root: string,
  { command, folder, env, limits }: CommandRequest,
  mark: string,
): ChildProcess {
  const options = {
    cwd: folder ?? root,
    env: commandEnvironment(process.env, { ...env, [MARK]: `${process.env[MARK] ?? ''} ${mark}` }),
    stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  }
  // The line goes to a shell of its own as it is: nothing is pasted into another line.
  return memoryLimitOf(limits.bytes) === 'system'
    ? spawn(
        '/bin/sh',
        ['-c', 'ulimit -v "$0" && exec /bin/sh -c "$1"', kibibytes(limits.bytes), command],
        options,
      )
    : spawn(command, { ...options, shell: true })
}

function kibibytes(bytes = 0): string {
  return String(Math.ceil(bytes / 1024))
}

function memoryLimitOf(bytes: number | undefined): CommandEnd['memoryLimit'] {
  if (bytes === undefined || process.platform === 'win32') return 'none'
  return process.platform === 'linux' ? 'system' : 'watched'
}

interface Ended {
  readonly status: number | undefined
  readonly name: string | undefined
}

/** When the shell is gone, so is what it left in the background; then the streams end too. */
function endOf(
  child: ChildProcess,
  family: Family,
  spoken: Spoken,
  output: KeptOutput | undefined,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    if (child.stdout !== null) (output ?? spoken).listen(child.stdout)
    if (child.stderr !== null) spoken.listen(child.stderr)
    child.on('error', error => {
      forget(family)
      reject(noShell(error))
    })
    child.on('exit', () => {
      killFamily(family)
      forget(family)
      setTimeout(() => {
        child.stdout?.destroy()
        child.stderr?.destroy()
      }, STREAMS_MS).unref()
    })
    child.on('close', (status, name) => resolve({ status: status ?? undefined, name: name ?? undefined }))
  })
}

/** Looks now and then at what a family holds. */
function watchMemory(family: Family, limit: number | undefined, tooMuch: () => void) {
  let peak: number | undefined
  let stopped = false
  let timer: NodeJS.Timeout
  const look = async () => {
    const held = await heldBy(family)
    if (stopped) return
    if (held !== undefined) {
      peak = Math.max(peak ?? 0, held.together, held.most)
      if (limit !== undefined && held.together > limit) tooMuch()
    }
    timer = setTimeout(look, LOOK_MS.later)
  }
  timer = setTimeout(look, LOOK_MS.first)
  return {
    peak: () => peak,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

function rejected(error: Error): Promise<never> {
  const promise = Promise.reject(error)
  promise.catch(() => {})
  return promise
}

function interrupted(): ModelyardError {
  return new ModelyardError({
    code: 'interrupted',
    message: 'the command was interrupted',
    next: 'run it again',
  })
}

function noShell(cause: Error): ModelyardError {
  return new ModelyardError({
    code: 'missing-engine',
    message: 'the shell that runs commands of model.yaml could not be started',
    next: 'check that there is a shell (/bin/sh, on Windows cmd.exe), and memory and processes left to start it',
    cause,
  })
}
