import type { ComparisonResult } from '../../domain/results/measurement.ts'
import { type Block, folded, paragraph, strong } from '../blocks.ts'
import { plural } from '../numbers.ts'
import { versionFacts } from '../results/registration.ts'

/** The model card's facts in a report: what the challenger is and where it comes from. */
export function cardBlocks({ record, description, challenger }: ComparisonResult): Block[] {
  if (record === undefined) return []
  const rows = record.data.find(({ role }) => role === 'train')?.rows
  const trained = rows === undefined ? '' : `, trained on ${plural(rows, 'row')}`
  return [
    folded(
      'card',
      [strong('Model card'), ` · version ${challenger.version}${trained}`],
      ...(description === undefined ? [] : [paragraph(description)]),
      { block: 'facts', rows: versionFacts(record) },
    ),
  ]
}
