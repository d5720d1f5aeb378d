import { closeSync, openSync, readSync } from 'node:fs'

/** How a CSV is written, and what its columns are called. */
export interface Dialect {
  readonly delimiter: string
  readonly names: readonly string[]
}

/** The first is taken where a header has none, or as many of another. */
const DELIMITERS = [',', ';', '\t', '|']
/** A header ends within so many. */
const HEADER_BYTES = 1 << 20

/** The beginning of a file, without a byte order mark. */
export function headOf(place: string): string {
  const file = openSync(place, 'r')
  try {
    const head = Buffer.allocUnsafe(HEADER_BYTES)
    return head.toString('utf8', 0, readSync(file, head)).replace(/^\ufeff/, '')
  } finally {
    closeSync(file)
  }
}

/**
 * The header's mark and names. DuckDB's own sniffer weighs every dialect by all rows that it samples, so that cells with
 * marks in them turn a file into another one; the header alone says how the file was written.
 */
export function dialectOf(head: string): Dialect {
  const record = firstRecord(head)
  const { delimiter, names } = DELIMITERS.map(mark => ({
    delimiter: mark,
    names: fieldsOf(record, mark),
  })).reduce((most, some) => (some.names.length > most.names.length ? some : most))
  // pandas leaves the name of the index empty.
  return { delimiter, names: names.map((name, index) => name || `column${index}`) }
}

/** Up to the first end of a line outside of quotes; empty lines before it count for nothing. */
function firstRecord(head: string): string {
  const text = head.replace(/^[\r\n]+/, '')
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted
    else if (!quoted && (text[at] === '\n' || text[at] === '\r')) return text.slice(0, at)
  }
  return text
}

/** The fields of a record as RFC 4180 quotes them. */
function fieldsOf(record: string, delimiter: string): string[] {
  const fields: string[] = []
  let from = 0
  let quoted = false
  for (let at = 0; at <= record.length; at += 1) {
    if (record[at] === '"') quoted = !quoted
    if (at < record.length && (quoted || record[at] !== delimiter)) continue
    fields.push(unquoted(record.slice(from, at)))
    from = at + 1
  }
  return fields
}

function unquoted(field: string): string {
  return /^".*"$/s.test(field) ? field.slice(1, -1).replaceAll('""', '"') : field
}
