import { ModelyardError, suggestion } from '../src/domain/errors/index.ts'
import { coerce, splitList } from '../src/doors/coerce.ts'
import type { CommandDefinition, FlagDefinition } from '../src/doors/definition.ts'

const TOKEN = 'token'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The inputs of a step by their keys, as the runner hands them over: in `INPUT_*`, an empty text where nothing was
 * given, `required` not enforced. A list has a value on each line.
 *
 * @throws {ModelyardError} `bad-input` that names the input.
 */
export function readInputs(command: CommandDefinition, environment: Environment): Map<string, unknown> {
  refuseUnknown(command, environment)
  const values = new Map<string, unknown>()
  for (const input of command.flags) {
    const text = environment[variableOf(input.flag)]?.trim() ?? ''
    if (text !== '') values.set(input.input, inputValue(input, text))
  }
  const missing = command.flags.filter(({ required, input }) => required && !values.has(input))
  if (missing.length === 0) return values
  const names = missing.map(({ flag }) => flag)
  throw badInput(`the Action needs ${names.join(' and ')}`, `write under \`with:\` a line \`${names[0]}: …\``)
}

/** The token that the step was given; it is no input of the command. */
export function readToken(environment: Environment): string | undefined {
  return environment[variableOf(TOKEN)]?.trim() || undefined
}

/** As the runner does it: only spaces change, hyphens stay. */
function variableOf(name: string): string {
  return `INPUT_${name.toUpperCase()}`
}

/** The runner only warns of a name that is not declared, and what was meant by it would silently not be done. */
function refuseUnknown({ name, flags, asksGitHub }: CommandDefinition, environment: Environment): void {
  const known = [...flags.map(({ flag }) => flag), ...(asksGitHub ? [TOKEN] : [])]
  const variables = known.map(variableOf)
  const stray = Object.keys(environment).find(
    variable => variable.startsWith('INPUT_') && !variables.includes(variable),
  )
  if (stray === undefined) return
  const written = stray.slice('INPUT_'.length).toLowerCase()
  throw badInput(`\`${written}\` is no input of the Action ${name}`, suggestion(written, known))
}

function inputValue(input: FlagDefinition, text: string): unknown {
  if (input.kind !== 'list') return converted(input, text)
  const lines = text.split(/\r?\n/).map(line => line.trim())
  return lines.filter(line => line !== '').flatMap(line => splitList(input, line))
}

function converted(input: FlagDefinition, text: string): unknown {
  const coerced = coerce(input, text)
  if ('value' in coerced) return coerced.value
  const { complaint, instead = input.kind === 'boolean' ? 'true' : undefined } = coerced
  const next =
    instead === undefined
      ? `choose one of ${input.values?.join(', ')}`
      : `write \`${input.flag}: ${instead}\``
  throw badInput(`the input ${input.flag} ${complaint}`, next)
}

function badInput(message: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-input', message, next })
}
