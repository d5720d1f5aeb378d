import { ModelyardError, nearest } from '../src/domain/errors/index.ts'
import { coerce, splitList } from '../src/doors/coerce.ts'
import type { CommandDefinition, FlagDefinition } from '../src/doors/definition.ts'

/** How the answer is printed: taken out of the arguments before a command sees them. */
export interface OutputOptions {
  readonly format: 'text' | 'markdown' | 'json'
  /** A file that gets the answer as Markdown. */
  readonly report: string | undefined
  /** A folder that gets the answer's charts, in light and dark. */
  readonly charts: string | undefined
  readonly help: boolean
}

export interface ParsedArguments {
  /** By the input's key. */
  readonly values: ReadonlyMap<string, unknown>
  readonly output: OutputOptions
}

export const OUTPUT_FLAGS: readonly FlagDefinition[] = [
  { flag: 'json', input: 'json', kind: 'boolean', required: false, description: 'Print one JSON document.' },
  {
    flag: 'format',
    input: 'format',
    kind: 'text',
    required: false,
    values: ['text', 'markdown', 'json'],
    fallback: 'text',
    description: 'How to print the answer.',
  },
  {
    flag: 'report',
    input: 'report',
    kind: 'text',
    required: false,
    description: 'Write the answer to this file as Markdown, too.',
  },
  {
    flag: 'charts',
    input: 'charts',
    kind: 'text',
    required: false,
    description: 'Draw the charts of the answer into this folder, light and dark.',
  },
  { flag: 'help', input: 'help', kind: 'boolean', required: false, description: 'Show this help.' },
]

/**
 * Sorts a command's arguments into its inputs. Text is turned into numbers and truth values only where the whole of
 * it is one.
 *
 * @throws {ModelyardError} `bad-input` that names the flag, with the nearest one there is.
 */
export function parseArguments(command: CommandDefinition, args: readonly string[]): ParsedArguments {
  const flags = new Map([...command.flags, ...OUTPUT_FLAGS].map(flag => [flag.flag, flag]))
  const values = new Map<string, unknown>()
  const positional: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string
    if (arg === '--') {
      positional.push(...args.slice(at + 1))
      break
    }
    if (!/^(?:--|-[A-Za-z])/.test(arg)) {
      positional.push(arg)
      continue
    }
    const { name, inline } = splitFlag(arg)
    const { flag, negated } = findFlag(command, flags, name, arg)
    if (flag.kind === 'boolean') {
      if (inline !== undefined && inline !== 'true' && inline !== 'false')
        throw badFlag(arg, 'is either there or not, and takes no value', `write --${flag.flag}`)
      put(values, flag, (inline !== 'false') !== negated, arg)
      continue
    }
    if (inline === undefined) at += 1
    const value = inline ?? args[at]
    if (value === undefined) throw badFlag(arg, 'needs a value', `write --${flag.flag} ${placeholder(flag)}`)
    // A forgotten value must not swallow the flag that follows.
    if (inline === undefined && value.startsWith('--'))
      throw badFlag(
        arg,
        `needs a value before ${value}`,
        `write --${flag.flag}=${value} if that is its value`,
      )
    put(values, flag, convert(flag, value), arg)
  }
  placePositional(command, positional, values)
  return { values: withoutOutput(values), output: outputOf(values) }
}

function splitFlag(arg: string): { readonly name: string; readonly inline: string | undefined } {
  const at = arg.indexOf('=')
  const name = (at < 0 ? arg : arg.slice(0, at)).replace(/^--?/, '')
  return { name: SHORT[arg] ?? name, inline: at < 0 ? undefined : arg.slice(at + 1) }
}

const SHORT: Readonly<Record<string, string>> = { '-h': 'help' }

function findFlag(
  command: CommandDefinition,
  flags: ReadonlyMap<string, FlagDefinition>,
  name: string,
  arg: string,
): { readonly flag: FlagDefinition; readonly negated: boolean } {
  const flag = flags.get(name)
  if (flag !== undefined) return { flag, negated: false }
  const positive = name.startsWith('no-') ? flags.get(name.slice(3)) : undefined
  if (positive?.negatable) return { flag: positive, negated: true }
  const names = [...flags.values()].map(({ flag: known, negatable }) => (negatable ? `no-${known}` : known))
  const near = nearest(name, names)
  throw badFlag(
    arg.split('=')[0] ?? arg,
    `is not a flag of ${command.name}`,
    near === undefined ? `see modelyard ${command.name} --help` : `did you mean --${near}?`,
  )
}

function put(values: Map<string, unknown>, flag: FlagDefinition, value: unknown, arg: string): void {
  if (flag.kind === 'list') {
    const present = (values.get(flag.input) as unknown[] | undefined) ?? []
    values.set(flag.input, [...present, ...splitList(flag, String(value))])
    return
  }
  if (values.has(flag.input)) throw badFlag(arg.split('=')[0] ?? arg, 'stands twice', 'keep one of the two')
  values.set(flag.input, value)
}

function convert(flag: FlagDefinition, text: string): unknown {
  const coerced = coerce(flag, text)
  if ('value' in coerced) return coerced.value
  const { complaint, instead } = coerced
  throw badFlag(`--${flag.flag}`, complaint, wayOut(flag, instead))
}

function wayOut({ flag, values }: FlagDefinition, instead: string | undefined): string {
  if (values === undefined) return `write --${flag} ${instead}`
  return instead === undefined ? `choose one of ${values.join(', ')}` : `did you mean ${instead}?`
}

function placePositional(
  command: CommandDefinition,
  positional: readonly string[],
  values: Map<string, unknown>,
): void {
  const places = command.positional.map(
    input => command.flags.find(flag => flag.input === input) as FlagDefinition,
  )
  for (const [index, text] of positional.entries()) {
    const flag = places[index]
    if (flag === undefined) {
      throw new ModelyardError({
        code: 'bad-input',
        message: `\`${text}\` is one argument too many for ${command.name}`,
        next: `write it as: modelyard ${command.name} ${places.map(place => place.flag.toUpperCase()).join(' ')}`,
      })
    }
    put(values, flag, convert(flag, text), flag.flag)
  }
  const help = outputOf(values).help
  const missing = command.flags.filter(flag => flag.required && !values.has(flag.input))
  if (missing.length === 0 || help) return
  const shown = missing.map(({ flag, input }) =>
    command.positional.includes(input) ? flag.toUpperCase() : `--${flag}`,
  )
  throw new ModelyardError({
    code: 'bad-input',
    message: `${command.name} needs ${shown.join(' and ')}`,
    next: `see modelyard ${command.name} --help`,
  })
}

function outputOf(values: ReadonlyMap<string, unknown>): OutputOptions {
  const format = values.get('json') === true ? 'json' : (values.get('format') ?? 'text')
  return {
    format: format as OutputOptions['format'],
    report: values.get('report') as string | undefined,
    charts: values.get('charts') as string | undefined,
    help: values.get('help') === true,
  }
}

function withoutOutput(values: ReadonlyMap<string, unknown>): Map<string, unknown> {
  return new Map([...values].filter(([input]) => !OUTPUT_FLAGS.some(flag => flag.input === input)))
}

export function placeholder({ kind, values, flag }: FlagDefinition): string {
  if (values !== undefined) return values.join('|')
  if (kind === 'integer' || kind === 'number') return 'N'
  if (flag === 'charts') return 'FOLDER'
  return flag === 'report' || flag === 'data' ? 'FILE' : 'TEXT'
}

function badFlag(flag: string, what: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-input', message: `${flag} ${what}`, next })
}
