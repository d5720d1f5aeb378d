import { readFileSync } from 'node:fs'
import {
  alignBinary,
  type BinaryPredictions,
  type LabelColumn,
} from '../../src/domain/comparison/predictions.ts'
import { actualLabels, fixture, labelColumn, readColumns } from '../../test/support/fixture-models.ts'

const TEST_DATA = readColumns(
  readFileSync(new URL('../../examples/telco-churn/data/test.csv', import.meta.url), 'utf8'),
)

/** What an example model predicts of the 1,409 test rows, as scikit-learn has it. */
export function predictionsOf(version: number): BinaryPredictions {
  const model = `telco-churn/v${version}`
  const columns = readColumns(fixture(`models/${model}/predictions.csv`).toString('utf8'))
  const values = Float64Array.from(columns.get('probability') ?? [], Number)
  return alignBinary(
    { rows: values.length, probabilities: { classes: [], values, width: 1 } },
    labelColumn('churn', actualLabels(model)),
    'Yes',
  )
}

/** A column of the test rows. */
export function testColumn(name: string): LabelColumn {
  return labelColumn(name, TEST_DATA.get(name) ?? [])
}
