import * as z from 'zod/mini'
import { OUTPUT_FLAGS } from '../../cli/parse-arguments.ts'
import type { CommandFacts } from '../../src/commands/define.ts'
import type { CommandDefinition, CommentDefinition, FlagDefinition } from '../../src/doors/definition.ts'
import { placeholder } from '../../src/doors/sort-arguments.ts'

type JsonSchema = z.core.JSONSchema.BaseSchema

/** The command line's view of a command, made from its definition. */
export function definitionOf(command: CommandFacts): CommandDefinition & { readonly help: string } {
  const schema = z.toJSONSchema(command.input, { io: 'input' }) as JsonSchema
  const required = new Set(schema.required ?? [])
  const flags = Object.entries(schema.properties ?? {}).map(([input, field]) =>
    flagOf(input, field as JsonSchema, required.has(input)),
  )
  const definition = {
    name: command.name,
    summary: command.summary,
    positional: [...command.positional],
    flags,
    ...(command.asksGitHub ? { asksGitHub: true as const } : {}),
  }
  return { ...definition, help: helpOf(command, definition) }
}

/** What comments may ask for; undefined where the command has no such door. */
export function commentDefinitionOf(command: CommandFacts): CommentDefinition | undefined {
  if (!command.doors.includes('slash')) return undefined
  const { help: _help, ...called } = definitionOf(command)
  // What a comment is written on is named by that.
  const flags = called.flags.map(flag => (flag.input === 'issue' ? { ...flag, required: false } : flag))
  const definition = { ...called, flags }
  const asked = [...command.positional, ...(command.inComments ?? [])]
  return {
    ...definition,
    flags: definition.flags.filter(({ input }) => asked.includes(input)),
    permission: command.permission,
    details: command.details?.replaceAll('\n', ' ') ?? '',
    usage: usageOf(definition),
  }
}

/** The one translation between our camelCase and the kebab-case outside. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}

function flagOf(input: string, field: JsonSchema, required: boolean): FlagDefinition {
  const { description, type } = field
  if (description === undefined) throw new Error(`the input ${input} has no description`)
  const values = field.enum?.map(String)
  const fallback = field.default
  const negatable = type === 'boolean' && fallback === true
  return {
    flag: kebabCase(input),
    input,
    kind: kindOf(type),
    description,
    required,
    ...(values === undefined ? {} : { values }),
    ...(fallback === undefined || type === 'boolean' || type === 'array'
      ? {}
      : { fallback: String(fallback) }),
    ...(negatable ? { negatable } : {}),
  }
}

function kindOf(type: JsonSchema['type']): FlagDefinition['kind'] {
  switch (type) {
    case 'boolean':
    case 'integer':
    case 'number':
      return type
    case 'array':
      return 'list'
    case 'string':
      return 'text'
    default:
      throw new Error(`no flag can take an input of the kind ${String(type)}`)
  }
}

const WIDTH = 100

/** Of the one command that has no definition: it prints what is made from all the others. */
export const COMPLETIONS_HELP = `modelyard completions: Print completions for bash, zsh or fish.

Usage: modelyard completions bash|zsh|fish

Examples
  source <(modelyard completions bash)
      completes commands, flags and models in this shell; in ~/.bashrc, in every one
  modelyard completions zsh > "\${fpath[1]}/_modelyard"
      the same for zsh
  modelyard completions fish > ~/.config/fish/completions/modelyard.fish
      the same for fish
`

function helpOf(command: CommandFacts, { name, positional, flags }: CommandDefinition): string {
  const places = positional.map(input => flags.find(flag => flag.input === input) as FlagDefinition)
  const usage = usageOf({ positional, flags })
  const named = [...flags.filter(({ input }) => !positional.includes(input)), ...OUTPUT_FLAGS]
  return [
    `modelyard ${name}: ${command.summary}`,
    `Usage: modelyard ${name}${usage === '' ? '' : ` ${usage}`} [flags]`,
    ...(command.details === undefined ? [] : [command.details]),
    ...(places.length === 0
      ? []
      : [`Arguments\n${columns(places.map(flag => [flag.flag.toUpperCase(), describe(flag)]))}`]),
    `Flags\n${columns(named.map(flag => [flagText(flag), describe(flag)]))}`,
    `Examples\n${command.examples.map(example => `  ${example.command}\n      ${example.does}`).join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n')
}

function usageOf({ positional, flags }: Pick<CommandDefinition, 'positional' | 'flags'>): string {
  return positional
    .map(input => flags.find(flag => flag.input === input) as FlagDefinition)
    .map(({ flag, required }) => (required ? flag.toUpperCase() : `[${flag.toUpperCase()}]`))
    .join(' ')
}

function flagText(flag: FlagDefinition): string {
  if (flag.kind === 'boolean') return `--${flag.negatable ? 'no-' : ''}${flag.flag}`
  return `--${flag.flag} ${placeholder(flag)}`
}

function describe({ description, fallback }: FlagDefinition): string {
  return fallback === undefined ? description : `${description} Default: ${fallback}.`
}

/** Two columns; the second is wrapped. */
export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.min(30, Math.max(...rows.map(([name]) => name.length)))
  return rows
    .flatMap(([name, text]) => {
      const lines = wrap(text, WIDTH - width - 4)
      const first =
        name.length > width
          ? [`  ${name}`, `  ${' '.repeat(width)}  ${lines[0]}`]
          : [`  ${name.padEnd(width)}  ${lines[0]}`]
      return [...first, ...lines.slice(1).map(line => `  ${' '.repeat(width)}  ${line}`)]
    })
    .join('\n')
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** The help of the program itself. */
export function programHelp(commands: readonly CommandFacts[]): string {
  return `modelyard: a model registry and release pipeline in a git repository.

Usage: modelyard COMMAND [arguments] [flags]

Commands
${columns([...commands.map(({ name, summary }): [string, string] => [name, summary]), ['completions', 'Print completions for bash, zsh or fish.']])}

modelyard COMMAND --help tells more about one. --json prints one JSON document for any of them,
--report FILE writes the answer as Markdown, --version prints the release.

Exit status: 0 done or passed, 1 failed or inconclusive, 2 something to correct, 3 a remote or a
race (try again), 70 a bug, 130 interrupted.
`
}
