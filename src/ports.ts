import type { Signature } from './domain/registry/version.ts'

/** What the outside must provide. Types only: adapters implement them, commands receive them. */
export interface Ports {
  readonly repository: Repository
  readonly worktree: Worktree
  readonly identity: Identity
  readonly artifacts: Artifacts
  readonly inference: Inference
  readonly stopwatch: Stopwatch
  readonly endpoint: Endpoint
  readonly tables: Tables
  readonly clock: Clock
  readonly people: People
  readonly drafts: Drafts
  readonly host: Host
  readonly process: Process
}

/**
 * Files that wait in git's own folder for the commit that takes them: out of the way of `git status`, of switching
 * branches and of merging what was pushed meanwhile. Paths are relative, `/` between their parts.
 */
export interface Drafts {
  /** The names of the files in a folder. */
  list(folder: string): Promise<readonly string[]>
  read(path: string): Promise<Uint8Array | undefined>
  write(path: string, content: Uint8Array): Promise<void>
  remove(path: string): Promise<void>
  /** Where a file lies, for people. */
  place(path: string): string
}

export interface Host {
  /** What evidence says of the machine, e.g. `linux x64, Node.js 24.21.0`. */
  readonly machine: string
}

export interface Clock {
  /** UTC, milliseconds. */
  now(): number
}

/** Somebody at a terminal who can be asked. */
export interface People {
  /** Whether there is anybody to ask. */
  readonly present: boolean
  /** Asks for a line of text; an empty answer is `fallback`. */
  ask(question: string, fallback: string): Promise<string>
}

export interface Person {
  readonly name: string
  readonly email: string
}

export interface Identity {
  /**
   * Who commits, and where that was read, for the user to see.
   *
   * @throws {ModelyardError} `no-identity` where nobody is named.
   */
  committer(): Promise<Person & { readonly source: string }>
}

export type FileMode = '100644' | '100755' | '120000' | '160000' | '040000'

export interface TreeEntry {
  /** From the repository's root, `/` between its parts. */
  readonly path: string
  readonly mode: FileMode
  /** The id of the blob, tree or commit. */
  readonly id: string
}

export interface Head {
  /** Undefined before the first commit. */
  readonly commit: string | undefined
  /** The branch's short name; undefined where the head is detached. */
  readonly branch: string | undefined
}

export interface CommitFacts {
  readonly id: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Person
  readonly committer: Person
  /** UTC, milliseconds, by the committer's clock. */
  readonly committedAt: number
  /** The whole message. */
  readonly message: string
}

/** One change of a path along the first-parent history. */
export interface PathChange {
  readonly commit: string
  readonly committedAt: number
  readonly author: string
  readonly subject: string
  readonly path: string
  readonly status: 'added' | 'modified' | 'deleted'
  /** Blob ids before and after; undefined where the file did not exist. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/** A walk along history; `complete` is false where a shallow clone cut it off. */
export interface Walk<T> {
  /** Oldest first. */
  readonly entries: readonly T[]
  readonly complete: boolean
}

export interface TreeChange {
  readonly path: string
  readonly status: 'added' | 'modified' | 'deleted'
  readonly before: { readonly mode: FileMode; readonly id: string } | undefined
  readonly after: { readonly mode: FileMode; readonly id: string } | undefined
}

/** New content of a file; null removes it. */
export interface FileChange {
  readonly path: string
  readonly content: Uint8Array | null
}

export interface CommitRequest {
  /** The commit to build on; undefined for a first commit. */
  readonly parent: string | undefined
  readonly changes: readonly FileChange[]
  readonly message: string
  readonly person: Person
  /** UTC, milliseconds. */
  readonly at: number
  /** The branch to move, by its short name. */
  readonly branch: string
  /** Where the branch must stand now: compare-and-swap. Undefined: it must not exist. */
  readonly expected: string | undefined
}

/**
 * A git repository. Every method throws {@link ModelyardError}: `no-repository` where there is none, `bug` where git
 * answers what it never should.
 */
export interface Repository {
  head(): Promise<Head>
  /** The commit that a branch, tag, remote branch or id names; undefined where there is none. */
  resolve(revision: string): Promise<string | undefined>
  commitFacts(commit: string): Promise<CommitFacts>
  /** The entries of one folder at a commit, by name; none where there is no such folder. */
  listFolder(commit: string, folder: string): Promise<readonly TreeEntry[]>
  /** All files below a folder at a commit, by path; `''` is the root. */
  listFiles(commit: string, folder: string): Promise<readonly TreeEntry[]>
  /** A file at a commit, of a link where it leads; undefined where there is none, or something else, of that name. */
  readFile(commit: string, path: string): Promise<Uint8Array | undefined>
  /** Blobs in the order of their ids. */
  readBlobs<T>(ids: readonly string[], take: (content: Uint8Array, index: number) => T): Promise<readonly T[]>
  /** The ids that git would give to files of these bytes. */
  blobIds(contents: Iterable<Uint8Array>): Promise<readonly string[]>
  /** What differs between the trees of two commits below any of `folders`; files and folders may be named. */
  changes(from: string, to: string, folders: readonly string[]): Promise<readonly TreeChange[]>
  /** How a path, or what lies below it, changed along the first-parent history that ends at `commit`. */
  history(commit: string, path: string): Promise<Walk<PathChange>>
  /** The first-parent chain that ends at `commit`. */
  chain(commit: string): Promise<Walk<{ readonly commit: string; readonly committedAt: number }>>
  /**
   * The last first-parent commit, from `commit` back, that changed anything outside `folder`.
   *
   * @throws {ModelyardError} `shallow-clone` where the walk is cut off before one is found.
   */
  lastChangeOutside(commit: string, folder: string): Promise<string>
  /**
   * The best common ancestor; undefined where there is none.
   *
   * @throws {ModelyardError} `shallow-clone` where it may lie beyond the cut.
   */
  mergeBase(a: string, b: string): Promise<string | undefined>
  isShallow(): Promise<boolean>
  /** The names of all tags. */
  listTags(): Promise<readonly string[]>
  /**
   * Writes a commit and moves a branch to it. A crash leaves the branch where it was or at the new commit.
   *
   * @throws {ModelyardError} `moved-meanwhile` where the branch does not stand where it was expected;
   * `cannot-write` where the disk is full or read-only.
   */
  commit(request: CommitRequest): Promise<string>
  /** Moves, makes (`expected` undefined) or deletes (`to` undefined) a branch by compare-and-swap. */
  moveBranch(branch: string, to: string | undefined, expected: string | undefined): Promise<void>
  /**
   * Brings a branch of a remote; its commit, undefined where the remote has no such branch.
   *
   * @param remote - A URL, the name of a configured remote, or the path of a repository on disk.
   */
  fetch(remote: string, branch: string): Promise<string | undefined>
  /**
   * Sends a commit to a branch of a remote, by compare-and-swap.
   *
   * @throws {ModelyardError} `moved-meanwhile` where the remote branch does not stand at `expected`;
   * `remote-failed` where the remote cannot be reached.
   */
  push(remote: string, branch: string, commit: string, expected: string | undefined): Promise<void>
}

export interface WorkFile {
  readonly path: string
  readonly kind: 'file' | 'link' | 'repository' | 'other'
  readonly bytes: number
}

/** The files as they lie on disk. Paths are relative to the root and never leave it, links included. */
export interface Worktree {
  readonly root: string
  /** A merge, rebase or the like that is under way. */
  operation(): Promise<string | undefined>
  /** All files below a folder, by path, git's own excluded; a link is listed, not followed. */
  listFiles(folder: string): Promise<readonly WorkFile[]>
  /** Tracked files and those that are neither tracked nor ignored, by path. */
  visibleFiles(): Promise<readonly string[]>
  /** @throws {ModelyardError} `path-escape` where a link on the way leads out of the repository. */
  readFile(path: string): Promise<Uint8Array | undefined>
  /** Writes atomically: a crash leaves the old file or the new one. Makes folders on the way. */
  writeFile(path: string, content: Uint8Array): Promise<void>
  /** Tracked files that differ from the head, in the index or on disk; limited to `paths` where given. */
  modified(paths?: readonly string[]): Promise<readonly string[]>
  /**
   * Brings files and index from what commit `from` holds to what `to` holds, where they differ between the two.
   * A file that somebody changed is left alone.
   *
   * @param from - Undefined for an empty tree.
   * @returns The paths that were left alone.
   */
  follow(from: string | undefined, to: string): Promise<readonly string[]>
  /** A path as the user wrote it, from the folder they are in, as a path from the root; undefined outside of it. */
  pathFromRoot(userPath: string): string | undefined
}

export interface Hashed {
  readonly sha256: string
  readonly bytes: number
}

export interface HashedFile extends Hashed {
  /** Inside the folder, `/` between its parts; the file's own name where it is not in one. */
  readonly path: string
}

/** A file, or all files of a folder, wherever the user keeps them. */
export interface HashedPath {
  readonly isFolder: boolean
  /** By path. */
  readonly files: readonly HashedFile[]
}

/** Files by their bytes, outside git's care. Paths are as the user wrote them. */
export interface Artifacts {
  /** A path as the user wrote it, from the root of the file system. */
  place(userPath: string): string
  /** The SHA-256 of bytes. */
  hash(bytes: Uint8Array): string
  /**
   * Hashes a file or a folder as a stream.
   *
   * @throws {ModelyardError} `bad-artifact` where nothing is there, a folder is empty or holds a link.
   */
  hashPath(userPath: string): Promise<HashedPath>
  /** The first bytes of a file, at most `length`. */
  readHead(userPath: string, length: number): Promise<Uint8Array>
  readAll(userPath: string): Promise<Uint8Array>
  /** Writes a file of the user's atomically. */
  write(userPath: string, content: Uint8Array): Promise<void>
}

export type ColumnValues =
  /** NaN where the value is missing. */
  | { readonly kind: 'number'; readonly values: Float64Array }
  /** Codes into `words`; a missing value is the empty string. */
  | { readonly kind: 'text'; readonly codes: Uint32Array; readonly words: readonly string[] }

export interface Batch {
  /** The first row's number, from 0. */
  readonly start: number
  readonly rows: number
  /** In the order in which they were asked for. */
  readonly columns: readonly ColumnValues[]
}

export interface ColumnFacts {
  readonly name: string
  readonly kind: 'number' | 'text'
}

/** What a table holds, in figures. */
export interface TableSummary {
  readonly rows: number
  /** In their order; `missing` counts rows without a value. */
  readonly columns: readonly (ColumnFacts & { readonly missing: number })[]
}

export interface Tables {
  /** @throws {ModelyardError} `bad-data` where the file cannot be read. */
  summarize(path: string): Promise<TableSummary>
  /**
   * How many rows of the second file the first does not hold, and the other way round. Rows are compared by their values
   * in the columns that both have, numbers as numbers; a row that stands there twice is two.
   *
   * @throws {ModelyardError} `bad-data` where a file cannot be read.
   */
  compareRows(first: string, second: string): Promise<{ readonly added: number; readonly removed: number }>
  /**
   * The columns of a CSV or Parquet file in their order.
   *
   * @throws {ModelyardError} `bad-data` where it cannot be read.
   */
  columns(path: string): Promise<readonly ColumnFacts[]>
  /** How many rows a file holds. */
  countRows(path: string): Promise<number>
  /**
   * Reads columns in the file's order of rows.
   *
   * @throws {ModelyardError} `bad-data` where a column is missing, or text stands where a number is due.
   */
  read(path: string, columns: readonly ColumnFacts[], batchRows: number): AsyncIterable<Batch>
  /** The first text in a column that stands for no number; rows are counted from 1, the header not among them. */
  firstText(
    path: string,
    column: string,
  ): Promise<{ readonly row: number; readonly text: string } | undefined>
  /**
   * A number for each row, a whole one below 2^53, that rows of the same cells share in whatever file they stand. In
   * batches, in no order.
   *
   * @throws {ModelyardError} As `read`.
   */
  rowDigests(path: string, columns: readonly ColumnFacts[]): AsyncIterable<Float64Array>
  /**
   * Writes the rows as a CSV without one column, in their order; what is missing becomes nothing.
   *
   * @param to - Where nothing is yet.
   * @returns How many rows.
   * @throws {ModelyardError} `bad-data`; `cannot-write`.
   */
  writeWithout(path: string, column: string, to: string): Promise<number>
}

/** A value for one input tensor: columns side by side. */
export interface InputPlan {
  readonly name: string
  readonly datatype: string
  /** Sizes after the first; their product is the number of columns. */
  readonly rowShape: readonly number[]
  /** Positions in the batch's columns. */
  readonly columns: readonly number[]
}

/** What a model made of the rows. Class names are the model's own, as text. */
export interface Scores {
  readonly rows: number
  /** For classifiers: a row-major [rows, width] matrix. `classes` names its columns; empty where the file does not. */
  readonly probabilities?: {
    readonly classes: readonly string[]
    readonly values: Float32Array
    readonly width: number
  }
  readonly labels?: readonly string[]
  /** For regression: [rows]. */
  readonly values?: Float64Array
  /** How the memory of the process that ran the model was limited; undefined where none ran. */
  readonly memoryLimit?: MemoryLimit | undefined
}

/** `system`: the operating system refuses more. `watched`: whoever grows beyond it is killed. `none`: neither is possible. */
export type MemoryLimit = 'system' | 'watched' | 'none'

/** What a model may take, whoever made it; what is left out is as usual. */
export interface ScoringLimits {
  /** Of the process's address space; of its resident size where that is watched. Bytes. */
  readonly bytes?: number | undefined
  /** Until the model is loaded. */
  readonly loadSeconds?: number | undefined
  /** Until it answers for one batch. */
  readonly batchSeconds?: number | undefined
  /** For everything, reading the rows included. */
  readonly seconds?: number | undefined
}

export interface ScoringRequest {
  readonly model: Uint8Array
  /** May still be on its way: the engine starts meanwhile. */
  readonly inputs: readonly InputPlan[] | Promise<readonly InputPlan[]>
  readonly batches: AsyncIterable<Batch>
  readonly task: 'classification' | 'regression'
  readonly limits?: ScoringLimits | undefined
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((rows: number) => void) | undefined
}

/** What a model file asks for and gives, read from its bytes. */
export interface ModelDescription {
  readonly signature: Signature
  /** Operator sets by domain; the standard one is `ai.onnx`. */
  readonly opsets: Readonly<Record<string, number>>
  /** What the model's encoders know, by text input; one of which the graph does not tell is left out. */
  readonly knownWords?: ReadonlyMap<string, readonly string[]> | undefined
}

export interface Inference {
  /** Name and version of the engine. */
  readonly engine: string
  /**
   * Reads the signature of an ONNX model without running it.
   *
   * @throws {ModelyardError} `bad-artifact` where the bytes are no ONNX model.
   */
  describe(model: Uint8Array): Promise<ModelDescription>
  /**
   * Scores rows in a child process, within limits of time and memory.
   *
   * @throws {ModelyardError} `not-runnable` where the model cannot be loaded, fails on the rows or takes too much
   *   memory; `bad-artifact` where it keeps tensors in other files; `timed-out`.
   */
  score(request: ScoringRequest): Promise<Scores>
}

/** A model that is timed: what to feed it, and which of its outputs to fetch. */
export interface TimedModel {
  readonly model: Uint8Array
  readonly inputs: readonly InputPlan[]
  readonly task: ScoringRequest['task']
}

export interface TimingRequest {
  readonly models: readonly TimedModel[]
  /** The rows of all requests, one request after the other; the inputs' columns are positions in its columns. */
  readonly rows: Batch
  readonly rowsPerRequest: number
  readonly signal?: AbortSignal | undefined
}

/** Models that are loaded side by side in one child process, each in a session of its own. */
export interface LoadedModels {
  /**
   * Answers requests one after the other and times each by itself.
   *
   * @param turns - [n] positions of models and of requests.
   * @returns [n] milliseconds that the engine took; feeding and reading are not in them.
   * @throws {ModelyardError} `not-runnable` where a model fails on the rows or its process dies; `timed-out`.
   */
  time(turns: { readonly models: Uint32Array; readonly requests: Uint32Array }): Promise<Float64Array>
  close(): Promise<void>
}

export interface Stopwatch {
  /** @throws {ModelyardError} `not-runnable` where a model cannot be loaded; `missing-engine`; `timed-out`. */
  load(request: TimingRequest): Promise<LoadedModels>
}

export interface Call {
  readonly method: 'GET' | 'POST'
  readonly url: string
  /** JSON, or what should have been some. */
  readonly body?: string
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

/** What came back; that nothing did is an answer too, not an error. */
export type Reply =
  | {
      readonly is: 'answer'
      readonly status: number
      /** The media type without its parameters, lower case; empty where there is none. */
      readonly contentType: string
      readonly text: string
    }
  | {
      readonly is: 'nothing'
      /** `redirected`: to another host, which was not asked. `cut`: the connection ended within the answer. */
      readonly why: 'timed-out' | 'too-large' | 'redirected' | 'unreachable' | 'cut'
      readonly detail: string
    }

/** A model behind HTTP. */
export interface Endpoint {
  /**
   * Sends one request.
   *
   * @throws {ModelyardError} `bad-input` where the address is none of http or https; `interrupted`.
   */
  call(call: Call): Promise<Reply>
  /**
   * Asks again and again until an address answers with a status below 400.
   *
   * @param abandon - Settles when there is no more use in waiting.
   * @returns Whether it answered in time.
   */
  waitFor(
    url: string,
    timeoutMs: number,
    abandon: Promise<unknown>,
    signal?: AbortSignal | undefined,
  ): Promise<boolean>
}

/** What a command may use. */
/** A chart as people see it. */
export interface Picture {
  readonly svg: string
  readonly png: Uint8Array
}

export interface Charts {
  /**
   * Draws a Vega-Lite specification that holds its own data.
   *
   * @throws {ModelyardError} `missing-engine` where what draws is not installed.
   */
  draw(specification: Readonly<Record<string, unknown>>): Promise<Picture>
}

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
  /** A port of this machine that nobody listens on now. */
  freePort(): Promise<number>
}
