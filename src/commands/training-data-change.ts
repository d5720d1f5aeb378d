import { type TestedColumn, testNumbers, testWords, unchanged } from '../domain/evidence/column-test.ts'
import {
  dataChange,
  type SharedColumn,
  sharedColumns,
  type TableFacts,
} from '../domain/evidence/data-change.ts'
import type { DataChange } from '../domain/evidence/other-kinds.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { Ports } from '../ports.ts'
import { placeOfTrainingData } from './training-data.ts'

/** So many values are held at a time, 128 MB; of columns with more rows one after the other. */
const MOST_VALUES = 16e6
/** With more words than this a column names its rows rather than sorting them. */
const MOST_WORDS = 1000

/** The facts, or why there are none: a sentence without its full stop. */
export type FoundDataChange = { readonly facts: DataChange } | { readonly why: string }

/**
 * Compares the training data of two versions, each by the digest in its record: as it lies in the checkout, otherwise as
 * the commit has it that was trained. Of columns of numbers some are read at a time, of words only their counts, so that
 * a million rows need no more than a few hundred megabytes.
 *
 * @param seed - Of the tests whose p-value is drawn.
 * @throws {ModelyardError} `bad-data` where it is found and is no table.
 */
export async function readDataChange(
  champion: VersionRecord,
  challenger: VersionRecord,
  seed: number,
  ports: Ports,
): Promise<FoundDataChange> {
  const folder = await ports.process.temporaryFolder()
  try {
    const places: string[] = []
    const tables: TableFacts[] = []
    for (const record of [champion, challenger]) {
      const found = await placeOfTrainingData(record, folder, ports)
      if ('why' in found) return found
      places.push(found.path)
      tables.push({ sha256: found.data.sha256, ...(await ports.tables.summarize(found.path)) })
    }
    const [before, after] = tables as [TableFacts, TableFacts]
    const both = places as [string, string]
    // The same bytes need no reading, and what is so is no sample of anything: no row less would show a difference.
    if (before.sha256 === after.sha256) {
      const same = sharedColumns(before, after).map(({ name, kind }) => [name, unchanged(kind)] as const)
      return { facts: dataChange(before, after, { added: 0, removed: 0 }, new Map(same)) }
    }
    const rows = await ports.tables.compareRows(...both)
    const tests = await testColumns(both, sharedColumns(before, after), before.rows + after.rows, seed, ports)
    return { facts: dataChange(before, after, rows, tests) }
  } finally {
    await folder.remove()
  }
}

/** Tests each column, in the order in which they came. */
async function testColumns(
  [champion, challenger]: readonly [string, string],
  columns: readonly SharedColumn[],
  rows: number,
  seed: number,
  { tables }: Ports,
): Promise<ReadonlyMap<string, TestedColumn>> {
  const found = new Map<string, TestedColumn>()
  const numbers = columns.filter(({ kind }) => kind === 'number')
  const atATime = Math.max(1, Math.floor(MOST_VALUES / Math.max(1, rows)))
  for (let start = 0; start < numbers.length; start += atATime) {
    const group = numbers.slice(start, start + atATime)
    const names = group.map(({ name }) => name)
    const first = await tables.numbers(champion, names)
    const second = await tables.numbers(challenger, names)
    for (const [index, { name, missing }] of group.entries()) {
      const [before, after] = [first[index] as Float64Array, second[index] as Float64Array]
      found.set(
        name,
        testNumbers({ values: before, missing: missing[0] }, { values: after, missing: missing[1] }, seed),
      )
    }
  }
  const words = columns.filter(({ kind }) => kind === 'text').map(({ name }) => name)
  const first = await tables.countWords(champion, words, MOST_WORDS)
  const second = await tables.countWords(challenger, words, MOST_WORDS)
  for (const [index, name] of words.entries()) found.set(name, testWords(first[index], second[index]))
  return found
}
