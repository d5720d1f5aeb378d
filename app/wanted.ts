import { ModelyardError, nearest } from '../src/domain/errors/index.ts'
import type { CommentDefinition } from '../src/doors/definition.ts'
import { isForUs, parseComment } from '../src/doors/parse-comment.ts'
import { sortArguments } from '../src/doors/sort-arguments.ts'
import type { SaidComment } from '../src/ports.ts'
import { DEFINITIONS } from './definitions.generated.ts'

/** What a comment wants of us. */
export type Wanted =
  /** Undefined: of all commands. */
  | { readonly is: 'help'; readonly of: CommentDefinition | undefined }
  | {
      readonly is: 'command'
      readonly definition: CommentDefinition
      readonly values: Readonly<Record<string, unknown>>
    }
  | { readonly is: 'mistake'; readonly error: ModelyardError }

const HELP = 'help'

/**
 * Reads what a comment wants: a new one, by a person. A word that no command has is only a mistake where it is near one, or
 * where the comment says that it is for us: other bots have their words, too.
 */
export function wantedIn({ body, author, isEdited }: SaidComment): Wanted | undefined {
  const asked = parseComment(body)
  if (asked === undefined || author === undefined || author.isBot) return undefined
  const { name, args, reason } = asked
  const known = DEFINITIONS.find(command => command.name === name)
  if (known === undefined && name !== HELP && !isForUs(body)) return nearMiss(name)
  // What stands there now may be somebody else's words, and others may have read what stood there before.
  if (isEdited) return mistake('this comment was edited after it was written', 'write it as a new comment')
  if (name === HELP || name === '') return helpOn(args[0])
  if (known === undefined) return nearMiss(name) ?? mistake(`there is no command /${name}`, 'see /help')
  try {
    const called = `/${name}`
    const values = new Map(sortArguments(known, args, { called, help: `/help ${name}`, also: [] }))
    const isReasoned = known.flags.some(({ input }) => input === 'reason') && !values.has('reason')
    if (isReasoned && reason !== undefined) values.set('reason', reason.slice(0, 10_000))
    return { is: 'command', definition: known, values: Object.fromEntries(values) }
  } catch (error) {
    if (error instanceof ModelyardError) return { is: 'mistake', error }
    throw error
  }
}

function helpOn(word: string | undefined): Wanted {
  const name = word?.replace(/^\//, '')
  const of = DEFINITIONS.find(command => command.name === name)
  if (name === undefined || of !== undefined) return { is: 'help', of }
  return nearMiss(name) ?? mistake(`there is no command /${name}`, 'see /help')
}

/** Of short words too many are near one of ours. */
function nearMiss(name: string): Wanted | undefined {
  const near = name.length < 4 ? undefined : nearest(name, [...DEFINITIONS.map(one => one.name), HELP])
  return near === undefined ? undefined : mistake(`there is no command /${name}`, `did you mean /${near}?`)
}

function mistake(message: string, next: string): Wanted {
  return { is: 'mistake', error: new ModelyardError({ code: 'unknown-command', message, next }) }
}
