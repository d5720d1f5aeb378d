import { type Clusters, clustersOf } from '../domain/comparison/clusters.ts'
import { MetricSettings } from '../domain/comparison/metric-settings.ts'
import type { LabelColumn } from '../domain/comparison/predictions.ts'
import { repeatedKeys } from '../domain/comparison/repeated-keys.ts'
import type { ModelDefinition } from '../domain/registry/definition.ts'
import { columnsNamed } from '../domain/registry/evaluate-keys.ts'
import type { Tables } from '../ports.ts'
import { TargetCollector } from './labelled-scores.ts'
import { type Rows, readRows } from './selected-rows.ts'

const BATCH_ROWS = 65_536

/** How model.yaml has metrics measured, with what the columns that it names hold. */
export interface MeasuredBy {
  readonly settings: MetricSettings
  readonly slices: readonly LabelColumn[]
  readonly clusters: Clusters | undefined
  /** Rows whose key another row has before them; 0 without a key. */
  readonly repeatedKeys: number
}

/**
 * Reads the columns of the evaluation data that `evaluate` names beside the target: slices, clusters, keys.
 *
 * @param found - Those columns, where a pass over the data read them already.
 * @throws {ModelyardError} `bad-data` where a column is missing, or a row belongs to no cluster.
 */
export async function readMeasuredBy(
  { evaluate }: Pick<ModelDefinition, 'evaluate'>,
  data: Rows,
  tables: Tables,
  found?: ReadonlyMap<string, LabelColumn> | undefined,
): Promise<MeasuredBy> {
  const columns = found ?? (await readTextColumns(columnsNamed(evaluate ?? {}), data, tables))
  const { slices = [], cluster, key } = evaluate ?? {}
  const column = (name: string) => columns.get(name) as LabelColumn
  return {
    settings: settingsIn(evaluate ?? {}),
    slices: slices.map(column),
    clusters: cluster === undefined ? undefined : clustersOf(column(cluster)),
    repeatedKeys: key === undefined ? 0 : repeatedKeys(column(key)),
  }
}

export function settingsIn(evaluate: MetricSettings): MetricSettings {
  const names = Object.keys(MetricSettings.shape) as (keyof MetricSettings)[]
  return Object.fromEntries(
    names.flatMap(name => (evaluate[name] === undefined ? [] : [[name, evaluate[name]]])),
  )
}

/** Columns as words, by name. */
export async function readTextColumns(
  names: readonly string[],
  data: Rows,
  tables: Tables,
): Promise<ReadonlyMap<string, LabelColumn>> {
  if (names.length === 0) return new Map()
  const collectors = new Map(names.map(name => [name, new TargetCollector()]))
  const columns = names.map(name => ({ name, kind: 'text' }) as const)
  for await (const batch of readRows(tables, data, columns, BATCH_ROWS)) {
    for (const [index, values] of batch.columns.entries()) collectors.get(names[index] ?? '')?.add(values)
  }
  return new Map([...collectors].map(([name, collector]) => [name, { name, ...collector.text() }]))
}
