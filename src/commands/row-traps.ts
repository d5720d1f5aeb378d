import { RowCounter, type RowTraps } from '../domain/comparison/repeated-rows.ts'
import type { ColumnFacts, Tables } from '../ports.ts'

/**
 * Counts the rows of the evaluation data that stand in it before, and those that stand in the training data too, by
 * digests of whole rows.
 *
 * @param training - A file that has every column of the evaluation data; of any other nothing is said. Whatever is
 *   wrong with the evaluation data is for those to say who read it.
 */
export async function findRowTraps(
  tables: Tables,
  data: string,
  training: string | undefined,
): Promise<RowTraps> {
  try {
    const own = await tables.columns(data)
    const trained = training === undefined ? [] : await tables.columns(training).catch(() => [])
    const columns = sharedColumns(own, trained)
    const counter = new RowCounter()
    for await (const digests of tables.rowDigests(data, columns ?? own)) counter.add(digests)
    if (columns !== undefined && training !== undefined)
      for await (const digests of tables.rowDigests(training, columns)) counter.seek(digests)
    return counter.traps()
  } catch {
    return {}
  }
}

/** The columns as both files can give them: numbers where both hold numbers. Undefined where one is missing. */
function sharedColumns(
  own: readonly ColumnFacts[],
  trained: readonly ColumnFacts[],
): readonly ColumnFacts[] | undefined {
  const kinds = new Map(trained.map(({ name, kind }) => [name, kind]))
  if (!own.every(({ name }) => kinds.has(name))) return undefined
  return own.map(({ name, kind }) => ({ name, kind: kinds.get(name) === kind ? kind : 'text' }))
}
