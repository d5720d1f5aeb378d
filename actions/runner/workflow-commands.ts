import type { Annotation } from '../../src/render/annotations.ts'

/** GitHub shows so many of each level and drops the rest. */
const SHOWN_PER_LEVEL = 10
/** What a message may have, in characters: GitHub keeps no more of one. */
const LONGEST_MESSAGE = 4000

/**
 * Annotations as the runner reads them, a line each: of every level the first ten, and a notice that counts what is
 * left out.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotationLines(annotations: readonly Annotation[]): readonly string[] {
  const levels = ['error', 'warning', 'notice'] as const
  const byLevel = levels.map(level => annotations.filter(annotation => annotation.level === level))
  const left = byLevel.map(found => Math.max(0, found.length - SHOWN_PER_LEVEL))
  const counted = levels.flatMap((level, at) =>
    left[at] ? [`${left[at]} more ${left[at] === 1 ? level : `${level}s`}`] : [],
  )
  const lines = byLevel.flatMap(found => found.slice(0, SHOWN_PER_LEVEL)).map(commandLine)
  if (counted.length === 0) return lines
  return [
    ...lines,
    commandLine({ level: 'notice', message: `${counted.join(' and ')}: see the job summary.` }),
  ]
}

function commandLine({ level, message, title, place }: Annotation): string {
  const properties = Object.entries({ title, file: place?.path, line: place?.line, col: place?.column })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',')
  const text = escapeData(message.slice(0, LONGEST_MESSAGE))
  return `::${level}${properties === '' ? '' : ` ${properties}`}::${text}`
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}

/** Stands before what the runner would obey, where nobody sees it. */
const BREAK = '\u200b'

/**
 * Text for the log in which the runner finds no command: neither `::name::` at the beginning of a line, nor the older
 * `##[name]` anywhere in one.
 */
export function plainLog(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map(line => line.replace(/^([\s\u0085]*)::/, `$1${BREAK}::`).replaceAll('##[', `##${BREAK}[`))
    .join('\n')
}
