import type { MemoryLimit } from './inference.ts'
import type { FileMode } from './repository.ts'

/** What a command may use. */
export interface Limits {
  /** Wall-clock; afterwards the command and everything that it started are killed. */
  readonly seconds: number
  /** Of memory, over everything that it started; undefined: as much as there is. */
  readonly bytes?: number | undefined
}

/** A line of model.yaml: the shell reads it, in the repository's root. */
export interface CommandRequest {
  readonly command: string
  /** Where it runs; left out: the repository's root. */
  readonly folder?: string | undefined
  /** Beside what every program needs to start (PATH, HOME, language); nothing else of ours is handed on. */
  readonly env: Readonly<Record<string, string>>
  readonly limits: Limits
  readonly signal?: AbortSignal | undefined
  /** What it prints on both streams, line by line, as it comes; without colours and other control characters. */
  readonly said?: ((line: string) => void) | undefined
  /**
   * Keeps what it prints on standard output, at most so many bytes; the tail and `said` then have standard error alone.
   * One that prints more is killed.
   */
  readonly keptOutputBytes?: number | undefined
}

/** What a command printed on standard output. */
export interface PrintedOutput {
  /** Bytes that are no UTF-8 are replaced. */
  readonly text: string
  /** Whether it is all; otherwise the command printed more than was to be kept, and was killed for it. */
  readonly isWhole: boolean
}

export interface CommandEnd {
  /** Undefined where a signal ended it. */
  readonly status: number | undefined
  readonly signal: string | undefined
  /** The limit for which it was killed. Memory that the system refuses is met by the command in its own way. */
  readonly exceeded: 'time' | 'memory' | undefined
  readonly seconds: number
  /** The most that it and what it started held at once, where that can be seen. */
  readonly peakBytes: number | undefined
  /** The end of what it printed, at most 64 KiB. */
  readonly tail: string
  /** Standard output, where it was to be kept. */
  readonly output?: PrintedOutput | undefined
  /** How memory was limited: by the system, a process each, and by watching; by watching alone; or not. */
  readonly memoryLimit: MemoryLimit
}

/** A command that goes on until it is stopped, such as an endpoint. */
export interface RunningCommand {
  /** Settles when it ends by itself, or was stopped. */
  readonly ended: Promise<CommandEnd>
  /** Asks it to end, and kills it where it does not. */
  stop(): Promise<CommandEnd>
}

/** An empty folder that is taken away again. */
export interface TemporaryFolder {
  readonly path: string
  /**
   * Writes a file into it; of a link, the content is where it leads.
   *
   * @throws {ModelyardError} `path-escape` where the path leads out of the folder; `cannot-write`.
   */
  write(path: string, content: Uint8Array, mode?: FileMode): Promise<void>
  /** Shows a folder from elsewhere in it, unless there is none, or something of that name stands here. */
  link(path: string, target: string): Promise<'linked' | 'absent'>
  remove(): Promise<void>
}

/** Commands of the repository's own, from model.yaml. */
export interface Process {
  /**
   * Runs a command to its end; how it ended is the answer, not an error. Nothing that it started lives on.
   *
   * @throws {ModelyardError} `interrupted` by the signal; `missing-engine` where no shell can be started.
   */
  run(request: CommandRequest): Promise<CommandEnd>
  start(request: CommandRequest): RunningCommand
  temporaryFolder(): Promise<TemporaryFolder>
  /**
   * Makes an empty folder that stays.
   *
   * @param path - From the root of the file system.
   * @throws {ModelyardError} `bad-input` where something is there already; an empty folder is nothing. `cannot-write`.
   */
  keptFolder(path: string): Promise<void>
  /** A port of this machine that nobody listens on now. */
  freePort(): Promise<number>
}
