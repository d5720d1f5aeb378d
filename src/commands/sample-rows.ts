import { ModelyardError } from '../domain/errors/index.ts'
import type { Batch, ColumnFacts, Tables } from '../ports.ts'
import type { EvaluationData } from './labelled-scores.ts'

/** Rows to read at one time. */
const BATCH_ROWS = 4096

/**
 * Some rows of a file in its order: parts of consecutive rows, spread evenly from its first row on.
 *
 * @param parts - How many parts to take at most; fewer where the file has fewer.
 * @param length - Rows of each part.
 * @returns One batch of (parts taken · length) rows.
 * @throws {ModelyardError} `bad-data` where the file has fewer rows than one part.
 */
export async function sampleRows(
  tables: Tables,
  { path, uri }: Pick<EvaluationData, 'path' | 'uri'>,
  columns: readonly ColumnFacts[],
  { parts, length }: { readonly parts: number; readonly length: number },
): Promise<Batch> {
  const total = await tables.countRows(path)
  const taken = Math.min(parts, Math.floor(total / length))
  if (taken === 0) {
    throw new ModelyardError({
      code: 'bad-data',
      message: `${uri} holds ${total} rows, and ${length} are needed at one time`,
      next:
        total === 0
          ? 'check the step that wrote it'
          : 'ask for fewer rows at one time, or name a larger file',
    })
  }
  const wanted = Uint32Array.from({ length: taken * length }, (_, index) => {
    const part = Math.floor(index / length)
    return Math.floor((part * total) / taken) + (index % length)
  })
  const sample = columns.map(({ kind }) =>
    kind === 'number'
      ? { kind, values: new Float64Array(wanted.length) }
      : { kind, codes: new Uint32Array(wanted.length), words: [] as readonly string[] },
  )
  let next = 0
  for await (const batch of tables.read(path, columns, BATCH_ROWS)) {
    const first = next
    while (next < wanted.length && (wanted[next] as number) < batch.start + batch.rows) next += 1
    for (const [index, target] of sample.entries()) {
      const source = batch.columns[index]
      for (let at = first; at < next; at += 1) {
        const row = (wanted[at] as number) - batch.start
        if (source?.kind === 'number' && target.kind === 'number')
          target.values[at] = source.values[row] as number
        if (source?.kind === 'text' && target.kind === 'text') target.codes[at] = source.codes[row] as number
      }
      // A dictionary only grows, so the last one explains all codes.
      if (source?.kind === 'text' && target.kind === 'text') target.words = source.words
    }
    if (next === wanted.length) break
  }
  return { start: 0, rows: wanted.length, columns: sample }
}
