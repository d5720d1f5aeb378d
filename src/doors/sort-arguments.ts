import { ModelyardError, nearest } from '../domain/errors/index.ts'
import { coerce, splitList } from './coerce.ts'
import type { CommandDefinition, FlagDefinition } from './definition.ts'

/** How a door writes a command, and what it takes beside the command's own flags. */
export interface Writing {
  /** As people write it there, e.g. `modelyard promote` or `/promote`. */
  readonly called: string
  /** Where they read more. */
  readonly help: string
  readonly also: readonly FlagDefinition[]
}

/**
 * Sorts a command's arguments into its inputs. Text is turned into numbers and truth values only where the whole of
 * it is one.
 *
 * @throws {ModelyardError} `bad-input` that names the flag, with the nearest one there is.
 */
export function sortArguments(
  command: CommandDefinition,
  args: readonly string[],
  writing: Writing,
): ReadonlyMap<string, unknown> {
  const flags = new Map([...command.flags, ...writing.also].map(flag => [flag.flag, flag]))
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
    const { flag, negated } = findFlag(command, flags, name, arg, writing)
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
  placePositional(command, positional, values, writing)
  return values
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
  { help }: Writing,
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
    near === undefined ? `see ${help}` : `did you mean --${near}?`,
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
  { called, help }: Writing,
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
        next: `write it as: ${called} ${places.map(place => place.flag.toUpperCase()).join(' ')}`,
      })
    }
    put(values, flag, convert(flag, text), flag.flag)
  }
  const missing = command.flags.filter(flag => flag.required && !values.has(flag.input))
  if (missing.length === 0 || values.get('help') === true) return
  const shown = missing.map(({ flag, input }) =>
    command.positional.includes(input) ? flag.toUpperCase() : `--${flag}`,
  )
  throw new ModelyardError({
    code: 'bad-input',
    message: `${command.name} needs ${shown.join(' and ')}`,
    next: `see ${help}`,
  })
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
