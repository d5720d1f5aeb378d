import type { Comparison, PairedMetric } from '../../domain/evidence/comparison.ts'
import type { Interval } from '../../domain/evidence/interval.ts'
import type { ComparisonResult } from '../../domain/results/measurement.ts'
import { type Block, folded, footnote, type Line, strong } from '../blocks.ts'
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

/** Every metric of both models: the difference first, then the levels it lies between. */
export function metricBlocks(result: ComparisonResult): Block[] {
  const { facts } = result
  const own = Object.entries(facts['own-metrics'] ?? {})
  const rows = [
    ...Object.entries(facts.metrics).map(([name, paired]) => ({
      label: metricLabel(name),
      paired,
      reading: result.readings.find(({ metric }) => metric === name)?.reading as Reading | undefined,
    })),
    ...own.map(([name, paired]) => ({
      label: ownLabel(name, paired.unit),
      paired,
      reading: readingOf(paired.interval, paired.direction),
    })),
  ]
  const table: Block = {
    block: 'table',
    columns: [
      { title: 'metric' },
      { title: '' },
      { title: 'difference', align: 'right' },
      { title: '95 % interval', align: 'right' },
      { title: 'from → to', align: 'right' },
    ],
    rows: [
      ...rows.map(({ label, paired, reading }): Line[] => [
        label,
        readingSpan(reading),
        differenceText(paired.difference),
        paired.interval === undefined ? '–' : differenceRange(paired.interval),
        movedText(paired.champion, paired.challenger),
      ]),
      ...Object.keys(facts.undefined ?? {}).map((name): Line[] => [
        metricLabel(name),
        'no value',
        '–',
        '–',
        '–',
      ]),
    ],
  }
  const counts = readingCounts(rows.map(({ reading }) => reading))
  return [
    folded(
      'metrics',
      [strong('Metrics'), ` · ${counts}`],
      table,
      ...undefinedNote(facts),
      ...methodNote(facts),
    ),
  ]
}

/** Why metrics have no value on these rows. */
function undefinedNote({ undefined: missing = {} }: Comparison): Block[] {
  const reasons = Object.entries(missing).map(([name, why]) => `${metricLabel(name)}: ${why}`)
  return reasons.length === 0 ? [] : [footnote(`No value: ${reasons.join('; ')}.`)]
}

const METHOD_TEXTS: Readonly<Record<Interval['method'], string>> = {
  delong: 'DeLong',
  tango: 'Tango',
  score: 'score',
  'closed-form': 'closed form with t',
  'bootstrap-percentile': 'paired bootstrap, percentiles',
  'bootstrap-bca': 'paired bootstrap, BCa',
  'bootstrap-cluster': 'paired bootstrap over clusters',
  wilson: 'Wilson',
  'clopper-pearson': 'Clopper and Pearson',
  newcombe: 'Newcombe',
  'block-bootstrap': 'bootstrap over blocks',
}

/** How the intervals were made, each way once. */
function methodNote({ metrics, 'own-metrics': own = {}, clusters }: Comparison): Block[] {
  const ways = new Set(
    [...Object.values(metrics), ...Object.values(own)].flatMap((paired: PairedMetric) =>
      paired.interval === undefined ? [] : [methodText(paired.interval)],
    ),
  )
  if (ways.size === 0) return []
  const drawn =
    clusters === undefined
      ? ''
      : ` Rows that share a value of ${clusters.column} were drawn together (${countText(clusters.count)} clusters).`
  return [
    footnote(
      `Difference: challenger − champion on the same rows; from the champion's value to the challenger's. Open: the interval holds 0. Intervals: ${[...ways].join('; ')}.${drawn}`,
    ),
  ]
}

function methodText({ method, resamples, seed }: Interval): string {
  const drawn = [
    ...(resamples === undefined ? [] : [`${countText(resamples)} resamples`]),
    ...(seed === undefined ? [] : [`seed ${seed}`]),
  ]
  return [METHOD_TEXTS[method], ...drawn].join(', ')
}

/** Which way a metric of the result is better, where it says so. */
export function directionOf({ readings }: ComparisonResult, name: string): Direction | undefined {
  return readings.find(({ metric }) => metric === name)?.direction
}
