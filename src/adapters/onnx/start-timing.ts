import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A process in which models run. */
export interface TimingChild {
  readonly child: ChildProcessWithoutNullStreams
  /** Kills it, whatever it does, and takes its folder away. */
  end(): Promise<void>
}

/** Starts a script in an empty folder with an empty environment: a model finds no file and no secret beside it. */
export async function startTiming(script: URL): Promise<TimingChild> {
  const folder = await mkdtemp(join(tmpdir(), 'modelyard-time-'))
  // Windows starts no program without its root.
  const { SystemRoot } = process.env
  const child = spawn(process.execPath, [fileURLToPath(script)], {
    cwd: folder,
    env: SystemRoot === undefined ? {} : { SystemRoot },
    stdio: 'pipe',
    windowsHide: true,
  })
  const gone = new Promise<void>(resolve => {
    child.once('exit', () => resolve()).once('error', () => resolve())
  })
  child.stdin.on('error', () => {})
  child.stderr.resume()
  return {
    child,
    async end() {
      child.kill('SIGKILL')
      await gone
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
