import { readFileSync } from 'node:fs'
import type { MetricName } from '../../src/domain/comparison/metric-catalogue.ts'
import {
  alignBinary,
  alignMulticlass,
  alignRegression,
  type Predictions,
} from '../../src/domain/comparison/predictions.ts'

/** The models of `test/fixtures/models`, by scikit-learn, XGBoost and LightGBM. */
export const FIXTURE_MODELS = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map(version => `telco-churn/v${version}`),
  'chicago-ridership/v1',
  'chicago-ridership/v2',
  'digits/v1',
  'digits/v2',
]

const root = new URL('../fixtures/', import.meta.url)

export function fixture(path: string): Buffer {
  return readFileSync(new URL(path, root))
}

export interface ReferenceMetrics {
  readonly task: Predictions['task']
  readonly sklearn: Readonly<Record<string, unknown>>
  readonly onnx: Readonly<Record<string, unknown>>
}

export function referenceMetrics(model: string): ReferenceMetrics {
  return JSON.parse(fixture(`models/${model}/metrics.json`).toString('utf8'))
}

/** Our names of the figures in `metrics.json`. */
export const REFERENCE_NAMES: Readonly<Record<string, MetricName>> = {
  accuracy: 'accuracy',
  balanced_accuracy: 'balanced-accuracy',
  precision: 'precision',
  recall: 'recall',
  f1: 'f1',
  matthews: 'matthews',
  roc_auc: 'roc-auc',
  average_precision: 'average-precision',
  log_loss: 'log-loss',
  brier: 'brier',
  macro_f1: 'macro-f1',
  weighted_f1: 'weighted-f1',
  roc_auc_ovr_macro: 'roc-auc-ovr',
  rmse: 'rmse',
  mae: 'mae',
  r2: 'r2',
  mape: 'mape',
  median_absolute_error: 'median-absolute-error',
  mean_error: 'mean-error',
}

/** Rows of plain CSV without quoted commas, by column. */
export function readColumns(text: string): Map<string, string[]> {
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/)
  const names = header.split(',').map(name => name.replaceAll('"', ''))
  const rows = lines.map(line => line.split(',').map(cell => cell.replaceAll('"', '')))
  return new Map(names.map((name, index) => [name, rows.map(row => row[index] as string)]))
}

function column(columns: Map<string, string[]>, name: string): string[] {
  const found = columns.get(name)
  if (found === undefined) throw new Error(`no column ${name}`)
  return found
}

/** The test rows' labels, in the order of the predictions. */
export function actualLabels(model: string): string[] {
  if (model.startsWith('telco-churn')) {
    const path = new URL('../../examples/telco-churn/data/test.csv', import.meta.url)
    return column(readColumns(readFileSync(path, 'utf8')), 'churn')
  }
  const rows = testRows(model)
  const chicago = model.startsWith('chicago')
  const data = readColumns(
    fixture(chicago ? 'data/chicago-ridership.csv' : 'models/digits/data.csv').toString('utf8'),
  )
  const labels = column(data, chicago ? 'ridership' : ([...data.keys()].at(-1) as string))
  return rows.map(row => labels[row] as string)
}

export function testRows(model: string): number[] {
  const folder = model.split('/')[0] as string
  return column(readColumns(fixture(`models/${folder}/test-rows.csv`).toString('utf8')), 'row').map(Number)
}

export function labelColumn(name: string, values: readonly string[]) {
  const words = [...new Set(values)]
  return { name, words, codes: Uint32Array.from(values, value => words.indexOf(value)) }
}

/** The predictions that the library which trained the model made itself, in float64. */
export function ownPredictions(model: string): Predictions {
  const columns = readColumns(fixture(`models/${model}/predictions.csv`).toString('utf8'))
  const numbers = (name: string) => Float64Array.from(column(columns, name), Number)
  const labels = actualLabels(model)
  switch (referenceMetrics(model).task) {
    case 'regression':
      return alignRegression(numbers('prediction'), {
        name: 'ridership',
        values: Float64Array.from(labels, Number),
      })
    case 'binary-classification': {
      const values = numbers('probability')
      const probabilities = { classes: [], values, width: 1 }
      return alignBinary({ rows: values.length, probabilities }, labelColumn('churn', labels), 'Yes')
    }
    default: {
      const classes = [...columns.keys()].filter(name => name.startsWith('probability_'))
      const parts = classes.map(numbers)
      const rows = labels.length
      const values = Float64Array.from({ length: rows * classes.length }, (_, at) => {
        const part = parts[at % classes.length] as Float64Array
        return part[Math.floor(at / classes.length)] as number
      })
      const named = classes.map(name => name.slice('probability_'.length))
      return alignMulticlass(
        { rows, probabilities: { classes: named, values, width: named.length } },
        labelColumn('digit', labels),
      )
    }
  }
}
