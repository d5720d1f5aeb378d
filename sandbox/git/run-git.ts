import { type ChildProcess, spawn } from 'node:child_process'
import { devNull } from 'node:os'
import type { BareRepository } from './bare-repository.ts'

export interface GitOutput {
  readonly status: number
  readonly stdout: Buffer
  readonly stderr: string
}

export interface GitOptions {
  readonly input?: Uint8Array | string
  /** Exit statuses that are an answer, not an error. */
  readonly accept?: readonly number[]
}

/**
 * All that a git process gets to see: nobody's settings, identity or language, so that the same questions have the
 * same answers everywhere.
 */
export function gitEnvironment(): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    // A path is a path: no `*` and no `:(top)` of a user's file name means more.
    GIT_LITERAL_PATHSPECS: '1',
  }
}

/**
 * Runs git in a repository to its end.
 *
 * @throws {Error} For any status that is not accepted: a mistake of the caller's, not an answer.
 */
export function runGit(
  { dir }: BareRepository,
  args: readonly string[],
  { input, accept = [0] }: GitOptions = {},
): Promise<GitOutput> {
  const child = spawn('git', [`--git-dir=${dir}`, ...args], {
    cwd: dir,
    env: gitEnvironment(),
    stdio: 'pipe',
  })
  const finished = outputOf(child)
  // A git that ends early closes its input; its status tells why.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return finished.then(output => {
    if (accept.includes(output.status)) return output
    throw new Error(`git ${args.join(' ')} ended with ${output.status}: ${output.stderr.trim()}`)
  })
}

/** The output of git as text, without its last line end. */
export async function gitText(
  repository: BareRepository,
  args: readonly string[],
  options?: GitOptions,
): Promise<string> {
  const { stdout } = await runGit(repository, args, options)
  return stdout.toString('utf8').replace(/\n$/, '')
}

/** The lines of git's output; none for no output. */
export async function gitLines(repository: BareRepository, args: readonly string[]): Promise<string[]> {
  const text = await gitText(repository, args)
  return text === '' ? [] : text.split('\n')
}

function outputOf(child: ChildProcess): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.on('error', reject)
    child.on('close', code =>
      resolve({
        status: code ?? 128,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    )
  })
}
