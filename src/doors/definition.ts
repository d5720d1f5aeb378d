/** One input of a command as a door takes it: a flag at a terminal, an input of an Action. */
export interface FlagDefinition {
  /** Its name outside, in kebab-case: `dry-run`. */
  readonly flag: string
  /** The input's key: `dryRun`. */
  readonly input: string
  readonly kind: 'boolean' | 'text' | 'integer' | 'number' | 'list'
  readonly description: string
  readonly required: boolean
  readonly values?: readonly string[]
  readonly fallback?: string
  /** Whether it is on unless `--no-…` says otherwise. */
  readonly negatable?: boolean
}

/** A command as a door knows it before its code is loaded. */
export interface CommandDefinition {
  readonly name: string
  readonly summary: string
  /** Inputs that may stand without their names at a terminal, in this order. */
  readonly positional: readonly string[]
  readonly flags: readonly FlagDefinition[]
  /** Whether it speaks to GitHub. */
  readonly asksGitHub?: true
}

/** A command as comments on GitHub ask for it. */
export interface CommentDefinition extends CommandDefinition {
  /** GitHub's permission that whoever asks needs. */
  readonly permission: 'read' | 'write' | 'maintain'
  /** What its summary leaves open; may be empty. */
  readonly details: string
  /** E.g. `MODEL VERSION [STAGE]`. */
  readonly usage: string
}
