import type { DifferenceResult } from '../../domain/results/difference.ts'
import { type Block, heading, type Line, paragraph } from '../blocks.ts'
import { countText, differenceText, metricText } from '../numbers.ts'

/** `diff`. */
export function describeDifference({ model, first, second, changes, same }: DifferenceResult): Block[] {
  const title = heading(2, `${model}: version ${first} → ${second}`)
  const alike = same.length === 0 ? [] : [paragraph(`Alike: ${same.join(', ')}.`)]
  if (changes.length === 0) return [title, paragraph('They are alike in everything that is recorded.')]
  return [
    title,
    {
      block: 'table',
      columns: [
        { title: '' },
        { title: '' },
        { title: String(first), align: 'right' },
        { title: String(second), align: 'right' },
        { title: 'difference', align: 'right' },
      ],
      rows: changes.map((change): Line[] => [
        change.part,
        change.name,
        numberText(change.part, change.first),
        numberText(change.part, change.second),
        change.difference === undefined ? '' : plainDifference(change.difference),
      ]),
    },
    ...alike,
  ]
}

function numberText(part: string, text: string | undefined): string {
  if (text === undefined) return '–'
  return part === 'metrics' ? metricText(Number(text)) : text
}

/** Whole numbers are counted, others are rounded. */
function plainDifference(value: number): string {
  if (!Number.isInteger(value)) return differenceText(value)
  return `${value < 0 ? '−' : '+'}${countText(Math.abs(value))}`
}
