import type { Trend } from '../../domain/monitoring/trends.ts'
import {
  type Block,
  dim,
  folded,
  footnote,
  type Line,
  type LineChart,
  name,
  part,
  strong,
} from '../blocks.ts'
import { metricText, plural } from '../numbers.ts'
import { sparkline, UNTOLD } from '../sparkline.ts'

/** So many are drawn; the table has the others. */
const MOST_CHARTS = 3

/** How figures moved from run to run: in letters for everybody, and drawn where Markdown is read. */
export function trendBlocks(trends: readonly Trend[]): Block[] {
  if (trends.length === 0) return []
  const drawn = trends.slice(0, MOST_CHARTS)
  return [
    part(
      'data',
      {
        block: 'table',
        columns: [
          { title: 'from run to run' },
          { title: 'oldest to newest' },
          { title: 'limit', align: 'right' },
          { title: 'newest', align: 'right' },
        ],
        rows: trends.map(rowOf),
      },
      footnote(legendOf(trends)),
    ),
    folded(
      'curves',
      [strong('Trends'), ` · ${plural(drawn.length, 'chart')}`],
      ...drawn.map((trend): Block => ({ block: 'chart', chart: chartOf(trend) })),
    ),
  ]
}

function rowOf(trend: Trend): Line[] {
  const { of, name: called, values, limit } = trend
  const newest = values.at(-1)
  const { from, to } = scaleOf(trend)
  return [
    [name(called), ...(of === 'drift' ? [] : [' ', dim(of)])],
    sparkline(values, from, to),
    limit === undefined ? '–' : metricText(limit),
    typeof newest === 'number' ? metricText(newest) : 'not told',
  ]
}

/**
 * A distance begins at 0, and its threshold is the middle: so bars of one issue mean the same from run to run. Of other
 * figures the lowest and the highest are the ends.
 */
function scaleOf({ of, values, limit }: Trend): { readonly from: number; readonly to: number } {
  const told = values.filter(value => value !== null)
  if (of === 'drift') return { from: 0, to: limit === undefined ? Math.max(...told) : 2 * limit }
  const all = limit === undefined ? told : [...told, limit]
  return { from: Math.min(...all), to: Math.max(...all) }
}

function legendOf(trends: readonly Trend[]): string {
  const runs = Math.max(...trends.map(({ values }) => values.length))
  return [
    `the last ${plural(runs, 'run')}`,
    ...(trends.some(({ of }) => of === 'drift')
      ? ['of features the distance: ▅ and higher lie beyond the limit']
      : []),
    ...(trends.some(({ values }) => values.includes(null)) ? [`a dot (${UNTOLD}): could not tell`] : []),
  ].join(' · ')
}

function chartOf(trend: Trend): LineChart {
  const { of, name: called, values, limit, from, to } = trend
  const told = values.filter(value => value !== null)
  const untold = values.length - told.length
  const [what, newest] = [of === 'drift' ? 'Distance' : 'Value', told.at(-1) ?? 0]
  const heights = [...told, ...(limit === undefined ? [] : [limit]), ...(of === 'drift' ? [0] : [])]
  return {
    title: `${what} of ${called}`,
    description: `${what} in ${plural(told.length, 'run')}, newest ${metricText(newest)}${limit === undefined ? '' : `, limit ${metricText(limit)}`}${untold === 0 ? '' : `, without ${untold} that could not tell`}`,
    x: { title: `Runs from ${from.slice(0, 10)} to ${to.slice(0, 10)}`, from: 1, to: told.length },
    y: { title: what, from: Math.min(...heights), to: Math.max(...heights) },
    lines: [
      ...(limit === undefined ? [] : [{ name: 'limit', values: told.map(() => limit) } as const]),
      { name: 'found', values: told },
    ],
  }
}
