import { primaryMetric } from '../domain/comparison/metric-catalogue.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import { guessKind } from '../domain/registry/artifact-kind.ts'
import { columnsNamed } from '../domain/registry/evaluate-keys.ts'
import { championOf, type ModelState } from '../domain/registry/model-state.ts'
import type { Signature } from '../domain/registry/version.ts'
import type { ComparisonResult } from '../domain/results/measurement.ts'
import type { HashedPath, Ports } from '../ports.ts'
import { type ComparedSide, compareSides, predictionsIn } from './compare-sides.ts'
import type { Watch } from './define.ts'
import { digestOfHashed } from './digest-of-path.ts'
import { readMeasuredBy } from './evaluation-columns.ts'
import { withEvaluationData } from './evaluation-data.ts'
import type { EvaluationData } from './labelled-scores.ts'
import { predictByCommand } from './predicted-by-command.ts'
import { openRegistry, type RegistryAt, readModel, readVersion } from './registry-reader.ts'
import type { Trained } from './rows-by-rule.ts'
import { scoreModel } from './score-model.ts'
import { scoreVersion } from './score-version.ts'
import { trainedModel } from './trained-model.ts'
import { sideOf } from './version-side.ts'

interface PreviewInput {
  /** A model that no version has, or the folder that a training left it in. */
  readonly artifact: string
  /** In the place of the champion. */
  readonly against?: string | undefined
  readonly data?: string | undefined
  readonly seed: number
}

/** What both sides are scored with. */
interface Scoring {
  readonly state: ModelState
  readonly data: EvaluationData
  readonly ports: Ports
  readonly watch: Watch
}

/**
 * The champion against a model that was not registered, such as a pull request's own run makes: a preview. It leaves no
 * evidence, and no gate takes it. Where training in full takes too long what the base's code and the head's make of the
 * same sample are compared: what a change does, and not how good either is. What is no ONNX is predicted by `predict`.
 *
 * @throws {ModelyardError} `unknown-version` without a champion, where nothing stands in its place; `bad-artifact` where
 *   a model cannot be had; `digest-mismatch` where the champion's is not the one on record; otherwise as scoring says.
 */
export async function comparePreview(
  name: string,
  input: PreviewInput,
  ports: Ports,
  watch: Watch,
): Promise<ComparisonResult> {
  const registry = await openRegistry(ports.repository)
  const state = await readModel(registry, name)
  return withEvaluationData(state, input, trainedHere(state, ports), ports, data =>
    preview(registry, input, { state, data, ports, watch }),
  )
}

/** Both sides may have been trained on what lies here. */
function trainedHere({ definition: { train } }: ModelState, { worktree }: Ports): Trained[] {
  return train === undefined ? [] : [{ path: `${worktree.root}/${train.data}`, called: 'the model' }]
}

async function preview(
  registry: RegistryAt,
  input: PreviewInput,
  scoring: Scoring,
): Promise<ComparisonResult> {
  const { state, data, ports, watch } = scoring
  const { definition } = state
  const first =
    input.against === undefined
      ? await championIn(registry, input.artifact, scoring)
      : { ...FROM_A_SAMPLE, side: await madeSide(input.against, undefined, scoring) }
  const challenger = await madeSide(input.artifact, first.signature, scoring)
  const result = await compareSides(
    [first.side, challenger],
    {
      data,
      target: definition.target,
      primary: primaryMetric(definition),
      seed: input.seed,
      beside: columnsNamed(definition.evaluate ?? {}),
      measuredBy: read => readMeasuredBy(definition, data, ports.tables, read),
    },
    ports,
    watch,
  )
  return {
    ...result,
    model: state.name,
    commit: registry.commit,
    ...(first.version && { champion: first.version }),
    remarks: [...result.remarks, first.remark],
    // A pull request's own run made it on a machine that is gone by now.
    next: [ports.host.run === undefined ? first.next : 'what its merge trains is measured and judged anew'],
  }
}

/** What the challenger is compared with, and what is said of that. */
interface First {
  readonly side: ComparedSide
  readonly signature?: Signature | undefined
  /** Where it is one. */
  readonly version?: ComparisonResult['champion']
  readonly remark: string
  /** At a terminal. */
  readonly next: string
}

const FROM_A_SAMPLE = {
  remark:
    'a preview: neither is a version, so no gate takes this; trained on a sample they say what the change does, and not how good either is',
  next: 'train it in full and register that to have it judged',
} as const satisfies Omit<First, 'side'>

async function championIn(
  registry: RegistryAt,
  challenger: string,
  { state, data, ports, watch }: Scoring,
): Promise<First> {
  const number = championOf(state.pointers)
  if (number === undefined) throw noChampion(state.name)
  const record = await readVersion(registry, state.name, number)
  const { artifact, signature } = record
  return {
    side: {
      file: `version ${number}`,
      sha256: artifact.sha256,
      predictedBy: artifact.format === 'onnx' ? undefined : BY_COMMAND,
      score: beside => scoreVersion(registry, state, record, data, ports, watch, { beside }),
    },
    signature,
    version: sideOf(state, record),
    remark: 'a preview: the challenger is no version, so no gate takes this',
    next: `register it to have it judged: modelyard register ${state.name} ${challenger}`,
  }
}

const BY_COMMAND = '`predict` of model.yaml'

/**
 * A model that was made and not registered.
 *
 * @param signature - Of the champion; it holds for a model whose inputs have the same names.
 */
async function madeSide(
  path: string,
  signature: Signature | undefined,
  { state, data, ports, watch }: Scoring,
): Promise<ComparedSide> {
  const { definition } = state
  const given = await ports.artifacts.hashPath(path)
  const file = modelIn(path, given)
  const hashed = file === path ? given : await ports.artifacts.hashPath(file)
  const sha256 = digestOfHashed(hashed, ports.artifacts)
  const predicted = predictionsIn(file, sha256, definition, data, ports)
  if (predicted !== undefined) return predicted
  const { predict, train } = definition
  if (isOnnx(file, hashed)) {
    const score = async (beside: readonly string[]) => {
      const bytes = await ports.artifacts.readAll(file)
      const model = { name: file, bytes, signature: await fitting(signature, bytes, ports) }
      return scoreModel(model, definition, data, ports, watch, { beside })
    }
    return { file, sha256, score }
  }
  if (predict === undefined) throw notRunnable(file)
  const request = { command: predict.command, model: ports.artifacts.place(file), seed: train?.seed ?? 0 }
  const score = () => predictByCommand(request, definition, data, ports, watch)
  return { file, sha256, predictedBy: BY_COMMAND, score }
}

/** The model itself, where a folder is named that a training left it in. */
function modelIn(path: string, { isFolder, files }: HashedPath): string {
  const left = isFolder ? trainedModel(files, 'train of model.yaml') : undefined
  return left !== undefined && 'name' in left ? `${path}/${left.name}` : path
}

function isOnnx(path: string, { isFolder }: { readonly isFolder: boolean }): boolean {
  return !isFolder && guessKind(new Uint8Array(), path).format === 'onnx'
}

/** A registered signature where the model has inputs of the same names. */
async function fitting(
  signature: Signature | undefined,
  bytes: Uint8Array,
  { inference }: Pick<Ports, 'inference'>,
): Promise<Signature | undefined> {
  if (signature === undefined) return undefined
  const names = ({ inputs }: Signature) => inputs.map(({ name }) => name).join('\n')
  const own = (await inference.describe(bytes)).signature
  return names(own) === names(signature) ? signature : undefined
}

function notRunnable(file: string): ModelyardError {
  return new ModelyardError({
    code: 'not-runnable',
    message: `\`${file}\` is no ONNX model, and nothing says how it predicts`,
    next: 'write `predict: {command: …}` into model.yaml, or export the model as ONNX',
  })
}

function noChampion(name: string): ModelyardError {
  return new ModelyardError({
    code: 'unknown-version',
    message: `${name} has no champion yet`,
    next: 'there is nothing to compare with before the first promotion',
  })
}
