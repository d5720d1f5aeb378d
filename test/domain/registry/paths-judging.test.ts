import { expect, test } from 'vitest'
import { ModelDefinition } from '../../../src/domain/registry/definition.ts'
import { pathsJudging } from '../../../src/domain/registry/governance.ts'

const judging = (uri: string, rule: object = {}) =>
  pathsJudging(
    ModelDefinition.parse({ task: 'regression', target: 'rides', evaluate: { data: { uri, ...rule } } }),
  )

test.each([
  ['data/test.csv', {}, ['data/test.csv']],
  ['data/rides.csv', { time: 'day', 'window-days': 60 }, ['data/rides.csv']],
  // Who may add a file there chooses the rows.
  ['data/judging/2026-*.csv', { time: 'day', 'window-days': 60 }, ['data/judging']],
  ['data/*/rides.csv', { time: 'day', 'window-days': 60 }, ['data']],
  ['data/{old,new}/*.csv', { time: 'day', 'window-days': 60 }, ['data']],
  // What is no pattern is the name of one file, whatever stands in it.
  ['data/test [1].csv', {}, ['data/test [1].csv']],
  ['s3://rides/*.parquet', { time: 'day', 'window-days': 60 }, []],
])('rows of %s are guarded where they lie in the repository', (uri, rule, paths) => {
  expect(judging(uri, rule)).toEqual(paths)
})
