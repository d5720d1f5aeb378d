import * as z from 'zod/mini'
import { ERROR_CODES, type ErrorCode, ModelyardError } from './errors/index.ts'

const Code = z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]])

export const PlaceFacts = z.strictObject({
  path: z.string(),
  line: z.optional(z.int()),
  column: z.optional(z.int()),
})

/** Something wrong in the registry: what, where, and what to do. `warning`: worth mending, breaks nothing. */
export const Problem = z.strictObject({
  severity: z.enum(['error', 'warning']),
  code: Code,
  place: PlaceFacts,
  message: z.string(),
  next: z.string(),
})
export type Problem = z.infer<typeof Problem>

/** Why a change is refused: what stands against it, and what would have to change. */
export const Reason = z.strictObject({ message: z.string(), next: z.string() })
export type Reason = z.infer<typeof Reason>

export function isError(problem: Problem): boolean {
  return problem.severity === 'error'
}

/** The first error among `problems` as an error to throw; warnings do not stop anything. */
export function firstError(problems: readonly Problem[]): ModelyardError | undefined {
  const problem = problems.find(isError)
  if (problem === undefined) return undefined
  const { path, line, column } = problem.place
  return new ModelyardError({
    code: problem.code,
    message: problem.message,
    next: problem.next,
    place: { path, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) },
  })
}
