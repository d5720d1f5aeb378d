import { type DataColumn, type InputsPlan, planInputs } from '../domain/comparison/input-plan.ts'
import type { Row } from '../domain/contract/probes.ts'
import type { ContractCheck } from '../domain/evidence/contract.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { Signature, VersionRecord } from '../domain/registry/version.ts'
import type { Ports } from '../ports.ts'
import { type Asked, type AskedArtifact, askedArtifact } from './ask-artifact.ts'
import type { Watch } from './define.ts'
import type { EvaluationData } from './labelled-scores.ts'
import { rowsOf } from './probe-rows.ts'
import type { RegistryAt } from './registry-reader.ts'
import { sampleRows } from './sample-rows.ts'
import { readModelBytes } from './score-version.ts'

/** Rows of the data that are asked for; spread over the file. */
export const ROWS = 32

/** What was tried and how it came out. */
export interface Found {
  readonly checks: readonly ContractCheck[]
  readonly remarks: readonly string[]
  readonly champion?: VersionRecord | undefined
  readonly url?: string
  readonly protocol?: 'rows' | 'v2'
}

/** A version's artifact, read and ready to be asked. */
export interface Subject {
  readonly record: VersionRecord
  readonly bytes: Uint8Array
  readonly signature: Signature
}

/** What an endpoint is held to. */
export interface Served {
  readonly version: number
  /** The artifact, or where it lies. */
  readonly model: Uint8Array | string
  /** What callers send. */
  readonly columns: readonly DataColumn[]
  readonly rows: readonly Row[]
  /** What the artifact itself answers for the rows. */
  readonly own: Asked
  /** How rows become tensors; undefined where nobody knows. */
  readonly plan: InputsPlan | undefined
  readonly remarks: readonly string[]
}

/**
 * @throws {ModelyardError} `bad-data` where the data does not feed the model's inputs.
 */
export async function servedByEngine(
  subject: Subject,
  state: ModelState,
  data: EvaluationData,
  ports: Ports,
  watch: Watch,
): Promise<Served> {
  const plan = await planOf(subject, state, data, ports)
  const rows = await rowsToAsk(plan, data, ports)
  const own = await askedBy(subject, plan, state, ports, watch).ask(rows)
  const { record, bytes } = subject
  const { columns, remarks } = plan
  return { version: record.version, model: bytes, columns, rows, own, plan, remarks }
}

export async function readSubject(
  registry: RegistryAt,
  state: ModelState,
  record: VersionRecord,
  ports: Ports,
): Promise<Subject> {
  const bytes = await readModelBytes(registry, state, record, ports, undefined)
  const signature = record.signature ?? (await ports.inference.describe(bytes)).signature
  return { record, bytes, signature }
}

/**
 * What feeds the model's inputs.
 *
 * @throws {ModelyardError} `bad-data` where the data does not have it.
 */
export async function planOf(
  { signature }: Subject,
  { definition }: ModelState,
  { path }: EvaluationData,
  { tables }: Ports,
): Promise<InputsPlan> {
  return planInputs(signature, await tables.columns(path), definition.target)
}

/** Rows of the data to ask for. */
export async function rowsToAsk(plan: InputsPlan, data: EvaluationData, { tables }: Ports): Promise<Row[]> {
  return rowsOf(await sampleRows(tables, data, plan.columns, { parts: ROWS, length: 1 }))
}

export function askedBy(
  { bytes }: Subject,
  plan: InputsPlan,
  state: ModelState,
  { inference }: Ports,
  { signal }: Watch,
): AskedArtifact {
  return askedArtifact(bytes, plan, taskOf(state), inference, signal)
}

export function taskOf({ definition }: ModelState): 'classification' | 'regression' {
  return definition.task === 'regression' ? 'regression' : 'classification'
}
