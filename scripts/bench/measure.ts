import { spawn } from 'node:child_process'
import { openSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

/** The bundle that people run. */
export const BIN = fileURLToPath(new URL('../../dist/cli/modelyard.mjs', import.meta.url))

export interface Program {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
  /** A file that is its standard input. */
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  /** Where its output goes; thrown away otherwise. */
  readonly into?: readonly string[]
  /** Exit statuses that are an answer; by itself 0 and 1, since a registry without approvals is inconclusive. */
  readonly accept?: readonly number[]
}

/** How long a program takes as a whole process, in milliseconds: the median of several runs after one to warm up. */
export async function median(program: Program, runs = 7): Promise<number> {
  const times: number[] = []
  for (let run = 0; run <= runs; run += 1) {
    const time = await once(program)
    if (run > 0) times.push(time)
  }
  return middleOf(times)
}

/** Runs a program once; milliseconds from start to end. */
export function once({ command, args, cwd, input, env, into, accept = [0, 1] }: Program): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const stdin = input === undefined ? 'ignore' : openSync(input, 'r')
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: [stdin, 'pipe', 'inherit'],
    })
    if (into === undefined) child.stdout?.resume()
    else
      child.stdout?.pipe(
        spawn(into[0] as string, into.slice(1), { stdio: ['pipe', 'ignore', 'inherit'] }).stdin,
      )
    child.on('error', reject)
    child.on('close', status => {
      if (status === null || !accept.includes(status))
        reject(new Error(`${command} ${args.join(' ')} ended with ${status}`))
      else resolve(performance.now() - start)
    })
  })
}

/**
 * Runs a program once, and adds up what it and everything that it started hold in memory, looking ten times a second.
 *
 * @returns Milliseconds, and the most bytes held at once (proportional set size; undefined where there is no /proc).
 */
export async function peakBytes(
  program: Program,
): Promise<{ readonly time: number; readonly bytes: number | undefined }> {
  let most: number | undefined
  const before = new Set(childrenOf(process.pid))
  const looking = setInterval(() => {
    const started = childrenOf(process.pid).filter(pid => !before.has(pid))
    const bytes = started.flatMap(withDescendants).reduce((sum, pid) => sum + (heldBy(pid) ?? 0), 0)
    if (bytes > 0) most = Math.max(most ?? 0, bytes)
  }, 100)
  try {
    return { time: await once(program), bytes: most }
  } finally {
    clearInterval(looking)
  }
}

function withDescendants(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(withDescendants)]
}

function childrenOf(pid: number): number[] {
  const tasks = read(() => readdirSync(`/proc/${pid}/task`)) ?? []
  return tasks.flatMap(task =>
    (read(() => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')) ?? '')
      .split(' ')
      .filter(child => child !== '')
      .map(Number),
  )
}

/** Pages shared by several processes are split among them, so that a sum counts each once. */
function heldBy(pid: number): number | undefined {
  const found = /^Pss: +(\d+) kB/m.exec(read(() => readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? '')
  return found === null ? undefined : Number(found[1]) * 1024
}

/** A process may end between being listed and being looked at. */
function read<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}

export function middleOf(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] as number
}

/** The program that people run, with arguments. */
export function modelyard(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Program {
  return { command: process.execPath, args: [BIN, ...args], cwd, env }
}

/** The floor: a Node.js that does nothing. */
export const NODE: Program = { command: process.execPath, args: ['-e', '0'] }

export interface Row {
  readonly work: string
  readonly against: string
  /** Milliseconds. */
  readonly time: number
  readonly floor: number
  readonly goal?: number
  readonly note?: string
}

/** Prints a row of the table; the ratio counts, milliseconds only tell the size. */
export function printRow({ work, against, time, floor, goal, note }: Row): void {
  const ratio = time / floor
  const verdict = goal === undefined ? '' : ratio <= goal ? `goal ≤ ${goal}: held` : `goal ≤ ${goal}: MISSED`
  console.log(
    `${work.padEnd(52)} ${ratio.toFixed(2).padStart(6)} × ${against.padEnd(44)} ${verdict.padEnd(22)} ${time.toFixed(0)} ms against ${floor.toFixed(0)} ms${note === undefined ? '' : `; ${note}`}`,
  )
}

export function printMachine(): void {
  console.log(
    `${process.platform} ${process.arch}, ${availableParallelism()} cores, Node.js ${process.versions.node}\n`,
  )
}
