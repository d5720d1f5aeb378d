import type * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import { explain } from '../domain/registry/explain.ts'
import type { Result } from '../domain/results/index.ts'
import type { Ports } from '../ports.ts'

/** GitHub's permission that a person needs; at a terminal the file system decides. */
export type Permission = 'read' | 'write' | 'maintain'
export type Door = 'action' | 'cli' | 'slash'

export interface Example {
  readonly command: string
  readonly does: string
}

/** What every door needs to know of a command: flags, Action inputs, slash commands and help are made from it. */
export interface CommandFacts<S extends z.ZodMiniObject = z.ZodMiniObject> {
  readonly name: string
  /** One line, ending in a full stop. */
  readonly summary: string
  /** What the one line leaves open. */
  readonly details?: string
  /** Inputs that may stand without their names, in this order. */
  readonly positional: readonly (keyof z.input<S> & string)[]
  readonly examples: readonly [Example, ...Example[]]
  readonly permission: Permission
  readonly doors: readonly Door[]
  /**
   * At the slash door: the inputs that a comment may give beside the places. What is about files of a checkout, or goes past
   * a review, is none of them.
   */
  readonly inComments?: readonly (keyof z.input<S> & string)[]
  /**
   * Whether it speaks to GitHub, if only to fetch an artifact that lies there: its Action then takes a token. Tokens belong
   * to the door, and are no input.
   */
  readonly asksGitHub?: true
  /** Branches that it reads beside the one that is asked about, where a copy has them. */
  readonly alsoReads?: readonly string[]
  readonly input: S
  /** The kinds of result that it answers with. */
  readonly results: readonly Result['kind'][]
}

/** How a long measurement can be watched and stopped. */
export interface Watch {
  readonly signal?: AbortSignal | undefined
  /** What is being done, and how much of it is done, from 0 to 1 where that is known. */
  readonly progress?: ((step: string, share?: number) => void) | undefined
}

/** Reads facts, plans purely, applies: what would happen can be shown before it does. */
export interface Change<S extends z.ZodMiniObject, Facts, Plan, R extends Result> extends CommandFacts<S> {
  readonly shape: 'change'
  read(input: z.output<S>, ports: Ports): Promise<Facts>
  plan(input: z.output<S>, facts: Facts): Plan
  apply(plan: Plan, ports: Ports): Promise<R>
}

/** Looks and answers; what it writes is evidence alone. */
export interface Measurement<S extends z.ZodMiniObject, R extends Result> extends CommandFacts<S> {
  readonly shape: 'measurement'
  run(input: z.output<S>, ports: Ports, watch: Watch): Promise<R>
}

export interface Command extends CommandFacts {
  execute(rawInput: unknown, ports: Ports, watch: Watch): Promise<Result>
}

export function defineChange<S extends z.ZodMiniObject, Facts, Plan, R extends Result>(
  command: Omit<Change<S, Facts, Plan, R>, 'shape'>,
): Change<S, Facts, Plan, R> & Command {
  return {
    ...command,
    shape: 'change',
    async execute(rawInput, ports, { signal }) {
      const input = parseInput(command, rawInput)
      const plan = command.plan(input, await command.read(input, ports))
      // Up to here nothing was changed; from here on it is done to the end.
      if (signal?.aborted) throw interrupted()
      return command.apply(plan, ports)
    },
  }
}

export function defineMeasurement<S extends z.ZodMiniObject, R extends Result>(
  command: Omit<Measurement<S, R>, 'shape'>,
): Measurement<S, R> & Command {
  return {
    ...command,
    shape: 'measurement',
    execute: async (rawInput, ports, watch) => command.run(parseInput(command, rawInput), ports, watch),
  }
}

function parseInput<S extends z.ZodMiniObject>(
  { name, input }: CommandFacts<S>,
  rawInput: unknown,
): z.output<S> {
  const result = input.safeParse(rawInput)
  if (result.success) return result.data
  const [complaint] = explain(input, rawInput, result.error.issues)
  throw new ModelyardError({
    code: 'bad-input',
    message: complaint?.message ?? 'the input does not fit',
    next: `see modelyard ${name} --help`,
  })
}

function interrupted(): ModelyardError {
  return new ModelyardError({
    code: 'interrupted',
    message: 'it was interrupted; nothing was changed',
    next: 'run the command again',
  })
}
