import type { PairedMetric, PairedSlice } from '../../domain/evidence/comparison.ts'
import type { ComparisonResult } from '../../domain/results/measurement.ts'
import { type Block, code, folded, footnote, type Line, paragraph, strong } from '../blocks.ts'
import { type Estimate, forestBars } from '../forest.ts'
import {
  type Direction,
  metricLabel,
  ownLabel,
  type Reading,
  readingCounts,
  readingOf,
  readingSpan,
} from '../labels.ts'
import { countText, differenceRange, differenceText, movedText } from '../numbers.ts'
import { directionOf } from './metrics.ts'

/** The primary metric per slice, as a forest plot of letters; then the user's own that have a value there. */
export function sliceBlocks(result: ComparisonResult): Block[] {
  const slices = result.facts.slices ?? []
  if (slices.length === 0) return []
  const primary = result['primary-metric']
  const direction = directionOf(result, primary)
  const readings = slices.map(slice => readingOf(pairedOf(slice, primary)?.interval, direction))
  const own = new Map(
    slices.flatMap(({ 'own-metrics': found = {} }) =>
      Object.entries(found).map(([name, paired]) => [name, paired] as const),
    ),
  )
  return [
    folded(
      'slices',
      [strong('Slices'), ` · ${metricLabel(primary)}: ${sliceCounts(readings)}`],
      sliceTable(slices, direction, slice => pairedOf(slice, primary) ?? undefinedText(slice, primary)),
      ...[...own].flatMap(([name, { direction: better, unit }]): Block[] => [
        paragraph(`${ownLabel(name, unit)}:`),
        sliceTable(slices, better, slice => ownOf(slice, name) ?? 'no value'),
      ]),
      footnote('Each slice is read alone: among many, some differ by chance.'),
    ),
  ]
}

/** @param metricOn - From a slice to the metric on it, or why it has none there. */
function sliceTable(
  slices: readonly PairedSlice[],
  direction: Direction | undefined,
  metricOn: (slice: PairedSlice) => PairedMetric | string,
): Block {
  const found = slices.map(metricOn)
  const bars = forestBars(found.map(paired => (typeof paired === 'string' ? undefined : estimate(paired))))
  return {
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
    rows: slices.map((slice, index): Line[] => {
      const paired = found[index] as PairedMetric | string
      const title = `${slice.column} = ${slice.value === '' ? '(missing)' : slice.value}`
      const bar = code(bars[index] as string)
      if (typeof paired === 'string') return [title, paired, countText(slice.rows), '–', '–', bar, '–']
      return [
        title,
        readingSpan(readingOf(paired.interval, direction)),
        countText(slice.rows),
        differenceText(paired.difference),
        paired.interval === undefined ? '–' : differenceRange(paired.interval),
        bar,
        movedText(paired.champion, paired.challenger),
      ]
    }),
  }
}

function sliceCounts(readings: readonly Reading[]): string {
  const unread = readings.filter(reading => reading === 'unread').length
  return `${readingCounts(readings)}${unread === 0 ? '' : `, ${unread} without an interval`}`
}

function ownOf({ 'own-metrics': own = {} }: PairedSlice, name: string) {
  return Object.hasOwn(own, name) ? own[name] : undefined
}

function pairedOf({ metrics }: PairedSlice, metric: string) {
  return metrics[metric as keyof typeof metrics]
}

/** The difference of a metric on a slice; undefined without an interval. */
export function estimateOf(slice: PairedSlice, metric: string): Estimate | undefined {
  const paired = pairedOf(slice, metric)
  return paired === undefined ? undefined : estimate(paired)
}

function estimate({ difference, interval }: PairedMetric): Estimate | undefined {
  return interval === undefined ? undefined : { value: difference, low: interval.low, high: interval.high }
}

function undefinedText({ undefined: why }: PairedSlice, metric: string): string {
  return why?.[metric as keyof typeof why] ?? 'no value'
}
