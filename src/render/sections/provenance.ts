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
    ` (${rowsText(data)}, ${plural(facts.rows, 'row')}${times}) · ${engine}`,
  ]
}

/** Which rows they are: those of a file that the policy pins, or of a window that its rule chose. */
export function rowsText({ pinned, window }: ComparisonResult['data']): string {
  if (window === undefined) return pinned ? 'pinned' : 'not pinned'
  const days = `${window.from.slice(0, 10)} to ${window.to.slice(0, 10)}`
  return pinned ? `by rule, ${days}` : `${days}, not the newest`
}

function timesText(count: number): string {
  return count === 1 ? 'once' : plural(count, 'time')
}

export function remarkBlocks(remarks: readonly string[]): Block[] {
  if (remarks.length === 0) return []
  const items = remarks.map(remark => sentence(`Note: ${fullSentence(remark)}`))
  return [part('remarks', { block: 'list', items })]
}
