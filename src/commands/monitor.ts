import * as z from 'zod/mini'
import { DEFAULT_THRESHOLDS, type FeatureDrift } from '../domain/drift/feature-drift.ts'
import { type ExactDistances, judgeDrift, outcomeOfDrift, undecided } from '../domain/drift/judge-drift.ts'
import type { DriftResult } from '../domain/results/drift.ts'
import { kolmogorovSmirnov } from '../domain/stats/kolmogorov-smirnov.ts'
import type { Ports, Tables } from '../ports.ts'
import { defineMeasurement, type Watch } from './define.ts'
import { model } from './inputs.ts'
import { digestOfData, digestOfNamedData } from './move-facts.ts'
import { profileAgainst, profileReference } from './profile-sample.ts'
import { missingKey, readWorkingDefinition } from './working-definition.ts'

const RESAMPLES = 2000

const File = z.string().check(z.minLength(1), z.maxLength(4000))

const input = z.strictObject({
  model,
  current: File.check(z.describe('What production saw: a CSV, Parquet or JSON lines file.')),
  reference: z
    .optional(File)
    .check(z.describe('What it is compared with; left out: the training data that model.yaml names.')),
  seed: z
    ._default(z.int().check(z.minimum(0), z.maximum(2 ** 31 - 1)), 0)
    .check(z.describe('Of p-values that are resampled.')),
})
type Input = z.output<typeof input>

export const monitor = defineMeasurement({
  name: 'monitor',
  summary: 'Whether what production sees is still what the model was trained on.',
  details: `Compares each column that both samples have: numbers by Kolmogorov and Smirnov's test, categories by the
chi-squared test of homogeneity, and the share of missing values beside them. A feature drifted when the difference is
large enough to matter and its p-value, adjusted over all tests of the run, is below 0.05. Where too few rows could not
have shown such a difference, it says so in place of a pass. The target may be missing from what production saw.`,
  positional: ['model', 'current'],
  examples: [
    {
      command: 'modelyard monitor telco-churn current.csv',
      does: 'compares a file with the training data that model.yaml names',
    },
    {
      command: 'modelyard monitor telco-churn march.csv --reference february.csv',
      does: 'compares two files, column by column',
    },
  ],
  permission: 'read',
  doors: ['cli'],
  input,
  results: ['drift'],
  async run(given, ports, watch): Promise<DriftResult> {
    const found = await readWorkingDefinition(given.model, ports.worktree)
    const { train, target } = found.definition
    if (given.reference === undefined && train === undefined)
      throw missingKey(found, 'train', 'train: {command: …, data: …}, or name a --reference')
    const reference = await referenceOf(given, train?.data ?? '', ports)
    const sha256 = await digestOfData(given.current, ports.artifacts)
    const features = await compared(reference.path, given, ports.tables, watch)
    const labelled = features.map(feature => unlabelled(feature, target))
    return {
      kind: 'drift',
      model: given.model,
      outcome: outcomeOfDrift(labelled),
      reference: {
        uri: reference.uri,
        sha256: reference.sha256,
        rows: await ports.tables.countRows(reference.path),
      },
      current: { uri: given.current, sha256, rows: await ports.tables.countRows(given.current) },
      thresholds: { ...DEFAULT_THRESHOLDS },
      features: labelled,
      seed: given.seed,
      remarks: reference.sha256 === sha256 ? ['both samples are the same file'] : [],
      next: [],
    }
  },
})

async function referenceOf({ reference: given }: Input, named: string, ports: Ports) {
  if (given !== undefined)
    return { uri: given, path: given, sha256: await digestOfData(given, ports.artifacts) }
  const sha256 = await digestOfNamedData(named, ports)
  return { uri: named, path: `${ports.worktree.root}/${named}`, sha256 }
}

async function compared(
  path: string,
  { current, seed }: Input,
  tables: Tables,
  { progress }: Watch,
): Promise<FeatureDrift[]> {
  progress?.('reading the reference')
  const before = await profileReference(path, tables)
  progress?.('reading the current sample')
  const after = await profileAgainst(current, before, tables)
  const found = judgeDrift(before, after, DEFAULT_THRESHOLDS, seed)
  const open = undecided(found)
  if (open.length === 0) return found
  progress?.('computing distances anew that the profile leaves open')
  return judgeDrift(before, after, DEFAULT_THRESHOLDS, seed, await exactly(open, path, current, seed, tables))
}

/** One column at a time: both samples of it are in memory. */
async function exactly(
  columns: readonly string[],
  reference: string,
  current: string,
  seed: number,
  tables: Tables,
): Promise<ExactDistances> {
  const found = new Map<string, { distance: number; pValue: number }>()
  for (const column of columns) {
    const [before, after] = await Promise.all([
      tables.numbers(reference, [column]),
      tables.numbers(current, [column]),
    ])
    const { statistic, pValue } = kolmogorovSmirnov(
      before[0] ?? new Float64Array(),
      after[0] ?? new Float64Array(),
      { resamples: RESAMPLES, seed },
    )
    found.set(column, { distance: statistic, pValue })
  }
  return found
}

/** Labels come later than what they are of. */
function unlabelled(found: FeatureDrift, target: string | undefined): FeatureDrift {
  if (found.feature !== target || !found.grounds.includes('gone')) return found
  return { ...found, status: 'skipped', grounds: ['no-labels'] }
}
