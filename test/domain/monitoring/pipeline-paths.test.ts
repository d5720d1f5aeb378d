import { expect, test } from 'vitest'
import { isOfPipeline } from '../../../src/domain/monitoring/pipeline-paths.ts'
import { ModelDefinition } from '../../../src/domain/registry/definition.ts'

const DEFINITION = ModelDefinition.parse({
  task: 'binary-classification',
  target: 'churn',
  'positive-class': 'Yes',
  train: { command: 'python train.py', data: 'docs/train.csv', seed: 7, watch: ['src/**'] },
  monitor: { current: { uri: 'docs/seen/2026-*.csv' }, reference: { uri: 's3://bucket/x.parquet' } },
})
const counts = (path: string) => isOfPipeline(DEFINITION, 'registry/models/churn/model.yaml', path)

test('workflows, the model itself, its code and the data that model.yaml names are of the pipeline', () => {
  for (const path of [
    '.github/workflows/etl.yml',
    'registry/models/churn/model.yaml',
    'src/features/join.sql',
    'docs/train.csv',
    'docs/train.csv/part-1.csv',
    'docs/seen/2026-03.csv',
  ])
    expect([path, counts(path)]).toEqual([path, true])
})

test('other models, words and what nobody watches are not', () => {
  for (const path of [
    'registry/models/fraud/model.yaml',
    'registry/models/churn-2/model.yaml',
    'docs/guide.md',
    'docs/seen/2025-03.csv',
    'README.md',
    '.github/CODEOWNERS',
  ])
    expect([path, counts(path)]).toEqual([path, false])
})
