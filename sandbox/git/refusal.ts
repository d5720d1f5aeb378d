/**
 * Why a repository refuses. `malformed`: a path, a name or a message that GitHub does not take. `not-found`: no such
 * object, ref or path. `exists`: the ref is already there. `moved`: the ref points elsewhere than the caller believes.
 * `not-fast-forward`: it would lose commits and was not forced. `conflict`: two sides cannot be merged by themselves.
 * `unrelated`: they share no commit. `nothing-to-do`: the branch has it all already.
 */
export type RefusalCode =
  | 'malformed'
  | 'not-found'
  | 'exists'
  | 'moved'
  | 'not-fast-forward'
  | 'conflict'
  | 'unrelated'
  | 'nothing-to-do'

/** What a caller asked for and cannot have; its message is in GitHub's words where these are known. */
export class GitRefusal extends Error {
  readonly code: RefusalCode
  override readonly name = 'GitRefusal'

  constructor(code: RefusalCode, message: string) {
    super(message)
    this.code = code
  }
}
