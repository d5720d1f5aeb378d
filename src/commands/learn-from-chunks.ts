import { type CategoryProfile, profileCategories } from '../domain/drift/category-profile.ts'
import type { LearnedThresholds } from '../domain/drift/feature-drift.ts'
import type { ColumnProfile, SampleProfile } from '../domain/drift/judge-drift.ts'
import { learnThresholds, leastChunks } from '../domain/drift/learned-thresholds.ts'
import { profileNumbers } from '../domain/drift/number-profile.ts'
import type { ColumnFacts, ColumnValues, Tables } from '../ports.ts'

/** More make the quantile no better, and each costs a pass over the features. */
const MOST_CHUNKS = 200

export interface Learned {
  readonly thresholds: LearnedThresholds
  readonly chunks: number
}

/**
 * Learns thresholds from chunks of a reference: rows that stand one after another, as many each as the current sample has, and
 * where there are very many chunks some of them at equal steps.
 *
 * @param path - The rows of the reference.
 * @param profile - Of all of them, but for columns that are not compared.
 * @param rows - Of the current sample.
 * @param level - Share of runs that may tell of a drift that is none.
 * @returns Why there are none, where there are none.
 * @throws {ModelyardError} `bad-data` where a column cannot be read.
 */
export async function learnFromChunks(
  path: string,
  profile: SampleProfile,
  { rows, level }: { readonly rows: number; readonly level: number },
  tables: Tables,
): Promise<Learned | { readonly why: string }> {
  const least = leastChunks(level)
  const total = await tables.countRows(path)
  const there = rows === 0 ? 0 : Math.floor(total / rows)
  if (there < least) {
    return {
      why: `thresholds are learned from ${least} parts of the reference, each as large as the current sample; it has rows for ${there}, and the usual thresholds hold`,
    }
  }
  const columns = [...profile].flatMap(([name, { type }]): ColumnFacts[] =>
    type === 'number' ? [{ name, kind: 'number' }] : type === 'category' ? [{ name, kind: 'text' }] : [],
  )
  const step = Math.ceil(there / MOST_CHUNKS)
  const chunks: SampleProfile[] = []
  let number = 0
  for await (const batch of tables.read(path, columns, rows)) {
    if (batch.rows === rows && number % step === 0) chunks.push(profileOf(batch.columns, columns, profile))
    number += 1
  }
  const thresholds = learnThresholds(profile, chunks, level)
  if (thresholds === undefined) throw new Error(`${there} chunks were counted, and ${chunks.length} read`)
  return { thresholds, chunks: chunks.length }
}

function profileOf(
  values: readonly ColumnValues[],
  columns: readonly ColumnFacts[],
  whole: SampleProfile,
): SampleProfile {
  return new Map(
    columns.map(({ name }, index): [string, ColumnProfile] => {
      const [found, known] = [values[index], whole.get(name)]
      if (found?.kind === 'number' && known?.type === 'number')
        return [name, profileNumbers(found.values, 0, known.cut)]
      if (found?.kind === 'text' && known?.type === 'category') return [name, categoriesOf(found, known)]
      return [name, { type: 'other' }]
    }),
  )
}

type Texts = Extract<ColumnValues, { readonly kind: 'text' }>

function categoriesOf({ codes, words }: Texts, { named }: CategoryProfile): CategoryProfile {
  const rows = new Float64Array(words.length)
  for (const code of codes) rows[code] = (rows[code] as number) + 1
  const counts = new Map<string, number>()
  let nulls = 0
  for (const [code, word] of words.entries()) {
    const count = rows[code] as number
    if (word === '') nulls += count
    else if (count > 0) counts.set(word, count)
  }
  return profileCategories(counts, nulls, new Set(Object.keys(named)))
}
