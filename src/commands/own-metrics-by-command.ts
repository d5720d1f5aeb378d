import type { OwnMetrics } from '../domain/comparison/own-metrics.ts'
import { type OwnValues, parseOwnMetric } from '../domain/comparison/parse-own-metric.ts'
import { rowsOf } from '../domain/comparison/predicted-rows.ts'
import type { Predictions } from '../domain/comparison/predictions.ts'
import { predictionsCsv } from '../domain/comparison/predictions-file.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import { joinedBytes } from '../domain/joined-bytes.ts'
import { modelFolder } from '../domain/registry/config.ts'
import type { OwnMetricRule } from '../domain/registry/evaluate-keys.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { Limits, Ports } from '../ports.ts'
import { failureOf, USUAL_LIMITS } from './command-failure.ts'
import type { Watch } from './define.ts'
import type { EvaluationData, ScoredVersion } from './labelled-scores.ts'
import type { RegistryAt } from './registry-reader.ts'
import { type AtHand, scoreVersion } from './score-version.ts'

const PREDICTIONS = 'predictions.csv'
/** A number as a language may write it, with what stands between two of them; and for one alone. */
const BYTES = { perRow: 64, least: 64 * 1024 }

/** What a version predicted, and what the commands of the user's own made of it. */
export interface MeasuredScores extends ScoredVersion {
  readonly own: OwnMetrics
}

/**
 * Scores a version, and lets the commands of `evaluate.metrics` measure what it predicted.
 *
 * @throws {ModelyardError} As `scoreVersion` and `measureOwnMetrics`.
 */
export async function scoreWithOwnMetrics(
  registry: RegistryAt,
  state: ModelState,
  record: VersionRecord,
  data: EvaluationData,
  ports: Ports,
  watch: Watch,
  atHand: AtHand = {},
): Promise<MeasuredScores> {
  const scored = await scoreVersion(registry, state, record, data, ports, watch, atHand)
  return { ...scored, own: await measureOwnMetrics(state, record, scored.predictions, data, ports, watch) }
}

type OwnMetricPorts = Pick<Ports, 'artifacts' | 'process'>

/**
 * Runs the command of each metric of the user's own, one after the other, in the repository's root. It finds the
 * evaluation data, the target included, in `MODELYARD_DATA`; what was predicted for each of its rows, a CSV, in
 * `MODELYARD_PREDICTIONS`; an empty folder in `MODELYARD_OUT`; a seed in `MODELYARD_SEED`. It prints JSON on standard
 * output: one finite number a row, or one for all.
 *
 * @param limits - Of each command.
 * @throws {ModelyardError} With the place of the declaration: `not-runnable` where a command fails or is killed,
 *   `timed-out`, `bad-data` where it prints something else; `interrupted`.
 */
export async function measureOwnMetrics(
  state: Pick<ModelState, 'name' | 'config' | 'definition'>,
  { version }: Pick<VersionRecord, 'version'>,
  predictions: Predictions,
  data: Pick<EvaluationData, 'path'>,
  ports: OwnMetricPorts,
  watch: Watch,
  limits: Limits = USUAL_LIMITS,
): Promise<OwnMetrics> {
  const { evaluate, train } = state.definition
  const rules = Object.entries(evaluate?.metrics ?? {})
  const found = new Map<string, { readonly rule: OwnMetricRule; readonly values: OwnValues }>()
  if (rules.length === 0) return found
  const input = await ports.process.temporaryFolder()
  try {
    await input.write(PREDICTIONS, bytesOf(predictionsCsv(predictions, evaluate ?? {})))
    const env = {
      MODELYARD_DATA: ports.artifacts.place(data.path),
      MODELYARD_PREDICTIONS: `${input.path}/${PREDICTIONS}`,
      MODELYARD_SEED: String(train?.seed ?? 0),
    }
    for (const [name, rule] of rules) {
      const about = { name, rule, rows: rowsOf(predictions), env, limits }
      const values = await runOwnMetric(about, ports, watch).catch((error: unknown) => {
        throw placed(error, version, `${modelFolder(state.config, state.name)}/model.yaml`)
      })
      found.set(name, { rule, values })
    }
    return found
  } finally {
    await input.remove()
  }
}

interface OwnMetricRun {
  readonly name: string
  readonly rule: OwnMetricRule
  readonly rows: number
  readonly env: Readonly<Record<string, string>>
  readonly limits: Limits
}

async function runOwnMetric(
  { name, rule, rows, env, limits }: OwnMetricRun,
  { process }: OwnMetricPorts,
  { signal, progress }: Watch,
): Promise<OwnValues> {
  const output = await process.temporaryFolder()
  try {
    progress?.(`measuring ${name} by its command`)
    const keptOutputBytes = BYTES.least + (rule.per === 'row' ? BYTES.perRow * rows : 0)
    const end = await process.run({
      command: rule.command,
      env: { ...env, MODELYARD_OUT: output.path },
      limits,
      signal,
      said: line => progress?.(line),
      keptOutputBytes,
    })
    const { text = '', isWhole = true } = end.output ?? {}
    if (!isWhole) throw tooMuch(name, rule, keptOutputBytes)
    const failure = failureOf(end, limits, {
      named: `the command of the metric \`${name}\``,
      variables: ['MODELYARD_DATA', 'MODELYARD_PREDICTIONS', 'MODELYARD_OUT'],
    })
    if (failure !== undefined) throw failure
    return parseOwnMetric(name, rule, text, rows)
  } finally {
    await output.remove()
  }
}

function tooMuch(name: string, { per }: OwnMetricRule, bytes: number): ModelyardError {
  return new ModelyardError({
    code: 'bad-data',
    message: `the command of the metric \`${name}\` printed more than ${bytes} bytes`,
    next: `print ${per === 'row' ? 'a list of one number a row' : 'one number'} on standard output, and everything else on standard error`,
  })
}

/** The same error with the version that was measured, and where the command is declared. */
function placed(error: unknown, version: number, path: string): unknown {
  if (!(error instanceof ModelyardError) || error.code === 'interrupted') return error
  const { code, message, next } = error
  return new ModelyardError({
    code,
    message: `version ${version}: ${message}`,
    next,
    place: { path },
    cause: error,
  })
}

function bytesOf(pieces: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder()
  return joinedBytes(Array.from(pieces, piece => encoder.encode(piece)))
}
