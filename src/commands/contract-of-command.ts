import type { DataColumn } from '../domain/comparison/input-plan.ts'
import { notAsked } from '../domain/contract/check.ts'
import type { Row } from '../domain/contract/probes.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { Ports } from '../ports.ts'
import { type AskedCommand, askedCommand } from './ask-command.ts'
import { type Found, ROWS, type Served } from './contract-subject.ts'
import type { Watch } from './define.ts'
import type { EvaluationData } from './labelled-scores.ts'
import { probeCommand } from './probe-command.ts'
import { rowsOf } from './probe-rows.ts'
import type { RegistryAt } from './registry-reader.ts'
import { sampleRows } from './sample-rows.ts'
import { placeOfArtifact } from './score-version.ts'

/** A run of `predict` for a few rows; loading what it needs may take its time. */
const LIMITS = { seconds: 600, bytes: 4 * 2 ** 30 }

/** An artifact that is no ONNX model, with the command that predicts by it. */
export interface CommandSubject {
  readonly record: VersionRecord
  /** Where the artifact lies. */
  readonly model: string
  readonly command: AskedCommand
}

/**
 * Undefined where the engine can load the artifact, or no command can.
 *
 * @throws {ModelyardError} `bad-artifact`, `digest-mismatch`; `bad-data` where the data has no column but the target.
 */
export async function readCommandSubject(
  registry: RegistryAt,
  state: ModelState,
  record: VersionRecord,
  data: EvaluationData,
  ports: Ports,
  watch: Watch,
): Promise<CommandSubject | undefined> {
  const { definition } = state
  const { predict, train, target } = definition
  if (record.artifact.format === 'onnx' || predict === undefined) return undefined
  const model = await placeOfArtifact(registry, state, record, ports)
  const columns = (await ports.tables.columns(data.path)).filter(({ name }) => name !== target)
  if (columns.length === 0) {
    throw new ModelyardError({
      code: 'bad-data',
      message: `${data.uri} holds nothing but \`${target}\``,
      next: 'name data with the columns that the model predicts from',
    })
  }
  const request = { command: predict.command, model, seed: train?.seed ?? 0, limits: LIMITS }
  return { record, model, command: askedCommand(request, columns, definition, ports, watch) }
}

/** Holds an artifact to itself, by the command that predicts by it. */
export async function commandFacts(
  { command }: CommandSubject,
  data: EvaluationData,
  ports: Ports,
  watch: Watch,
): Promise<Found> {
  watch.progress?.('asking the command of model.yaml for rows of the data')
  const { checks } = await probeCommand(command, await rowsAsWritten(command.columns, data, ports), watch)
  const unknown = ['inputs-fit-data', 'inputs-as-champion', 'outputs-as-champion', 'classes-as-champion']
  return {
    checks: [...unknown.map(check => notAsked(check, 'it is no ONNX model, which would say so')), ...checks],
    remarks: [],
  }
}

/** What an endpoint of such an artifact is held to. Tensors have no columns here: it cannot be asked by `v2`. */
export async function servedByCommand(
  { record, model, command }: CommandSubject,
  data: EvaluationData,
  ports: Ports,
): Promise<Served> {
  const { columns } = command
  const rows = rowsOf(await sampleRows(ports.tables, data, columns, { parts: ROWS, length: 1 }))
  const own = await command.ask(await rowsAsWritten(columns, data, ports))
  return { version: record.version, model, columns, rows, own, plan: undefined, remarks: [] }
}

/** The cells letter for letter, as a command reads them that is given the whole file. */
async function rowsAsWritten(
  columns: readonly DataColumn[],
  data: EvaluationData,
  { tables }: Ports,
): Promise<Row[]> {
  const asText = columns.map(({ name }) => ({ name, kind: 'text' as const }))
  return rowsOf(await sampleRows(tables, data, asText, { parts: ROWS, length: 1 }))
}
