/** A status check that has to succeed before a merge. */
export interface RequiredCheck {
  readonly context: string
  /** The id of the only App whose word counts; undefined where anybody's does. */
  readonly source?: number | undefined
}

/** What GitHub demands before a branch moves: of several rules the strictest. */
export interface RulesInForce {
  readonly is: 'rules'
  /** Approvals of people who may write. */
  readonly approvals: number
  /** A code owner of every changed file that has one approves. */
  readonly codeOwnerReview: boolean
  /** New commits dismiss the approvals of older ones. */
  readonly dismissStale: boolean
  /** Somebody else than who pushed last approves. */
  readonly lastPushApproval: boolean
  readonly checks: readonly RequiredCheck[]
  /** Why more than this may be demanded; undefined where it is all. */
  readonly hidden: string | undefined
}

export interface UnreadableRules {
  readonly is: 'unreadable'
  /** A sentence without its full stop. */
  readonly why: string
}

/** Which checks a branch requires, and of whom. */
export interface GateRules {
  /**
   * The rules that require a check of this name before a merge to the branch, as far as the token may read them; none
   * where nothing does. Classic protection is asked only where no ruleset names a source.
   *
   * @throws {ModelyardError} As `BranchRules.effective`.
   */
  requiring(context: string, branch: string): Promise<readonly RequiredCheck[] | UnreadableRules>
}

export interface BranchRules {
  /**
   * What the rulesets and the classic protection of a branch demand, as far as the token may read them.
   *
   * @param branch - Its short name; left out: the branch that the pull request of this run goes to.
   * @throws {ModelyardError} `rate-limited`, `remote-failed`, `timed-out`, `no-github`.
   */
  effective(branch?: string): Promise<RulesInForce | UnreadableRules>
}
