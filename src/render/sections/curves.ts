import type { Curves, Evaluation } from '../../domain/evidence/evaluation.ts'
import { type Block, folded, type LineChart, type LineName, paragraph, strong } from '../blocks.ts'
import { metricText } from '../numbers.ts'
import { type Point, resample } from '../resample.ts'

/** One model's curves under the name that its line has. */
export interface NamedCurves {
  readonly name: LineName
  readonly evaluation: Evaluation
}

/** How many points a line in a comment has. */
const POINTS = 21

/** Below this share of positives a ROC curve flatters every model, and precision against recall is shown instead. */
const RARE = 0.1

/** The curves that the evaluations hold, each with a sentence that says what can be read off it. */
export function curveBlocks(models: readonly NamedCurves[]): Block[] {
  const charts = [rankingChart(models), calibrationChart(models), residualChart(models)].flatMap(chart =>
    chart === undefined ? [] : [chart],
  )
  if (charts.length === 0) return []
  const titles = charts.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)).join(', ')
  return [
    folded(
      'curves',
      [strong('Curves'), ` · ${titles.replace(/^rOC/, 'ROC')}`],
      ...charts.flatMap((chart): Block[] => [
        paragraph(`${chart.title}. ${chart.description}`),
        { block: 'chart', chart },
      ]),
    ),
  ]
}

function rankingChart(models: readonly NamedCurves[]): LineChart | undefined {
  const { rows = 0, 'positive-rows': positives = rows } = models[0]?.evaluation ?? {}
  const wanted = positives / rows < RARE ? 'precision-recall' : 'roc'
  return pathChart(models, wanted) ?? pathChart(models, wanted === 'roc' ? 'precision-recall' : 'roc')
}

function pathChart(models: readonly NamedCurves[], key: 'roc' | 'precision-recall'): LineChart | undefined {
  const drawn = drawnBy(models, key)
  if (drawn.length === 0) return undefined
  const lines = drawn.map(({ name, points }) => ({ name, values: resample(points, 0, 1, POINTS) }))
  const isRoc = key === 'roc'
  // The place that people look at: a tenth of the negatives called, or half of the positives found.
  const at = isRoc ? 0.1 : 0.5
  const said = drawn.map(
    ({ name, points }) => `${metricText(resample(points, at, 1, 2)[0] as number)} by the ${name}`,
  )
  const found = isRoc
    ? `Share of the positive rows that is found where a tenth of the negative ones is called positive: ${said.join(', ')}.`
    : `Share of the rows called positive that are so, where half of the positive ones is found: ${said.join(', ')}.`
  return {
    title: isRoc ? 'ROC curve' : 'Precision and recall',
    description: `${found}${isRoc ? ' Ideal is the upper left corner; a useless model lies on the rising line.' : ''}`,
    x: { title: isRoc ? 'False-positive rate' : 'Recall', from: 0, to: 1 },
    y: { title: isRoc ? 'True-positive rate' : 'Precision', from: 0, to: 1 },
    lines: isRoc ? [rising(0, 1), ...lines] : lines,
  }
}

function calibrationChart(models: readonly NamedCurves[]): LineChart | undefined {
  const drawn = models.flatMap(({ name, evaluation }) => {
    const bins = evaluation.curves?.calibration ?? []
    const points = bins
      .map(({ predicted, observed }): Point => [predicted, observed])
      .sort((a, b) => a[0] - b[0])
    return points.length < 2 ? [] : [{ name, points }]
  })
  if (drawn.length === 0) return undefined
  // Where both models predict anything: a line drawn further would be invented.
  const from = Math.max(...drawn.map(({ points }) => points[0]?.[0] ?? 0))
  const to = Math.min(...drawn.map(({ points }) => points.at(-1)?.[0] ?? 1))
  if (to <= from) return undefined
  const ideal = rising(from, to)
  const lines = drawn.map(({ name, points }) => ({ name, values: resample(points, from, to, POINTS) }))
  const heights = [ideal, ...lines].flatMap(({ values }) => values)
  const worst = drawn.map(({ name, points }) => {
    const off = Math.max(...points.map(([predicted, observed]) => Math.abs(observed - predicted)))
    return `${metricText(off)} by the ${name}`
  })
  return {
    title: 'Calibration',
    description: `Largest gap between what was predicted and what came true, over groups of rows with like predictions: ${worst.join(', ')}. Ideal is the rising line.`,
    // In per cent: shorter numbers stand side by side under a narrow picture.
    x: { title: 'Predicted probability (per cent)', from: 100 * from, to: 100 * to },
    y: { title: 'Share that came true', from: Math.min(0, ...heights), to: Math.max(...heights) },
    lines: [ideal, ...lines],
  }
}

/** A line as high as it is far. */
function rising(from: number, to: number): LineChart['lines'][number] {
  return {
    name: 'ideal',
    values: resample(
      [
        [from, from],
        [to, to],
      ],
      from,
      to,
      POINTS,
    ),
  }
}

function residualChart(models: readonly NamedCurves[]): LineChart | undefined {
  const drawn = drawnBy(models, 'residuals')
  if (drawn.length === 0) return undefined
  const lines = drawn.map(({ name, points }) => ({ name, values: resample(points, 0.05, 0.95, POINTS) }))
  const ideal = { name: 'ideal', values: Array.from({ length: POINTS }, () => 0) } as const
  const heights = [ideal, ...lines].flatMap(({ values }) => values)
  const said = drawn.map(({ name, points }) => {
    const [low = 0, middle = 0, high = 0] = resample(points, 0.05, 0.95, 3)
    return `${metricText(low)} to ${metricText(high)} by the ${name} (median ${metricText(middle)})`
  })
  return {
    title: 'Residuals',
    description: `Nine tenths of predicted − actual lie in ${said.join(', in ')}. Ideal is 0.`,
    x: { title: 'Share of rows', from: 0.05, to: 0.95 },
    y: { title: 'Predicted − actual', from: Math.min(...heights), to: Math.max(...heights) },
    lines: [ideal, ...lines],
  }
}

function drawnBy(models: readonly NamedCurves[], key: Exclude<keyof Curves, 'calibration'>) {
  return models.flatMap(({ name, evaluation }) => {
    const points = evaluation.curves?.[key] ?? []
    return points.length < 2 ? [] : [{ name, points: [...points].sort((a, b) => a[0] - b[0]) }]
  })
}
