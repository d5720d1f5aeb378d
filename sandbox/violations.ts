/**
 * `request`, `answer`: differs from GitHub's description. `route`: the sandbox has no such call. `permission`: the token
 * was not granted it. `graphql`: a document that the schema refuses, or a field that nothing resolves. `bug`: the sandbox
 * itself failed. `version`: a request that names no version of the REST API. `fault`: one that no call has met.
 */
export type ViolationKind =
  | 'request'
  | 'answer'
  | 'route'
  | 'permission'
  | 'graphql'
  | 'version'
  | 'bug'
  | 'fault'

export interface Violation {
  readonly kind: ViolationKind
  /** The operation id, the GraphQL operation's name, or method and path. */
  readonly call: string
  readonly message: string
}

/** @throws {Error} that names every violation. */
export function refuseViolations(violations: readonly Violation[]): void {
  if (violations.length === 0) return
  throw new Error(
    `the sandbox objects:\n${violations.map(({ kind, call, message }) => `${kind}: ${call}: ${message}`).join('\n')}`,
  )
}
