import { ModelyardError } from '../domain/errors/index.ts'
import { primaryMetric } from '../domain/registry/definition.ts'
import { championOf, type ModelState } from '../domain/registry/model-state.ts'
import type { Signature, VersionRecord } from '../domain/registry/version.ts'
import type { ComparisonResult } from '../domain/results/measurement.ts'
import type { Ports } from '../ports.ts'
import { compareFiles } from './compare-files.ts'
import type { Watch } from './define.ts'
import { findEvaluationData } from './evaluation-data.ts'
import { openRegistry, type RegistryAt, readModel, readVersion } from './registry-reader.ts'
import { placeOfArtifact } from './score-version.ts'
import { sideOf } from './version-side.ts'

interface PreviewInput {
  /** A model file that no version has. */
  readonly artifact: string
  /** In the place of the champion. */
  readonly against?: string | undefined
  readonly data?: string | undefined
  readonly seed: number
}

/**
 * The champion against a model that was not registered, such as a pull request's own run makes: a preview. It leaves no
 * evidence, and no gate takes it. Where training in full takes too long what the base's code and the head's make of the
 * same sample are compared: what a change does, and not how good either is.
 *
 * @throws {ModelyardError} `unknown-version` without a champion, where nothing stands in its place; `not-runnable` where its
 *   artifact is no ONNX; `bad-artifact` where it cannot be had; `digest-mismatch` where it is not the one on record; otherwise as scoring says.
 */
export async function comparePreview(
  name: string,
  input: PreviewInput,
  ports: Ports,
  watch: Watch,
): Promise<ComparisonResult> {
  const registry = await openRegistry(ports.repository)
  const state = await readModel(registry, name)
  const first =
    input.against === undefined
      ? await championIn(registry, state, input.artifact, ports)
      : { ...FROM_A_SAMPLE, file: input.against }
  const data = await findEvaluationData(state, input, ports)
  const { target, task, evaluate } = state.definition
  const { 'positive-class': positiveClass } = state.definition
  const result = await compareFiles(
    {
      champion: first.file,
      challenger: input.artifact,
      data: data.path,
      target,
      task,
      positiveClass,
      slices: evaluate?.slices,
      seed: input.seed,
      signature: first.signature,
      primary: primaryMetric(state.definition),
    },
    ports,
    watch,
  )
  return {
    ...result,
    model: state.name,
    commit: registry.commit,
    ...(first.side && { champion: first.side }),
    data: { uri: data.uri, sha256: data.sha256, pinned: data.pinned },
    remarks: [...result.remarks, first.remark],
    next: [...first.next],
  }
}

/** What the challenger is compared with, and what is said of that. */
interface First {
  readonly file: string
  readonly signature?: Signature | undefined
  /** Of a version. */
  readonly side?: ComparisonResult['champion']
  readonly remark: string
  readonly next: readonly string[]
}

const FROM_A_SAMPLE = {
  remark:
    'a preview: neither is a version, so no gate takes this; trained on a sample they say what the change does, and not how good either is',
  next: [],
} as const satisfies Omit<First, 'file'>

async function championIn(
  registry: RegistryAt,
  state: ModelState,
  challenger: string,
  ports: Ports,
): Promise<First> {
  const number = championOf(state.pointers)
  if (number === undefined) throw noChampion(state.name)
  const champion = await readVersion(registry, state.name, number)
  return {
    file: await artifactOf(registry, state, champion, ports),
    signature: champion.signature,
    side: sideOf(state, champion),
    remark: 'a preview: the challenger is no version, so no gate takes this',
    next: [`register it to have it judged: modelyard register ${state.name} ${challenger}`],
  }
}

/** Where the champion's artifact lies on this machine, its digest checked. */
async function artifactOf(
  registry: RegistryAt,
  state: ModelState,
  champion: VersionRecord,
  ports: Ports,
): Promise<string> {
  if (champion.artifact.format === 'onnx') return placeOfArtifact(registry, state, champion, ports)
  throw new ModelyardError({
    code: 'not-runnable',
    message: `the champion, version ${champion.version}, is no ONNX model, which a preview needs`,
    next: 'register the challenger, and compare the two versions',
  })
}

function noChampion(name: string): ModelyardError {
  return new ModelyardError({
    code: 'unknown-version',
    message: `${name} has no champion yet`,
    next: 'there is nothing to compare with before the first promotion',
  })
}
