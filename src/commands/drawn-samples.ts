import type { FeatureDrift } from '../domain/drift/feature-drift.ts'
import type { JudgedBy } from '../domain/drift/judge-drift.ts'
import { type PairedFeature, pairColumns } from '../domain/drift/pair-columns.ts'
import { unitChange } from '../domain/drift/unit-change.ts'
import type { DriftCause } from '../domain/monitoring/drift-cause.ts'
import type { SampleSource } from '../domain/monitoring/sample-source.ts'
import type { DriftResult } from '../domain/results/drift.ts'
import { classifierTwoSample } from '../domain/stats/two-sample-classifier.ts'
import type { Ports, TemporaryFolder } from '../ports.ts'
import { type DrawnCells, drawCells, numbersOf } from './drawn-cells.ts'
import type { MonitoredReference } from './monitored-reference.ts'
import type { WorkingDefinition } from './working-definition.ts'

/** What a run found, and where it came from. */
export interface Drifted {
  readonly result: DriftResult
  readonly found: WorkingDefinition
  readonly reference: MonitoredReference
  /** Where the current rows come from, and where they are. */
  readonly source: SampleSource
  readonly current: string
  readonly thresholds: JudgedBy
  /** Of the version that was asked for. */
  readonly version: string | undefined
}

/** Features that rows are drawn of, beside those that drifted. */
const MOST_FEATURES = 200

/** What the model's metric loses without each feature, where that is on record. */
export type Losses = ReadonlyMap<string, number> | undefined

/** Features that both samples hold; those first that matter most to the model, whatever they did. */
function comparedIn({ features }: DriftResult, losses: Losses): FeatureDrift[] {
  const lossOf = ({ feature }: FeatureDrift) => losses?.get(feature) ?? 0
  return features.filter(({ values }) => values !== undefined).sort((a, b) => lossOf(b) - lossOf(a))
}

/** Rows of a sample, with the features that matter most and what drifted. */
export async function drawSample(
  called: 'current' | 'reference',
  { result }: Drifted,
  path: string,
  losses: Losses,
  folder: TemporaryFolder,
  { tables }: Ports,
): Promise<DrawnCells> {
  const compared = comparedIn(result, losses)
  const wanted = compared.filter(({ status }, at) => at < MOST_FEATURES || status === 'drift')
  const names = wanted.map(({ feature }) => feature)
  return drawCells(path, names, { called: `drawn-${called}`, folder, seed: result.seed }, tables)
}

/** Whether a classifier tells both samples apart; or why nobody asked it. */
export async function tellApart(
  current: DrawnCells,
  drifted: Drifted,
  losses: Losses,
  folder: TemporaryFolder,
  ports: Ports,
): Promise<NonNullable<DriftCause['classifier']> | string> {
  const path = await drifted.reference.rowsAt()
  if (path === undefined) return 'the rows of the reference are not at hand, and a profile holds no rows'
  const compared = comparedIn(drifted.result, losses).slice(0, MOST_FEATURES)
  if (compared.length === 0) return 'no feature could be compared'
  const reference = await drawSample('reference', drifted, path, losses, folder, ports)
  const paired = compared.map(({ feature, values }): PairedFeature => {
    const cells = [...(reference.columns.get(feature) ?? []), ...(current.columns.get(feature) ?? [])]
    return values?.test === 'kolmogorov-smirnov'
      ? { kind: 'number', values: numbersOf(cells) }
      : { kind: 'text', words: cells }
  })
  const [n, m] = [reference.rows, current.rows]
  const { values, width, features } = pairColumns(paired, n + m)
  const { auc, pValue, permutations } = classifierTwoSample({ values, width, n, m }, drifted.result.seed)
  return { auc, 'p-value': pValue, permutations, rows: [n, m], features }
}

/** What each feature that drifted was multiplied by, where a unit explains it. */
export function unitsOf(
  { result, reference, thresholds }: Drifted,
  drawn: DrawnCells | undefined,
): Map<string, string> {
  const found = new Map<string, string>()
  for (const { feature, grounds, values } of result.features) {
    const [before, cells] = [reference.profile.get(feature), drawn?.columns.get(feature)]
    if (before?.type !== 'number' || cells === undefined || values === undefined) continue
    if (!grounds.includes('distribution')) continue
    const threshold = thresholds.learned?.get(feature) ?? thresholds.numbers
    const unit = unitChange(before, numbersOf(cells), values.distance, threshold)
    if (unit !== undefined) found.set(feature, unit)
  }
  return found
}
