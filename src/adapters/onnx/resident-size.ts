import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * How much memory a process holds, as the system says.
 *
 * @returns Bytes; undefined where the process is gone or the system does not tell.
 */
export async function residentBytes(pid: number): Promise<number | undefined> {
  try {
    if (process.platform === 'linux')
      return kibibytes(await readFile(`/proc/${pid}/status`, 'utf8'), /VmRSS:\s*(\d+)/)
    if (process.platform !== 'win32')
      return kibibytes((await run('ps', ['-o', 'rss=', '-p', String(pid)])).stdout, /(\d+)/)
    // `"node.exe","4711","Console","1","61.234 K"`: how digits are grouped depends on the language.
    const { stdout } = await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], {
      windowsHide: true,
    })
    const size = /"([\d\s.,'’]+)\sK"\s*$/.exec(stdout)?.[1]
    return size === undefined ? undefined : Number(size.replace(/\D/g, '')) * 1024
  } catch {
    return undefined
  }
}

function kibibytes(text: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? undefined : Number(found) * 1024
}
