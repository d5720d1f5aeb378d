import type { Result } from '../../domain/results/index.ts'
import type { NamedCurves } from '../sections/curves.ts'
import { curveChart } from './curves.ts'
import { metricForest, sliceForest } from './forest.ts'
import { latencyChart } from './latency.ts'
import type { ChartSpecification, Theme } from './theme.ts'

export { type ChartSpecification, THEMES, type Theme } from './theme.ts'

export interface Chart {
  /** What its file is called, e.g. `roc`. */
  readonly name: string
  readonly specification: ChartSpecification
}

/** The pictures of a result in one theme, as Vega-Lite specifications; none for results without any to draw. */
export function chartsOf(result: Result, theme: Theme): readonly Chart[] {
  return drawnOf(result, theme).flatMap(([name, specification]) =>
    specification === undefined ? [] : [{ name, specification }],
  )
}

type Drawn = readonly (readonly [name: string, specification: ChartSpecification | undefined])[]

function drawnOf(result: Result, theme: Theme): Drawn {
  if (result.kind === 'evaluation') return curvesOf([{ name: 'model', evaluation: result.facts }], theme)
  if (result.kind !== 'comparison') return []
  const models = (['champion', 'challenger'] as const).flatMap((name): NamedCurves[] => {
    const evaluation = result[`${name}-evaluation`]
    return evaluation === undefined ? [] : [{ name, evaluation }]
  })
  return [
    ['metrics', metricForest(result, theme)],
    ['slices', sliceForest(result, theme)],
    ...curvesOf(models, theme),
    ['latency', latencyChart(result.latency, theme)],
  ]
}

function curvesOf(models: readonly NamedCurves[], theme: Theme): Drawn {
  const names = ['roc', 'precision-recall', 'calibration', 'residuals'] as const
  return names.map(name => [name, curveChart(name, models, theme)] as const)
}
