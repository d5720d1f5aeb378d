import { execFile, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'

/** The variable by which what a command started is known again, however far it went from its parent. */
export const MARK = 'MODELYARD_COMMAND'

/** A command with everything that it started. */
export interface Family {
  /** Of the shell, whose process group has the same number; 0 until it is started. */
  pid: number
  /** Stands in {@link MARK} of their environment, after the marks of those in whom we run ourselves. */
  readonly mark: string
}

/** What a family holds in memory, in bytes. */
export interface Held {
  /** Resident, all of them together: what they share counts for each. */
  readonly together: number
  /** The most that one of them ever held. */
  readonly most: number
}

const HAS_PROC = process.platform === 'linux'

/**
 * Kills a whole family at once: its process group, and where the system shows environments also what left the group,
 * as daemons do. Members that are gone already are no fault.
 */
export function killFamily({ pid, mark }: Readonly<Family>, signal: NodeJS.Signals = 'SIGKILL'): void {
  // As the number of a group 0 would mean our own.
  if (pid === 0) return
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { windowsHide: true })
    return
  }
  sendTo(-pid, signal)
  if (!HAS_PROC) return
  // One may start another while the list is read: until none is left.
  for (let round = 0; round < 20; round += 1) {
    const strays = numbersInProc().filter(member => isMarked(member, mark))
    if (strays.length === 0) return
    for (const member of strays) sendTo(member, signal)
    if (signal !== 'SIGKILL') return
  }
}

function sendTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    // It ended by itself, or is a zombie of the same group that macOS does not let one signal.
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ESRCH' && code !== 'EPERM') throw error
  }
}

function numbersInProc(): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
}

function isMarked(pid: number, mark: string): boolean {
  // Of a process that is ending, and of somebody else's, there is nothing to read.
  const variables = procFile(pid, 'environ')?.split('\0') ?? []
  return variables.some(variable => variable.startsWith(`${MARK}=`) && variable.includes(mark))
}

/** What a family holds now; undefined where the system does not tell. */
export async function heldBy({ pid }: Readonly<Family>): Promise<Held | undefined> {
  if (HAS_PROC) return heldInProc(pid)
  return process.platform === 'win32' ? undefined : heldByPs(pid)
}

function heldInProc(group: number): Held | undefined {
  const members = numbersInProc().filter(pid => groupOf(procFile(pid, 'stat')) === group)
  const sizes = members.map(pid => procFile(pid, 'status') ?? '')
  const bytes = (status: string, field: string) =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) * 1024
  if (members.length === 0) return undefined
  return {
    together: sizes.reduce((sum, status) => sum + bytes(status, 'VmRSS'), 0),
    most: Math.max(...sizes.map(status => bytes(status, 'VmHWM'))),
  }
}

/** The fifth field of /proc/N/stat; the second is the program's name in brackets and may hold anything. */
function groupOf(stat: string | undefined): number | undefined {
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields === undefined ? undefined : Number(fields[2])
}

function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return undefined
  }
}

async function heldByPs(group: number): Promise<Held | undefined> {
  const listed = await promisify(execFile)('ps', ['-A', '-o', 'pgid=,rss=']).catch(() => undefined)
  const sizes = (listed?.stdout ?? '')
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
    .filter(([owner]) => owner === group)
    .map(([, kib = 0]) => kib * 1024)
  if (sizes.length === 0) return undefined
  return { together: sizes.reduce((sum, size) => sum + size, 0), most: Math.max(...sizes) }
}
