import { predictionDifference, type RowDifference } from '../domain/comparison/prediction-difference.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { Reproducibility } from '../domain/evidence/reproducibility.ts'
import type { Signature, VersionRecord } from '../domain/registry/version.ts'
import type { Ports } from '../ports.ts'
import type { Watch } from './define.ts'
import { withEvaluationData } from './evaluation-data.ts'
import type { EvaluationData } from './labelled-scores.ts'
import type { MeasuredVersion } from './measured-version.ts'
import { scoreVersion } from './score-version.ts'

type Found = Pick<
  Reproducibility,
  'finding' | 'rows' | 'tolerance' | 'compared-on' | 'largest-difference' | 'rows-beyond' | 'why'
>

/** What the predictions of two trainings tell. */
export interface TrainedDifference {
  /** Undefined where the registered model itself cannot be scored: then nothing was found out. */
  readonly found: Found | undefined
  readonly furthest: readonly RowDifference[]
  readonly remarks: readonly string[]
}

/** The new artifact. */
interface Again {
  readonly path: string
  readonly sha256: string
}

/**
 * Compares a registered model with the one that was trained again: by their bytes, and where these differ by what they
 * predict for the evaluation data, row by row.
 *
 * @param data - Other rows to compare on than those that model.yaml names.
 * @param tolerance - Of a row's prediction, see `predictionDifference`.
 */
export async function compareTrained(
  { registry, state, record }: MeasuredVersion,
  again: Again,
  { tolerance, data: given }: { readonly tolerance: number; readonly data?: string | undefined },
  ports: Ports,
  watch: Watch,
): Promise<TrainedDifference> {
  if (again.sha256 === record.artifact.sha256)
    return { found: { finding: 'same-bytes' }, furthest: [], remarks: [] }
  return withEvaluationData(state, { data: given }, [record], ports, data =>
    predictionsDiffer({ registry, state, record }, again, tolerance, data, ports, watch),
  )
}

async function predictionsDiffer(
  { registry, state, record }: MeasuredVersion,
  again: Again,
  tolerance: number,
  data: EvaluationData,
  ports: Ports,
  watch: Watch,
): Promise<TrainedDifference> {
  const score = (version: VersionRecord, copy?: string) =>
    scoreVersion(registry, state, version, data, ports, watch, { artifact: copy })
  const first = await score(record).catch(notRunnable)
  if (first instanceof ModelyardError) {
    const why = `the bytes differ, and predictions cannot be compared: ${first.message}`
    return { found: undefined, furthest: [], remarks: [why] }
  }
  const second = await asVersion(record, again, ports)
    .then(version => score(version, again.path))
    .catch(notRunnable)
  if (second instanceof ModelyardError) {
    const why = `the model that was trained again cannot be scored: ${second.message}`.slice(0, 500)
    return { found: { finding: 'different', why }, furthest: [], remarks: [] }
  }
  const { rows, largest, beyond, furthest } = predictionDifference(
    first.predictions,
    second.predictions,
    tolerance,
  )
  return {
    found: {
      finding: beyond === 0 ? 'same-predictions' : 'different',
      rows,
      tolerance,
      'compared-on': data.sha256,
      'largest-difference': largest,
      'rows-beyond': beyond,
    },
    furthest,
    remarks: [],
  }
}

/** The error where a model cannot be run; anything else is thrown on. */
function notRunnable(error: unknown): ModelyardError {
  if (error instanceof ModelyardError && (error.code === 'not-runnable' || error.code === 'bad-artifact'))
    return error
  throw error
}

/** The new artifact as a version like the registered one, so that it is scored alike. */
async function asVersion(
  record: VersionRecord,
  { path, sha256 }: { readonly path: string; readonly sha256: string },
  { artifacts, inference }: Ports,
): Promise<VersionRecord> {
  if (record.artifact.format !== 'onnx') return { ...record, artifact: { ...record.artifact, sha256 } }
  if (!path.endsWith('.onnx')) {
    throw new ModelyardError({
      code: 'bad-artifact',
      message: `it is ${path.split('/').at(-1)}, and the registered one is ONNX`,
      next: 'train with the command that made the registered one',
    })
  }
  const { signature } = await inference.describe(await artifacts.readAll(path))
  return {
    ...record,
    artifact: { ...record.artifact, sha256 },
    signature: withColumns(signature, record.signature),
  }
}

/** A model does not say which columns fill an input of several; whoever registered it did. */
function withColumns(signature: Signature, registered: Signature | undefined): Signature {
  return {
    ...signature,
    inputs: signature.inputs.map(input => {
      const columns = registered?.inputs.find(({ name }) => name === input.name)?.columns
      return columns === undefined ? input : { ...input, columns }
    }),
  }
}
