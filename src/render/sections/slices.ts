import type { PairedSlice } from '../../domain/evidence/comparison.ts'
import type { ComparisonResult } from '../../domain/results/measurement.ts'
import { type Block, code, folded, footnote, type Line, strong } from '../blocks.ts'
import { type Estimate, forestBars } from '../forest.ts'
import { metricLabel, type Reading, readingCounts, readingOf, readingSpan } from '../labels.ts'
import { countText, differenceRange, differenceText, movedText } from '../numbers.ts'
import { directionOf } from './metrics.ts'

/** The primary metric per slice, as a forest plot of letters. */
export function sliceBlocks(result: ComparisonResult): Block[] {
  const slices = result.facts.slices ?? []
  if (slices.length === 0) return []
  const primary = result['primary-metric']
  const direction = directionOf(result, primary)
  const read = slices.map(slice => ({
    slice,
    paired: pairedOf(slice, primary),
    reading: readingOf(pairedOf(slice, primary)?.interval, direction),
  }))
  const bars = forestBars(slices.map(slice => estimateOf(slice, primary)))
  const rows = read.map(({ slice, paired, reading }, index): Line[] => [
    `${slice.column} = ${slice.value === '' ? '(missing)' : slice.value}`,
    paired === undefined ? undefinedText(slice, primary) : readingSpan(reading),
    countText(slice.rows),
    paired === undefined ? '–' : differenceText(paired.difference),
    paired?.interval === undefined ? '–' : differenceRange(paired.interval),
    code(bars[index] as string),
    paired === undefined ? '–' : movedText(paired.champion, paired.challenger),
  ])
  return [
    folded(
      'slices',
      [strong('Slices'), ` · ${metricLabel(primary)}: ${sliceCounts(read.map(({ reading }) => reading))}`],
      {
        block: 'table',
        columns: [
          { title: 'slice' },
          { title: '' },
          { title: 'rows', align: 'right' },
          { title: 'difference', align: 'right' },
          { title: '95 % interval', align: 'right' },
          { title: 'less │ more', aside: true },
          { title: 'from → to', align: 'right', aside: true },
        ],
        rows,
      },
      footnote('Each slice is read alone: among many, some differ by chance.'),
    ),
  ]
}

function sliceCounts(readings: readonly Reading[]): string {
  const unread = readings.filter(reading => reading === 'unread').length
  return `${readingCounts(readings)}${unread === 0 ? '' : `, ${unread} without an interval`}`
}

function pairedOf({ metrics }: PairedSlice, metric: string) {
  return metrics[metric as keyof typeof metrics]
}

/** The difference of a metric on a slice; undefined without an interval. */
export function estimateOf(slice: PairedSlice, metric: string): Estimate | undefined {
  const paired = pairedOf(slice, metric)
  if (paired?.interval === undefined) return undefined
  return { value: paired.difference, low: paired.interval.low, high: paired.interval.high }
}

function undefinedText({ undefined: why }: PairedSlice, metric: string): string {
  return why?.[metric as keyof typeof why] ?? 'no value'
}
