/** What the runner makes of a line that a step prints, as its source reads it (ActionCommand.cs). */
export interface RunnerCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

export interface ReadAnnotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly title?: string
  readonly file?: string
  readonly line?: string
  readonly col?: string
}

const LEVELS = ['error', 'warning', 'notice']

/** Splits what a step printed into the commands that the runner obeys, and the log. */
export function readLog(text: string): {
  readonly commands: readonly RunnerCommand[]
  readonly annotations: readonly ReadAnnotation[]
  readonly log: string
} {
  const lines = text.split(/\r\n|\r|\n/)
  const read = lines.map(line => [line, newCommand(line) ?? oldCommand(line)] as const)
  const commands = read.flatMap(([, command]) => (command === undefined ? [] : [command]))
  const annotations = commands
    .filter(({ name }) => LEVELS.includes(name))
    .map(
      ({ name, properties, data }) =>
        ({ level: name, message: data, ...properties }) as unknown as ReadAnnotation,
    )
  return {
    commands,
    annotations,
    log: read.flatMap(([line, command]) => (command === undefined ? [line] : [])).join('\n'),
  }
}

/** `::name key=value,key=value::data` at the beginning of a line. */
function newCommand(line: string): RunnerCommand | undefined {
  // .NET counts the character 0x85 as a space, too.
  const text = line.replace(/^[\s\u0085]+/, '')
  if (!text.startsWith('::')) return undefined
  const end = text.indexOf('::', 2)
  return end < 0 ? undefined : commandOf(text.slice(2, end), ',', text.slice(end + 2), NEW_ESCAPES)
}

/** `##[name key=value;key=value]data` anywhere in a line. */
function oldCommand(line: string): RunnerCommand | undefined {
  const start = line.indexOf('##[')
  const end = line.indexOf(']', start)
  if (start < 0 || end < 0) return undefined
  return commandOf(line.slice(start + 3, end), ';', line.slice(end + 1), OLD_ESCAPES)
}

type Escapes = readonly (readonly [escaped: string, character: string])[]
const NEW_ESCAPES: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
]
const OLD_ESCAPES: Escapes = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
]

function commandOf(info: string, separator: string, data: string, escapes: Escapes): RunnerCommand {
  const space = info.indexOf(' ')
  const [name, properties] = space < 0 ? [info, ''] : [info.slice(0, space), info.slice(space + 1).trim()]
  const plain = (text: string) => escapes.reduce((read, [from, to]) => read.replaceAll(from, to), text)
  const pairs = properties.split(separator).flatMap(pair => {
    const at = pair.indexOf('=')
    return at > 0 ? [[pair.slice(0, at), plain(pair.slice(at + 1))] as const] : []
  })
  return { name, properties: Object.fromEntries(pairs), data: plain(data) }
}

/** The names and values in a file such as `$GITHUB_OUTPUT`. Throws where the runner would fail the step. */
export function readFileCommands(text: string): Readonly<Record<string, string>> {
  const lines = text.split('\n')
  const values = new Map<string, string>()
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as string
    if (line === '') continue
    const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')]
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values.set(line.slice(0, equals), line.slice(equals + 1))
      continue
    }
    if (heredoc < 0) throw new Error(`Invalid format '${line}'`)
    const end = lines.indexOf(line.slice(heredoc + 2), at + 1)
    if (end < 0) throw new Error(`Matching delimiter not found '${line.slice(heredoc + 2)}'`)
    values.set(line.slice(0, heredoc), lines.slice(at + 1, end).join('\n'))
    at = end
  }
  return Object.fromEntries(values)
}
