/** One input of a command as the command line takes it. */
export interface FlagDefinition {
  /** Without its hyphens: `dry-run`. */
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

/** A command as the command line knows it before its code is loaded. */
export interface CommandDefinition {
  readonly name: string
  readonly summary: string
  /** Flags that may stand without their names, in this order. */
  readonly positional: readonly string[]
  readonly flags: readonly FlagDefinition[]
}
