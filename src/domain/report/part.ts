import { escapeValue, unescapeValue, withoutMarkers } from './marker.ts'

/** Which report a part shows: of which run, and of which moment in it. */
export interface PartStamp {
  /** Of the writer, e.g. a leg of a matrix; empty for the only one. */
  readonly name: string
  /** The workflow run's id; rises from run to run. */
  readonly run: number
  /** 1 for the first, 2 for its first repetition. */
  readonly attempt: number
  /** UTC, milliseconds, by the writer's clock; tells reports of one attempt apart. */
  readonly at: number
}

/** What one writer has in a comment. */
export interface Part extends PartStamp {
  /** Markdown. */
  readonly text: string
}

/** Newer: of a later run; in one run of a later attempt; in one attempt written later. Negative where `a` is older. */
export function compareStamps(a: PartStamp, b: PartStamp): number {
  return a.run - b.run || a.attempt - b.attempt || a.at - b.at
}

/** Of each name the newest part, by name. Of two of the same moment the longer one, which is not shortened yet. */
export function mergeParts(parts: readonly Part[]): Part[] {
  const newest = new Map<string, Part>()
  for (const part of parts) {
    const other = newest.get(part.name)
    if (other === undefined || isPreferred(part, other)) newest.set(part.name, part)
  }
  return [...newest.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function isPreferred(part: Part, other: Part): boolean {
  const order = compareStamps(part, other) || part.text.length - other.text.length
  // Whoever merges, in whatever order, comes to the same.
  return order > 0 || (order === 0 && part.text > other.text)
}

/** A part as it stands in a comment: its stamp, unseen, and its text. */
export function renderPart({ name, run, attempt, at, text }: Part): string {
  return `<!-- modelyard-part: name=${escapeValue(name)} run=${run} attempt=${attempt} at=${at} -->\n\n${withoutMarkers(text).trim()}`
}

const STAMP = /^<!-- modelyard-part: name=([^ ]{0,1000}) run=(\d{1,15}) attempt=(\d{1,9}) at=(\d{1,15}) -->$/

/**
 * The parts of a comment's body, as far as they are written like ours: what a person wrote into it between or before
 * them is none. Line ends may have become CRLF.
 */
export function parseParts(body: string): Part[] {
  const parts: { stamp: PartStamp | undefined; lines: string[] }[] = []
  for (const line of body.replaceAll('\r\n', '\n').split('\n')) {
    if (line.startsWith('<!-- modelyard-part:')) parts.push({ stamp: parseStamp(line), lines: [] })
    else parts.at(-1)?.lines.push(line)
  }
  return parts.flatMap(({ stamp, lines }) =>
    stamp === undefined ? [] : [{ ...stamp, text: lines.join('\n').trim() }],
  )
}

function parseStamp(line: string): PartStamp | undefined {
  const [, value = '', run, attempt, at] = STAMP.exec(line.trimEnd()) ?? []
  const name = unescapeValue(value)
  if (run === undefined || name === undefined) return undefined
  return { name, run: Number(run), attempt: Number(attempt), at: Number(at) }
}
