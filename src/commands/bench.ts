import * as z from 'zod/mini'
import { type InputsPlan, planInputs } from '../domain/comparison/input-plan.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import { noisyQuantiles } from '../domain/latency/summary.ts'
import { CHAMPION, championOf, type ModelState } from '../domain/registry/model-state.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { LatencyResult } from '../domain/results/latency.ts'
import type { ColumnFacts, InputPlan, Ports, TimedModel } from '../ports.ts'
import { defineMeasurement, type Watch } from './define.ts'
import { withEvaluationData } from './evaluation-data.ts'
import { originOf, writeEvidence } from './evidence-writer.ts'
import { measureInputs, model, version } from './inputs.ts'
import { type EvaluationData, namedData, rowsMeasuredOn, rowsRemarks } from './labelled-scores.ts'
import { openRegistry, type RegistryAt, readModel, readVersion, resolveVersion } from './registry-reader.ts'
import { sampleRows } from './sample-rows.ts'
import { limitRemarks } from './score-model.ts'
import { readModelBytes } from './score-version.ts'
import { timePairs } from './time-pairs.ts'
import { sideOf } from './version-side.ts'

/** Requests that are made of the data; enough that no model answers from a cache of its own rows. */
const MOST_REQUESTS = 1000
/** Rows over all requests: their tensors are held in memory, three times. */
const MOST_ROWS = 200_000

export const bench = defineMeasurement({
  name: 'bench',
  summary: 'How fast a version answers, against the champion.',
  details: `Loads the champion twice and the challenger once in one process and lets them answer the same
requests in pairs, in random order: first the champion against itself, then champion against challenger. Reports
ratios of p50, p95 and p99 with intervals. Times are service times of single requests, one at a time: no queue
and no network is in them.`,
  positional: ['model', 'champion', 'challenger'],
  examples: [
    { command: 'modelyard bench telco-churn 2 5 --seconds 2', does: 'compares how fast two versions answer' },
    {
      command: 'modelyard bench telco-churn --rows-per-request 256 --seconds 2 --no-evidence',
      does: 'looks at batches of the newest version, for information',
    },
  ],
  permission: 'write',
  doors: ['action', 'cli'],
  asksGitHub: true,
  input: z.strictObject({
    model,
    champion: z
      ._default(version, CHAMPION)
      .check(z.describe('The version that serves: a number, an alias or a stage.')),
    challenger: z._default(version, 'latest').check(z.describe('The version that asks to replace it.')),
    rowsPerRequest: z
      ._default(z.int().check(z.minimum(1), z.maximum(MOST_ROWS)), 1)
      .check(z.describe('Rows that one request carries.')),
    seconds: z
      ._default(z.number().check(z.gt(0), z.maximum(3600)), 20)
      .check(z.describe('How long to measure; never fewer than 200 pairs.')),
    seed: z
      ._default(z.int().check(z.minimum(0), z.maximum(2 ** 31 - 1)), 0)
      .check(z.describe('Seed of the order and of the bootstrap.')),
    ...measureInputs,
  }),
  results: ['latency'],
  async run(input, ports, watch): Promise<LatencyResult> {
    const startedAt = ports.clock.now()
    const registry = await openRegistry(ports.repository)
    const state = await readModel(registry, input.model)
    if (input.champion === CHAMPION && championOf(state.pointers) === undefined)
      throw nothingToCompare(state.name)
    const [champion, challenger] = (await Promise.all(
      [input.champion, input.challenger].map(async text =>
        readVersion(registry, state.name, await resolveVersion(registry, state, text)),
      ),
    )) as [VersionRecord, VersionRecord]
    return withEvaluationData(state, input, [champion, challenger], ports, data =>
      timed(input, { startedAt, registry, state, champion, challenger, data }, ports, watch),
    )
  },
})

/** Two versions, and the rows that they answer for. */
interface Timed {
  /** UTC, milliseconds. */
  readonly startedAt: number
  readonly registry: RegistryAt
  readonly state: ModelState
  readonly champion: VersionRecord
  readonly challenger: VersionRecord
  readonly data: EvaluationData
}

async function timed(
  input: {
    readonly rowsPerRequest: number
    readonly seconds: number
    readonly seed: number
    readonly evidence: boolean
  },
  { startedAt, registry, state, champion, challenger, data }: Timed,
  ports: Ports,
  watch: Watch,
): Promise<LatencyResult> {
  const present = await ports.tables.columns(data.path)
  const sides = [
    await sideToTime(registry, state, champion, present, ports),
    await sideToTime(registry, state, challenger, present, ports),
  ] as const
  const { rowsPerRequest } = input
  const columns = sides.flatMap(({ plan }) => plan.columns)
  const rows = await sampleRows(ports.tables, data, columns, {
    parts: Math.min(MOST_REQUESTS, Math.floor(MOST_ROWS / rowsPerRequest)),
    length: rowsPerRequest,
  })
  const models = timedModels(state, sides)
  const loaded = await ports.stopwatch.load({ models, rows, rowsPerRequest, signal: watch.signal })
  const facts = await (async () => {
    try {
      const requests = rows.rows / rowsPerRequest
      const { seconds, seed } = input
      return await timePairs({ loaded, requests, rowsPerRequest, seconds, seed }, watch)
    } finally {
      await loaded.close()
    }
  })()
  const evidence = {
    schema: 1,
    kind: 'latency',
    subject: {
      artifact: challenger.artifact.sha256,
      ...rowsMeasuredOn(data),
      champion: champion.artifact.sha256,
    },
    facts,
    origin: await originOf(startedAt, registry.commit, ports, []),
  } as const
  const written = input.evidence
    ? [(await writeEvidence(registry, state, challenger, evidence, ports)).written]
    : []
  const noisy = noisyQuantiles(facts)
  return {
    kind: 'latency',
    model: state.name,
    commit: registry.commit,
    champion: sideOf(state, champion),
    challenger: sideOf(state, challenger),
    facts,
    noisy,
    data: namedData(data),
    engine: ports.inference.engine,
    seconds: (ports.clock.now() - startedAt) / 1000,
    evidence: written,
    remarks: [
      ...new Set(sides.flatMap(({ plan }) => plan.remarks)),
      ...limitRemarks(loaded.memoryLimit),
      ...(champion.artifact.sha256 === challenger.artifact.sha256
        ? ['both versions are the same artifact']
        : []),
      ...rowsRemarks(data),
    ],
    next:
      noisy.length === 0
        ? []
        : [
            `measure again where less else runs, or longer: modelyard bench ${state.name} ${champion.version} ${challenger.version} --seconds 60`,
          ],
  }
}

interface SideToTime {
  readonly bytes: Uint8Array
  readonly plan: InputsPlan
}

async function sideToTime(
  registry: RegistryAt,
  state: ModelState,
  record: VersionRecord,
  present: readonly ColumnFacts[],
  ports: Ports,
): Promise<SideToTime> {
  const bytes = await readModelBytes(registry, state, record, ports, undefined)
  const signature = record.signature ?? (await ports.inference.describe(bytes)).signature
  return { bytes, plan: planInputs(signature, present, state.definition.target) }
}

/** The champion twice and the challenger; the columns of the two stand one after the other. */
function timedModels(
  { definition }: ModelState,
  [champion, challenger]: readonly [SideToTime, SideToTime],
): TimedModel[] {
  const task = definition.task === 'regression' ? 'regression' : 'classification'
  const behind = champion.plan.columns.length
  const shifted = challenger.plan.inputs.map(
    (input): InputPlan => ({ ...input, columns: input.columns.map(position => position + behind) }),
  )
  const first = { model: champion.bytes, inputs: champion.plan.inputs, task } as const
  return [first, first, { model: challenger.bytes, inputs: shifted, task }]
}

function nothingToCompare(name: string): ModelyardError {
  return new ModelyardError({
    code: 'unknown-version',
    message: `${name} has no champion yet, and one version alone has no ratio`,
    next: `name two versions: modelyard bench ${name} 1 2`,
  })
}
