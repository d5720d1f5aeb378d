import type { Evaluation } from '../../domain/evidence/evaluation.ts'
import type { LineName } from '../blocks.ts'
import type { NamedCurves } from '../sections/curves.ts'
import { type ChartSpecification, framed, PALETTES, type Theme } from './theme.ts'

type CurveName = 'roc' | 'precision-recall' | 'calibration' | 'residuals'

interface CurveKind {
  readonly title: string
  readonly subtitle: string
  readonly x: string
  readonly y: string
  /** Ends of the line that an ideal (or a useless) model would follow. */
  readonly ideal?: readonly [readonly [number, number], readonly [number, number]]
  readonly isShare: boolean
}

const KINDS: Readonly<Record<CurveName, CurveKind>> = {
  roc: {
    title: 'ROC curve',
    subtitle: 'ideal: the upper left corner; dotted: a useless model',
    x: 'false-positive rate',
    y: 'true-positive rate',
    ideal: [
      [0, 0],
      [1, 1],
    ],
    isShare: true,
  },
  'precision-recall': {
    title: 'Precision and recall',
    subtitle: 'ideal: the upper right corner',
    x: 'recall',
    y: 'precision',
    isShare: true,
  },
  calibration: {
    title: 'Calibration',
    subtitle: 'dotted: ideal; a point stands for rows with like predictions',
    x: 'predicted probability',
    y: 'share that came true',
    ideal: [
      [0, 0],
      [1, 1],
    ],
    isShare: true,
  },
  residuals: {
    title: 'Residuals',
    subtitle: 'quantiles of predicted − actual; dotted: ideal',
    x: 'share of rows',
    y: 'predicted − actual',
    ideal: [
      [0, 0],
      [1, 0],
    ],
    isShare: false,
  },
}

/** One kind of curve of all models that have it; undefined where none has. */
export function curveChart(
  name: CurveName,
  models: readonly NamedCurves[],
  theme: Theme,
): ChartSpecification | undefined {
  const values = models.flatMap(({ name: model, evaluation }) =>
    pointsOf(name, evaluation).map(([x, y, rows], order) => ({
      model,
      x: rounded(x),
      y: rounded(y),
      order,
      rows,
    })),
  )
  if (values.length < 2) return undefined
  const { title, subtitle, ideal, isShare, ...axes } = KINDS[name]
  const palette = PALETTES[theme]
  const names = [...new Set(values.map(({ model }) => model))]
  const color = {
    field: 'model',
    type: 'nominal',
    scale: { domain: names, range: names.map(model => colorOf(model, palette)) },
  }
  // Lines differ by their dashes too, not by colour alone.
  const strokeDash = {
    field: 'model',
    type: 'nominal',
    scale: { domain: names, range: names.map(model => (model === 'champion' ? [7, 4] : [1, 0])) },
  }
  const scale = isShare ? { domain: [0, 1] } : { zero: false }
  const axis = { tickCount: 5, format: isShare ? '.1f' : '~g' }
  return framed(theme, title, subtitle, {
    width: 420,
    height: 420,
    encoding: {
      x: {
        field: 'x',
        type: 'quantitative',
        title: axes.x,
        scale: { domain: [0, 1] },
        axis: { ...axis, format: '.1f' },
      },
      y: { field: 'y', type: 'quantitative', title: axes.y, scale, axis },
    },
    layer: [
      ...(ideal === undefined
        ? []
        : [
            {
              data: { values: ideal.map(([x, y]) => ({ x, y })) },
              mark: { type: 'line', strokeDash: [2, 4], strokeWidth: 2, color: palette.ideal },
            },
          ]),
      {
        data: { values },
        mark: { type: 'line', strokeWidth: 3 },
        encoding: { color, strokeDash, order: { field: 'order', type: 'quantitative' } },
      },
      // The lines have the legend: a layer for each model's points leaves it as it is.
      ...(name === 'calibration' ? names : []).map(model => ({
        data: { values: values.filter(point => point.model === model) },
        mark: { type: 'point', filled: true, opacity: 1, size: 90, color: colorOf(model, palette) },
      })),
    ],
  })
}

/** More digits than a picture shows, fewer than a file needs. */
const rounded = (value: number) => Number(value.toPrecision(6))

type Drawn = readonly [x: number, y: number, rows?: number]

function pointsOf(name: CurveName, { curves }: Evaluation): readonly Drawn[] {
  if (name !== 'calibration') return curves?.[name] ?? []
  return (curves?.calibration ?? []).map(
    ({ predicted, observed, rows }): Drawn => [predicted, observed, rows],
  )
}

function colorOf(name: LineName, palette: (typeof PALETTES)[Theme]): string {
  return name === 'champion' ? palette.champion : name === 'ideal' ? palette.ideal : palette.challenger
}
