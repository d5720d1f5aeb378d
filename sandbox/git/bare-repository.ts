/** A bare repository on disk. All that is known of it is in there: nothing is cached. */
export interface BareRepository {
  /** Absolute path of its folder. */
  readonly dir: string
}
