import * as z from 'zod/mini'
import { DEFAULT_THRESHOLDS, type DriftThresholds, type FeatureDrift } from '../domain/drift/feature-drift.ts'
import {
  type ExactDistances,
  type JudgedBy,
  judgeDrift,
  outcomeOfDrift,
  type SampleProfile,
  undecided,
} from '../domain/drift/judge-drift.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import { driftMetrics } from '../domain/monitoring/metrics.ts'
import { overlapRemarks, repeatRemarks } from '../domain/monitoring/sample-remarks.ts'
import {
  currentSource,
  keptReference,
  plainFile,
  type SampleSource,
  sharedTimesOf,
} from '../domain/monitoring/sample-source.ts'
import { Moment, Span } from '../domain/monitoring/window.ts'
import type { Monitor } from '../domain/registry/monitor-keys.ts'
import { UserName } from '../domain/registry/names.ts'
import type { DriftResult } from '../domain/results/drift.ts'
import { kolmogorovSmirnov } from '../domain/stats/kolmogorov-smirnov.ts'
import type { Ports, Tables, TemporaryFolder } from '../ports.ts'
import { defineMeasurement, type Watch } from './define.ts'
import type { Drifted } from './drawn-samples.ts'
import { causeOfDrift } from './drift-cause.ts'
import { metrics, model, version } from './inputs.ts'
import { type Learned, learnFromChunks } from './learn-from-chunks.ts'
import { type MonitoredReference, readReference } from './monitored-reference.ts'
import { type MonitoredSample, openSample } from './monitored-sample.ts'
import { profileAgainst } from './profile-sample.ts'
import { readWorkingDefinition } from './working-definition.ts'
import { handOutMetrics, pushgateway } from './write-metrics.ts'

const RESAMPLES = 2000

const File = z.string().check(z.minLength(1), z.maxLength(4000))

const input = z.strictObject({
  model,
  current: z
    .optional(File)
    .check(
      z.describe(
        'What production saw: CSV, Parquet or JSON lines by path, pattern, https:// or s3://; left out: what model.yaml names.',
      ),
    ),
  sql: z
    .optional(z.string().check(z.minLength(1), z.maxLength(20_000)))
    .check(z.describe('A query of DuckDB in its place; it reads files of the repository.')),
  time: z
    .optional(UserName)
    .check(z.describe('The column that says when a row is of; UTC where it names no zone.')),
  window: z.optional(Span).check(z.describe('Read rows of so many days or hours alone, such as 7d or 12h.')),
  until: z
    .optional(Moment)
    .check(z.describe('Where the window ends, in UTC; left out: with the last whole day, or hour.')),
  version: z
    .optional(version)
    .check(z.describe('Whose training data it is compared with; left out: the champion.')),
  reference: z
    .optional(File)
    .check(z.describe('Files that it is compared with in their place, named as the current ones.')),
  learn: z
    ._default(z.boolean(), false)
    .check(z.describe('Learn from which distance on a feature drifted, from parts of the reference.')),
  together: z
    ._default(z.boolean(), false)
    .check(
      z.describe('Ask a classifier whether all features together moved, even where none did by itself.'),
    ),
  metrics,
  pushgateway,
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
  details: `Compares each column that both samples have: numbers by Kolmogorov and Smirnov's test, categories by the chi-squared
test of homogeneity, and the share of missing values beside them. A feature drifted when the difference is large
enough to matter and its p-value, adjusted over all tests of the run, is below 0.05. Where too few rows could not
have shown such a difference, it says so in place of a pass. The target may be missing from what production saw. The
training data are read once: their profile is kept as evidence, and from then on a run reads the current sample
alone. Where model.yaml says what production saw (monitor: {current: …}), no more than the model is named.`,
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
    {
      command: "modelyard monitor telco-churn 'seen/2026-*.csv' --time seen_at --window 7d",
      does: 'looks at the last seven days of many files',
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
    const source = currentSource(given, keys.current, ports.clock.now())
    const other = referenceSource(given, keys, source)
    const folder = await ports.process.temporaryFolder()
    try {
      const reference = await readReference({ ...given, reference: other }, found, folder, ports, watch)
      watch.progress?.('reading the current sample')
      const current = await openSample(source, 'current sample', folder, ports)
      const isLearned = given.learn || keys.thresholds?.learned === true
      const learned = isLearned
        ? await learn(reference, current, { level: thresholds.level, ignored }, ports.tables, watch)
        : { remarks: [] }
      const rules = { thresholds: { ...thresholds, learned: learned.thresholds }, ignored, seed: given.seed }
      const { features, profile } = await compared(reference, current.path, rules, ports.tables, watch)
      const labelled = features.map(feature => unlabelled(feature, target))
      const judged: DriftResult = {
        kind: 'drift',
        model: given.model,
        outcome: outcomeOfDrift(labelled),
        reference: reference.facts,
        current: current.facts,
        thresholds,
        ...(learned.chunks !== undefined && { chunks: learned.chunks }),
        features: labelled,
        seed: given.seed,
        evidence: reference.written,
        remarks: [
          ...sameRows(reference.facts.sha256, current.facts.sha256, source),
          ...reference.remarks,
          ...learned.remarks,
          ...current.remarks,
          ...(await sharedTimes(source, other, current, ports.tables)),
          ...(await repeated(current, profile, ports.tables)),
          ...unknownColumns(ignored, features),
        ],
        next: reference.written.some(({ is }) => is === 'new') ? [PROFILED] : [],
      }
      const result = await withCause(
        { result: judged, found, reference, source, current: current.path, ...rules, version: given.version },
        given.together || keys.together === true,
        folder,
        ports,
        watch,
      )
      const families = driftMetrics(result, ports.clock.now())
      return await handOutMetrics(result, 'drift', families, given, ports, watch)
    } finally {
      await folder.remove()
    }
  },
})

/** What is behind it is asked where something is. */
async function withCause(
  drifted: Drifted,
  isAsked: boolean,
  folder: TemporaryFolder,
  ports: Ports,
  { progress }: Watch,
): Promise<DriftResult> {
  const { result } = drifted
  if (result.outcome !== 'failed' && !isAsked) return result
  progress?.('looking for what is behind it')
  return { ...result, cause: await causeOfDrift(drifted, folder, ports) }
}

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

/** The call's own, then that of a version that it names, then what model.yaml says; undefined for training data. */
function referenceSource(
  given: { readonly reference?: string | undefined; readonly version?: string | undefined },
  keys: Monitor,
  current: SampleSource,
): SampleSource | undefined {
  if (given.reference !== undefined) return { from: { files: given.reference }, isKept: false }
  return given.version !== undefined || keys.reference === undefined
    ? undefined
    : keptReference(keys.reference, current)
}

function sameRows(reference: string, current: string, source: SampleSource): string[] {
  if (reference !== current) return []
  return [`both samples are the same ${plainFile(source) === undefined ? 'rows' : 'file'}`]
}

/** Rows that both take from one source would hide a drift. */
async function sharedTimes(
  source: SampleSource,
  reference: SampleSource | undefined,
  { path, facts }: MonitoredSample,
  tables: Tables,
): Promise<string[]> {
  const windows = sharedTimesOf(source, reference)
  if (source.times === undefined || windows.length === 0) return []
  return overlapRemarks(await tables.countWithin(path, source.times.column, windows), facts.rows)
}

async function repeated(
  { path, facts }: MonitoredSample,
  profile: SampleProfile,
  tables: Tables,
): Promise<string[]> {
  // Whole rows are not compared where a part of them cannot be read, which is told of its column.
  if ([...profile.values()].some(({ type }) => type === 'unreadable')) return []
  return repeatRemarks(await tables.countRepeats(path), facts.rows, profile)
}

/** What was learned, or why nothing was: then the usual thresholds hold. */
async function learn(
  reference: MonitoredReference,
  { facts }: MonitoredSample,
  { level, ignored }: { readonly level: number; readonly ignored: ReadonlySet<string> },
  tables: Tables,
  { progress }: Watch,
): Promise<Partial<Learned> & { readonly remarks: readonly string[] }> {
  const path = await reference.rowsAt()
  if (path === undefined) {
    return {
      remarks: [
        'thresholds are learned from rows of the reference, which are not at hand: the usual ones hold',
      ],
    }
  }
  progress?.('learning thresholds from parts of the reference')
  const compared = new Map([...reference.profile].filter(([column]) => !ignored.has(column)))
  const found = await learnFromChunks(path, compared, { rows: facts.rows, level }, tables).catch(unlessUnread)
  return 'why' in found ? { remarks: [found.why] } : { ...found, remarks: [] }
}

/** A column that cannot be read keeps the others from being learned of, and not from being compared. */
function unlessUnread(error: unknown): { readonly why: string } {
  if (!(error instanceof ModelyardError) || error.code !== 'bad-data') throw error
  return { why: `thresholds could not be learned, and the usual ones hold: ${error.message}` }
}

interface Rules {
  readonly thresholds: JudgedBy
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
): Promise<{ readonly features: FeatureDrift[]; readonly profile: SampleProfile }> {
  const { profile } = reference
  const kept = ([column]: readonly [string, unknown]) => !ignored.has(column)
  const before = new Map([...profile].filter(kept))
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
  if (rows === undefined) return { features: found, profile: after }
  progress?.('computing distances anew that the profile leaves open')
  return { features: judge(await exactly(open, rows, current, seed, tables)), profile: after }
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
