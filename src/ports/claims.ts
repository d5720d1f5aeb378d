/** A claim that is held. */
export interface Claim {
  /** Gives it back, so that others need not wait until it runs out. */
  release(): Promise<void>
}

/**
 * Claims on work in a repository that only one process may do at a time, by git's own compare-and-swap. Calls throw as those
 * of `Checks`.
 */
export interface Claims {
  /**
   * Takes the claim, or takes it over: from a process of the same name, which is this one before it was started again,
   * and from one that holds it longer than any work takes.
   *
   * @param commit - Of the repository, with its tree: what the claim is put on top of.
   * @returns Undefined where another process has it.
   */
  take(name: string, commit: { readonly id: string; readonly tree: string }): Promise<Claim | undefined>
}
