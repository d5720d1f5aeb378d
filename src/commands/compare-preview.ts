import { ModelyardError } from '../domain/errors/index.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { primaryMetric } from '../domain/registry/definition.ts'
import { championOf } from '../domain/registry/model-state.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { ComparisonResult } from '../domain/results/measurement.ts'
import type { Ports } from '../ports.ts'
import { compareFiles } from './compare-files.ts'
import type { Watch } from './define.ts'
import { findEvaluationData } from './evaluation-data.ts'
import { openRegistry, type RegistryAt, readModel, readVersion } from './registry-reader.ts'
import { sideOf } from './version-side.ts'

interface PreviewInput {
  /** A model file that no version has. */
  readonly artifact: string
  readonly data?: string | undefined
  readonly seed: number
}

/**
 * The champion against a model that was not registered, such as a pull request's own run makes: a preview. It leaves no
 * evidence, and no gate takes it.
 *
 * @throws {ModelyardError} `unknown-version` without a champion; `not-runnable` where its artifact does not lie in the
 *   repository or is no ONNX; `digest-mismatch` where it is not the one on record; otherwise as scoring says.
 */
export async function comparePreview(
  name: string,
  input: PreviewInput,
  ports: Ports,
  watch: Watch,
): Promise<ComparisonResult> {
  const registry = await openRegistry(ports.repository)
  const state = await readModel(registry, name)
  const number = championOf(state.pointers)
  if (number === undefined) throw noChampion(name)
  const champion = await readVersion(registry, state.name, number)
  const data = await findEvaluationData(state, input, ports)
  const { target, task, evaluate } = state.definition
  const { 'positive-class': positiveClass } = state.definition
  const result = await compareFiles(
    {
      champion: await artifactOf(registry, name, champion, ports),
      challenger: input.artifact,
      data: data.path,
      target,
      task,
      positiveClass,
      slices: evaluate?.slices,
      seed: input.seed,
      signature: champion.signature,
      primary: primaryMetric(state.definition),
    },
    ports,
    watch,
  )
  return {
    ...result,
    model: state.name,
    commit: registry.commit,
    champion: sideOf(state, champion),
    data: { uri: data.uri, sha256: data.sha256, pinned: data.pinned },
    remarks: [...result.remarks, 'a preview: the challenger is no version, so no gate takes this'],
    next: [`register it to have it judged: modelyard register ${state.name} ${input.artifact}`],
  }
}

/** Where the champion's artifact lies on disk, its digest checked. */
async function artifactOf(
  { config }: RegistryAt,
  name: string,
  { version, artifact }: VersionRecord,
  { artifacts, worktree }: Pick<Ports, 'artifacts' | 'worktree'>,
): Promise<string> {
  const { uri, sha256, format } = artifact
  if (!uri.startsWith('./') || format !== 'onnx') {
    throw new ModelyardError({
      code: 'not-runnable',
      message: `the champion, version ${version}, is no ONNX model in the repository, which a preview needs`,
      next: 'register the challenger, and compare the two versions',
    })
  }
  const path = `${worktree.root}/${modelFolder(config, name)}/versions/${version}/${uri.slice(2)}`
  const found = artifacts.hash(await artifacts.readAll(path))
  if (found === sha256) return path
  throw new ModelyardError({
    code: 'digest-mismatch',
    message: `version ${version} on disk hashes to ${found.slice(0, 12)}…, and its record says ${sha256.slice(0, 12)}…`,
    next: 'restore the file: git checkout',
  })
}

function noChampion(name: string): ModelyardError {
  return new ModelyardError({
    code: 'unknown-version',
    message: `${name} has no champion yet`,
    next: 'there is nothing to compare with before the first promotion',
  })
}
