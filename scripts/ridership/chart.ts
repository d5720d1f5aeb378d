import { type ChartSpecification, framed, PALETTES, type Theme } from '../../src/render/charts/theme.ts'
import type { Month } from './figures.ts'
import { openTimes } from './summary.ts'

const WIDTH = 620
/** As `sla` of the example's model.yaml says. */
const LIMIT = 1.2
const [AGAIN, NEVER] = ['trained again', 'first version, never again']
const KINDS = ['degradation', 'drift']

/** The error by month, with and without training again, and below it the alerts that were open. */
export function ridershipChart(months: readonly Month[], theme: Theme): ChartSpecification {
  const x = {
    type: 'temporal',
    scale: { type: 'utc' },
    axis: { format: '%Y', tickCount: 'year', grid: false },
    title: null,
  }
  const vconcat = [errorPanel(months, theme, x), alertPanel(months, theme, x)]
  const subtitle = 'mean absolute error of a month, thousands of rides a day, and alerts that were open'
  return framed(theme, 'Rides at Clark/Lake', subtitle, {
    spacing: 18,
    vconcat,
    resolve: { scale: { x: 'shared' } },
  })
}

function errorPanel(months: readonly Month[], theme: Theme, x: ChartSpecification): ChartSpecification {
  const palette = PALETTES[theme]
  const values = months.flatMap(({ month, mae, untouched }) => [
    { month: `${month}-01`, who: AGAIN, error: mae },
    { month: `${month}-01`, who: NEVER, error: untouched },
  ])
  const merged = months.filter(({ candidate }) => candidate?.startsWith('version '))
  const y = { field: 'error', type: 'quantitative', title: 'error' }
  const color = {
    field: 'who',
    type: 'nominal',
    scale: { domain: [AGAIN, NEVER], range: [palette.challenger, palette.champion] },
  }
  const strokeDash = {
    field: 'who',
    type: 'nominal',
    scale: {
      domain: [AGAIN, NEVER],
      range: [
        [1, 0],
        [5, 3],
      ],
    },
  }
  const at = { ...x, field: 'month' }
  return {
    width: WIDTH,
    height: 260,
    layer: [
      {
        data: { values: [{ limit: LIMIT }] },
        mark: { type: 'rule', color: palette.worse, strokeWidth: 2 },
        encoding: { y: { field: 'limit', type: 'quantitative' } },
      },
      {
        data: { values },
        mark: { type: 'line', strokeWidth: 2.5 },
        encoding: { x: at, y, color, strokeDash },
      },
      {
        data: { values: merged.map(({ month, mae }) => ({ month: `${month}-01`, error: mae })) },
        mark: { type: 'point', filled: true, size: 80, opacity: 1, color: palette.challenger },
        encoding: { x: at, y },
      },
    ],
  }
}

function alertPanel(months: readonly Month[], theme: Theme, x: ChartSpecification): ChartSpecification {
  const last = `${months.at(-1)?.month}-28`
  const values = openTimes(months).map(({ kind, opened, closed }) => ({
    kind,
    from: `${opened}-01`,
    to: closed === undefined ? last : `${closed}-01`,
  }))
  return {
    width: WIDTH,
    height: { step: 26 },
    data: { values },
    mark: { type: 'bar', height: 14, color: PALETTES[theme].worse },
    encoding: {
      x: { ...x, field: 'from', axis: null },
      x2: { field: 'to' },
      y: {
        field: 'kind',
        type: 'nominal',
        scale: { domain: KINDS },
        title: null,
        axis: { domain: false, ticks: false },
      },
    },
  }
}
