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
