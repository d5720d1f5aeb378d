import * as z from 'zod/mini'
import { DEFAULT_THRESHOLDS, type DriftThresholds, type FeatureDrift } from '../domain/drift/feature-drift.ts'
import { type ExactDistances, judgeDrift, outcomeOfDrift, undecided } from '../domain/drift/judge-drift.ts'
import { driftMetrics } from '../domain/monitoring/metrics.ts'
import type { Monitor } from '../domain/registry/monitor-keys.ts'
import type { DriftResult } from '../domain/results/drift.ts'
import { kolmogorovSmirnov } from '../domain/stats/kolmogorov-smirnov.ts'
import type { Tables } from '../ports.ts'
import { defineMeasurement, type Watch } from './define.ts'
import { metrics, model, version } from './inputs.ts'
import { type MonitoredReference, readReference } from './monitored-reference.ts'
import { digestOfData } from './move-facts.ts'
import { profileAgainst } from './profile-sample.ts'
import { readWorkingDefinition } from './working-definition.ts'
import { writeMetrics } from './write-metrics.ts'

const RESAMPLES = 2000

const File = z.string().check(z.minLength(1), z.maxLength(4000))

const input = z.strictObject({
  model,
  current: File.check(z.describe('What production saw: a CSV, Parquet or JSON lines file.')),
  version: z
    .optional(version)
    .check(z.describe('Whose training data it is compared with; left out: the champion.')),
  reference: z.optional(File).check(z.describe('A file that it is compared with in their place.')),
  metrics,
  seed: z
    ._default(z.int().check(z.minimum(0), z.maximum(2 ** 31 - 1)), 0)
    .check(z.describe('Of p-values that are resampled.')),
  evidence: z
    ._default(z.boolean(), true)
    .check(
      z.describe(
        'Leave the profile of training data beside a version that has none; --no-evidence only looks.',
      ),
    ),
})

export const monitor = defineMeasurement({
  name: 'monitor',
  summary: 'Whether what production sees is still what the model was trained on.',
  details: `Compares each column that both samples have: numbers by Kolmogorov and Smirnov's test, categories by the
chi-squared test of homogeneity, and the share of missing values beside them. A feature drifted when the difference is
large enough to matter and its p-value, adjusted over all tests of the run, is below 0.05. Where too few rows could not
have shown such a difference, it says so in place of a pass. The target may be missing from what production saw.
The training data are read once: their profile is kept as evidence, and from then on a run reads the current file alone.`,
  positional: ['model', 'current'],
  examples: [
    {
      command: 'modelyard monitor telco-churn current.csv',
      does: 'compares a file with what the champion was trained on',
    },
    {
      command: 'modelyard monitor telco-churn march.csv --reference february.csv',
      does: 'compares two files, column by column',
    },
  ],
  permission: 'read',
  doors: ['action', 'cli'],
  input,
  results: ['drift'],
  async run(given, ports, watch): Promise<DriftResult> {
    const found = await readWorkingDefinition(given.model, ports.worktree)
    const { target, monitor: keys = {} } = found.definition
    const thresholds = thresholdsOf(keys)
    const ignored = new Set(keys.ignore)
    const folder = await ports.process.temporaryFolder()
    try {
      const reference = await readReference(given, found, folder, ports, watch)
      const sha256 = await digestOfData(given.current, ports.artifacts)
      const rules = { thresholds, ignored, seed: given.seed }
      const features = await compared(reference, given.current, rules, ports.tables, watch)
      const labelled = features.map(feature => unlabelled(feature, target))
      const result: DriftResult = {
        kind: 'drift',
        model: given.model,
        outcome: outcomeOfDrift(labelled),
        reference: reference.facts,
        current: { uri: given.current, sha256, rows: await ports.tables.countRows(given.current) },
        thresholds,
        features: labelled,
        seed: given.seed,
        evidence: reference.written,
        remarks: [
          ...(reference.facts.sha256 === sha256 ? ['both samples are the same file'] : []),
          ...unknownColumns(ignored, features),
        ],
        next: reference.written.some(({ is }) => is === 'new') ? [PROFILED] : [],
      }
      if (given.metrics !== undefined)
        await writeMetrics(given.metrics, driftMetrics(result, ports.clock.now()), ports)
      return result
    } finally {
      await folder.remove()
    }
  },
})

const PROFILED =
  'the next promotion of this version takes its profile along; from then on a run needs no training data'

function thresholdsOf({ thresholds: given = {} }: Monitor): DriftThresholds {
  const usual = DEFAULT_THRESHOLDS
  return {
    level: given.level ?? usual.level,
    numbers: given.numbers ?? usual.numbers,
    categories: given.categories ?? usual.categories,
    missing: given.missing ?? usual.missing,
  }
}

interface Rules {
  readonly thresholds: DriftThresholds
  /** Columns that are not compared. */
  readonly ignored: ReadonlySet<string>
  readonly seed: number
}

async function compared(
  reference: MonitoredReference,
  current: string,
  { thresholds, ignored, seed }: Rules,
  tables: Tables,
  { progress }: Watch,
): Promise<FeatureDrift[]> {
  const { profile } = reference
  const kept = ([column]: readonly [string, unknown]) => !ignored.has(column)
  const before = new Map([...profile].filter(kept))
  progress?.('reading the current sample')
  const after = await profileAgainst(current, before, tables)
  const seen = new Map([...after].filter(kept))
  const left = [...new Set([...profile.keys(), ...after.keys()])].filter(column => ignored.has(column))
  const judge = (exact?: ExactDistances) => [
    ...judgeDrift(before, seen, thresholds, seed, exact),
    ...left.map((feature): FeatureDrift => ({ feature, status: 'skipped', grounds: ['ignored'] })),
  ]
  const found = judge()
  const open = undecided(found)
  const rows = open.length === 0 ? undefined : await reference.rowsAt()
  if (rows === undefined) return found
  progress?.('computing distances anew that the profile leaves open')
  return judge(await exactly(open, rows, current, seed, tables))
}

/** A column that was called otherwise once would be compared from then on, and nobody would know why. */
function unknownColumns(ignored: ReadonlySet<string>, features: readonly FeatureDrift[]): string[] {
  const known = new Set(features.map(({ feature }) => feature))
  const gone = [...ignored].filter(column => !known.has(column))
  return gone.length === 0 ? [] : [`model.yaml leaves out what neither sample has: ${gone.join(', ')}`]
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
