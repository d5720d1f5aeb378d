import type { CommandDefinition, FlagDefinition } from '../src/doors/definition.ts'
import { sortArguments } from '../src/doors/sort-arguments.ts'

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
 * Sorts a command's arguments into its inputs, and takes out how the answer is printed.
 *
 * @throws {ModelyardError} `bad-input` that names the flag, with the nearest one there is.
 */
export function parseArguments(command: CommandDefinition, args: readonly string[]): ParsedArguments {
  const called = `modelyard ${command.name}`
  const values = sortArguments(command, args, { called, help: `${called} --help`, also: OUTPUT_FLAGS })
  return { values: withoutOutput(values), output: outputOf(values) }
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
