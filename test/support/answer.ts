import { COMMANDS } from '../../cli/commands.ts'
import { DEFINITIONS } from '../../cli/definitions.generated.ts'
import { type OutputOptions, parseArguments } from '../../cli/parse-arguments.ts'
import { openPorts } from '../../cli/ports.ts'
import type { Command } from '../../src/commands/define.ts'
import { exitStatusOfAnswer } from '../../src/domain/errors/index.ts'
import type { Result } from '../../src/domain/results/index.ts'
import type { Ports } from '../../src/ports.ts'
import { render } from '../../src/render/index.ts'

export interface Answer {
  readonly result: Result
  readonly status: 0 | 1
  /** What would be printed. */
  readonly printed: string
  readonly output: OutputOptions
}

/**
 * Answers a command line in a folder as the program does, in this process: a tenth of the time. Errors are thrown.
 * Nothing is coloured, and nobody sits at the terminal unless the ports say so.
 */
export async function answerTo(
  folder: string,
  args: readonly string[],
  ports: Partial<Ports> = {},
): Promise<Answer> {
  const [name = '', ...rest] = args
  const definition = DEFINITIONS.find(known => known.name === name)
  if (definition === undefined) throw new Error(`there is no command ${name}`)
  const { values, output } = parseArguments(definition, rest)
  const command = (await COMMANDS[name]?.()) as Command
  const all = { ...(await openPorts(folder)), ...ports }
  const result = await command.execute(Object.fromEntries(values), all, {})
  if (output.report !== undefined)
    await all.artifacts.write(output.report, Buffer.from(render(result, 'markdown')))
  const status = exitStatusOfAnswer(result)
  return { result, status, printed: render(result, output.format), output }
}

/** The words of a command line as a POSIX shell reads them: quotes, no variables, no patterns. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replace(
      /'([^']*)'|"([^"]*)"/g,
      (_whole, single?: string, double?: string) => single ?? double ?? '',
    ),
  )
}
