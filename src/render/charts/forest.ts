import type { ComparisonResult } from '../../domain/results/measurement.ts'
import { clip, visible } from '../escape.ts'
import type { Estimate } from '../forest.ts'
import { metricLabel, type Reading, readingOf } from '../labels.ts'
import { countText, differenceRange, differenceText } from '../numbers.ts'
import { directionOf } from '../sections/metrics.ts'
import { estimateOf } from '../sections/slices.ts'
import { type ChartSpecification, framed, PALETTES, type Theme } from './theme.ts'

interface Row extends Estimate {
  readonly label: string
  readonly reading: Reading
}

/** How many slices one picture holds: more cannot be read. */
const MOST_SLICES = 40

/** Every metric's difference with its interval. What is not a share has a panel, and an axis, of its own. */
export function metricForest(result: ComparisonResult, theme: Theme): ChartSpecification | undefined {
  const rows = Object.entries(result.facts.metrics).flatMap(([name, paired]) => {
    if (paired.interval === undefined) return []
    const row: Row = {
      label: metricLabel(name),
      value: paired.difference,
      low: paired.interval.low,
      high: paired.interval.high,
      reading: readingOf(paired.interval, directionOf(result, name)),
    }
    const isShare = Math.max(Math.abs(paired.champion), Math.abs(paired.challenger)) <= 1
    return [{ row, isShare }]
  })
  if (rows.length === 0) return undefined
  const shares = rows.filter(({ isShare }) => isShare).map(({ row }) => row)
  const panels = [
    ...(shares.length === 0 ? [] : [shares]),
    ...rows.filter(({ isShare }) => !isShare).map(({ row }) => [row]),
  ]
  return framed(theme, 'Metrics', subtitle(result), {
    vconcat: panels.map((panel, at) => forestPanel(panel, theme, at === panels.length - 1)),
    spacing: 4,
  })
}

/** The primary metric's difference per slice, all rows first. */
export function sliceForest(result: ComparisonResult, theme: Theme): ChartSpecification | undefined {
  const primary = result['primary-metric']
  const direction = directionOf(result, primary)
  const slices = (result.facts.slices ?? []).slice(0, MOST_SLICES)
  const rows = slices.flatMap((slice): Row[] => {
    const estimate = estimateOf(slice, primary)
    if (estimate === undefined) return []
    const name = `${slice.column} = ${slice.value === '' ? '(missing)' : slice.value}`
    return [
      {
        label: `${label(name, 30)} (${countText(slice.rows)})`,
        ...estimate,
        reading: readingOf(estimate, direction),
      },
    ]
  })
  if (rows.length === 0) return undefined
  const all = result.facts.metrics[primary as keyof typeof result.facts.metrics]
  const first: Row[] =
    all?.interval === undefined
      ? []
      : [
          {
            label: `all rows (${countText(result.facts.rows)})`,
            value: all.difference,
            low: all.interval.low,
            high: all.interval.high,
            reading: readingOf(all.interval, direction),
          },
        ]
  return framed(theme, `${metricLabel(primary)} by slice`, subtitle(result), {
    vconcat: [forestPanel([...first, ...rows], theme, true)],
  })
}

function subtitle({ champion, challenger }: ComparisonResult): string {
  return `version ${challenger.version} − version ${champion.version}, with 95 % intervals`
}

function label(text: string, most: number): string {
  return clip(visible(text), most)
}

const SHAPES: Readonly<Record<Reading, string>> = {
  better: 'triangle-up',
  worse: 'triangle-down',
  higher: 'triangle-up',
  lower: 'triangle-down',
  open: 'circle',
  unread: 'circle',
}
const WIDTH = 300

function forestPanel(rows: readonly Row[], theme: Theme, isLast: boolean): ChartSpecification {
  const { better, worse, open, text } = PALETTES[theme]
  const colors: Readonly<Record<Reading, string>> = {
    better,
    worse,
    higher: open,
    lower: open,
    open,
    unread: open,
  }
  const values = rows.map((row, order) => ({
    // Two rows may bear one name; a line each they stay.
    label:
      label(row.label, 44) +
      '\u00a0'.repeat(rows.slice(0, order).filter(other => other.label === row.label).length),
    value: row.value,
    low: row.low,
    high: row.high,
    said: `${differenceText(row.value)} (${differenceRange(row)})${row.reading === 'unread' ? '' : ` ${row.reading}`}`,
    color: colors[row.reading],
    shape: SHAPES[row.reading],
  }))
  const y = {
    field: 'label',
    type: 'nominal',
    sort: null,
    title: null,
    axis: { domain: false, ticks: false, labelPadding: 10 },
  }
  const color = { field: 'color', type: 'nominal', scale: null }
  return {
    width: WIDTH,
    height: { step: 32 },
    data: { values },
    encoding: { y },
    layer: [
      {
        mark: { type: 'rule', strokeDash: [4, 4], color: text },
        encoding: { x: { datum: 0, type: 'quantitative' }, y: null },
      },
      {
        mark: { type: 'rule', strokeWidth: 3 },
        encoding: {
          x: {
            field: 'low',
            type: 'quantitative',
            title: isLast ? 'challenger − champion' : null,
            axis: { tickCount: 4, format: '~g' },
          },
          x2: { field: 'high' },
          color,
        },
      },
      {
        mark: { type: 'point', filled: true, size: 150, opacity: 1 },
        encoding: {
          x: { field: 'value', type: 'quantitative' },
          color,
          shape: { field: 'shape', type: 'nominal', scale: null },
        },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle' },
        encoding: { x: { value: WIDTH + 14 }, text: { field: 'said', type: 'nominal' } },
      },
    ],
  }
}
