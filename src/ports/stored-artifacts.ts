/** Where bytes lie that are not in the repository: in a release of it, in Git LFS, or at an address of the web. */
export type StoredAt =
  | { readonly is: 'release'; readonly tag: string; readonly name: string }
  | { readonly is: 'lfs' }
  | { readonly is: 'web'; readonly url: string }

/** Which bytes are meant: no others are ever taken for them. */
export interface KnownBytes {
  readonly sha256: string
  readonly bytes: number
}

/** Artifacts that do not lie in the repository. What was brought once is kept in git's own folder, by its digest. */
export interface StoredArtifacts {
  /**
   * Brings a file, as a stream, and no more of it than `bytes`.
   *
   * @returns Where it lies on this machine, hashed just now.
   * @throws {ModelyardError} `digest-mismatch` where other bytes lie there; `bad-artifact` where nothing does, or the
   *   address leads where nothing is fetched from; `no-github`, `missing-permission`, `remote-failed`, `timed-out`.
   */
  bring(at: StoredAt, wanted: KnownBytes): Promise<string>
  /**
   * Makes sure that a file of this machine lies there too. The same bytes are left, and what an earlier attempt left
   * half done is made anew.
   *
   * @throws {ModelyardError} `digest-mismatch` where other bytes lie there already; otherwise as `bring`.
   */
  store(path: string, known: KnownBytes, at: Exclude<StoredAt, { is: 'web' }>): Promise<'stored' | 'there'>
  /** Keeps a file of this machine as if it had been brought. */
  keep(path: string, known: KnownBytes, at: StoredAt): Promise<void>
}

/** A place that artifacts come from: what adapters give, each for one kind of place. */
export interface ByteSource<At extends StoredAt> {
  /**
   * Begins to read; what is known of the bytes there before, as their length, is held against what is wanted.
   *
   * @throws {ModelyardError} As {@link StoredArtifacts.bring}, also while it is read.
   */
  open(at: At, wanted: KnownBytes): Promise<AsyncIterable<Uint8Array>>
}

/** A place that takes artifacts, too. */
export interface ByteStore<At extends StoredAt> extends ByteSource<At> {
  store(path: string, known: KnownBytes, at: At): Promise<'stored' | 'there'>
}
