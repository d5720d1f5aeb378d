import type { ComparisonResult, EvaluationResult } from '../../domain/results/measurement.ts'
import { type Block, code, fullSentence, part, type Span, sentence } from '../blocks.ts'
import { plural, short } from '../numbers.ts'
import { sizeText } from './promises.ts'

/** Which rows, how often they decided before, and what scored them. */
export function provenance(result: ComparisonResult | EvaluationResult): Span[] {
  const { data, facts, engine, size, 'decided-before': decided } = result
  const times =
    decided === undefined
      ? ''
      : decided === 0
        ? ', never decided before'
        : `, decided ${timesText(decided)} before`
  return [
    ...(size === undefined ? [] : [` (${sizeText(size)})`]),
    ' · data ',
    code(short(data.sha256)),
    ` (${data.pinned ? 'pinned' : 'not pinned'}, ${plural(facts.rows, 'row')}${times}) · ${engine}`,
  ]
}

function timesText(count: number): string {
  return count === 1 ? 'once' : plural(count, 'time')
}

export function remarkBlocks(remarks: readonly string[]): Block[] {
  if (remarks.length === 0) return []
  const items = remarks.map(remark => sentence(`Note: ${fullSentence(remark)}`))
  return [part('remarks', { block: 'list', items })]
}
