import type { LoggedCall } from '../../sandbox/exchange.ts'

/** Which of the calls of a name. */
export interface NamedCall {
  readonly of: string
  readonly skipping: number
}

/** As a fault finds it: git's own calls meet none. */
export function nameOf({ operationId, route }: LoggedCall): string {
  return operationId ?? route
}

/** The calls that a fault can meet. */
export function faultable(log: readonly LoggedCall[]): readonly LoggedCall[] {
  return log.filter(({ route }) => !route.startsWith('git-'))
}

/**
 * Each call by how many of its name precede it: two looks at a repository may take turns otherwise in the next run, and a
 * sweep may come in between.
 */
export function targetsOf(calls: readonly LoggedCall[]): NamedCall[] {
  const names = calls.map(nameOf)
  return names.map((of, at) => ({ of, skipping: names.slice(0, at).filter(name => name === of).length }))
}
