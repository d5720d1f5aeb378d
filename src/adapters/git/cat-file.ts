import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { Location } from './location.ts'
import { startError, startGit } from './run-git.ts'

export interface GitObject {
  readonly id: string
  readonly type: 'blob' | 'tree' | 'commit' | 'tag'
  readonly body: Buffer
}

interface Waiting {
  resolve(object: GitObject | undefined): void
  reject(error: unknown): void
}

const NEWLINE = 10

/**
 * One `git cat-file --batch` that stays open: any number of objects for the price of one process. Answers come in
 * the order of the questions.
 */
export class CatFile {
  readonly #location: Location
  readonly #flags: readonly string[]
  #child: ChildProcessWithoutNullStreams | undefined
  #waiting: Waiting[] = []
  #answered = 0
  #pending: Buffer = Buffer.alloc(0)
  #current: { readonly header: string; readonly body: Buffer; filled: number } | undefined

  /** @param flags - `--buffer` for many questions that are all asked before the end. */
  constructor(location: Location, flags: readonly string[] = []) {
    this.#location = location
    this.#flags = flags
  }

  /** Starts git ahead of the first question, so that it gets ready while the caller does. */
  warmUp(): void {
    this.#hold(this.#start(), false)
  }

  /** The object of a name such as `HEAD:path` or an id; undefined where there is none. */
  read(name: string): Promise<GitObject | undefined> {
    // A line break would be read as a second question, and no name of ours has one.
    if (name.includes('\n')) return Promise.resolve(undefined)
    const child = this.#start()
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#hold(child, true)
      child.stdin.write(`${name}\n`)
    })
  }

  /**
   * Reads many objects by id with one question.
   *
   * @param take - Given each object as it comes, while git reads the next: what it returns is kept in its place.
   */
  readAll<T>(
    names: readonly string[],
    take: (object: GitObject | undefined, index: number) => T,
  ): Promise<readonly T[]> {
    if (names.length === 0) return Promise.resolve([])
    const child = this.#start()
    return new Promise((resolve, reject) => {
      const taken = new Array<T>(names.length)
      let missing = names.length
      for (const index of names.keys()) {
        this.#waiting.push({
          resolve(object) {
            try {
              taken[index] = take(object, index)
            } catch (error) {
              reject(error)
            }
            missing -= 1
            if (missing === 0) resolve(taken)
          },
          reject,
        })
      }
      this.#hold(child, true)
      child.stdin.write(`${names.join('\n')}\n`)
      if (this.#flags.includes('--buffer')) child.stdin.end()
    })
  }

  #start(): ChildProcessWithoutNullStreams {
    if (this.#child !== undefined) return this.#child
    const child = startGit(this.#location, ['cat-file', '--batch', ...this.#flags])
    this.#child = child
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => this.#take(chunk))
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString('utf8')
    })
    child.stdin.on('error', () => {})
    child.on('error', error => this.#fail(startError(error)))
    child.on('close', () => {
      if (this.#answered === this.#waiting.length) return
      this.#fail(
        new ModelyardError({
          code: /dubious ownership/.test(stderr) ? 'no-repository' : 'bug',
          message: `git cat-file ended early: ${stderr.trim().split('\n')[0] ?? ''}`,
          next: 'check the repository: git fsck',
        }),
      )
    })
    return child
  }

  /** An idle process must not keep a finished command alive; one that owes an answer must. */
  #hold(child: ChildProcessWithoutNullStreams, on: boolean): void {
    for (const handle of [child, child.stdin, child.stdout, child.stderr] as {
      ref?(): void
      unref?(): void
    }[]) {
      if (on) handle.ref?.()
      else handle.unref?.()
    }
  }

  #take(chunk: Buffer): void {
    let data = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk])
    this.#pending = Buffer.alloc(0)
    while (data.length > 0) {
      if (this.#current === undefined) {
        const end = data.indexOf(NEWLINE)
        if (end < 0) break
        const header = data.toString('utf8', 0, end)
        data = data.subarray(end + 1)
        const size = sizeIn(header)
        if (size === undefined) this.#answer(undefined)
        // Whole in this chunk, as small ones mostly are: no need to copy it.
        else if (data.length > size) {
          this.#answerWith(header, data.subarray(0, size))
          data = data.subarray(size + 1)
        } else this.#current = { header, body: Buffer.allocUnsafe(size), filled: 0 }
        continue
      }
      const { body, filled } = this.#current
      const part = data.subarray(0, body.length - filled)
      part.copy(body, filled)
      this.#current.filled += part.length
      data = data.subarray(part.length)
      // Behind the body stands a line end of its own.
      if (this.#current.filled < body.length || data.length === 0) break
      data = data.subarray(1)
      const { header } = this.#current
      this.#current = undefined
      this.#answerWith(header, body)
    }
    this.#pending = data
  }

  #answerWith(header: string, body: Buffer): void {
    const [id = '', type = 'blob'] = header.split(' ')
    this.#answer({ id, type: type as GitObject['type'], body })
  }

  #answer(object: GitObject | undefined): void {
    this.#waiting[this.#answered]?.resolve(object)
    this.#answered += 1
    if (this.#answered === this.#waiting.length) {
      this.#waiting = []
      this.#answered = 0
      if (this.#child !== undefined) this.#hold(this.#child, false)
    }
  }

  #fail(error: unknown): void {
    this.#child = undefined
    const waiting = this.#waiting.slice(this.#answered)
    this.#waiting = []
    this.#answered = 0
    for (const { reject } of waiting) reject(error)
  }
}

/** Of `ID TYPE SIZE`; an object that is not there is answered by `NAME missing`. */
function sizeIn(header: string): number | undefined {
  const size = header.slice(header.lastIndexOf(' ') + 1)
  return /^\d+$/.test(size) ? Number(size) : undefined
}
