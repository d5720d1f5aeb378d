import { ModelyardError } from '../domain/errors/index.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { LATER_DEFINITION_KEYS, ModelDefinition } from '../domain/registry/definition.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import { editYaml, parseYaml } from '../domain/registry/yaml-file.ts'
import type { Ports } from '../ports.ts'
import type { EvaluationData } from './labelled-scores.ts'
import { digestOfData, digestOfNamedData } from './move-facts.ts'
import { valueOrThrow } from './registry-reader.ts'

/**
 * The rows to judge on: those that the policy names, or with `data` others, which no gate will take.
 *
 * @throws {ModelyardError} `bad-input` where the policy names none; `digest-mismatch` where the file is not the one
 *   that it pins; `path-escape` where a link leads out of the repository.
 */
export async function findEvaluationData(
  state: ModelState,
  { data, pin }: { readonly data?: string | undefined; readonly pin?: boolean | undefined },
  ports: Ports,
): Promise<EvaluationData> {
  const named = state.definition.evaluate?.data
  if (data !== undefined) {
    const sha256 = await digestOfData(data, ports.artifacts)
    return { uri: data, path: data, sha256, pinned: sha256 === named?.sha256 }
  }
  if (named === undefined) {
    throw new ModelyardError({
      code: 'bad-input',
      message: `${state.name} names no evaluation data`,
      next: 'write `evaluate: {data: {uri: data/test.csv}}` into its model.yaml, or name a file: --data FILE',
    })
  }
  const path = `${ports.worktree.root}/${named.uri}`
  const sha256 = await digestOfNamedData(named.uri, ports)
  if (named.sha256 === undefined || named.sha256 === sha256 || pin) {
    return { uri: named.uri, path, sha256, pinned: named.sha256 === sha256 }
  }
  throw new ModelyardError({
    code: 'digest-mismatch',
    message: `${named.uri} hashes to ${sha256.slice(0, 12)}…, and model.yaml pins ${named.sha256.slice(0, 12)}…`,
    next: 'restore the file, or pin the new one with --pin and have that reviewed',
    place: { path: named.uri },
  })
}

/**
 * Writes the digest of the evaluation data into model.yaml on disk; comments and order stay. Whether it changed.
 *
 * @throws {ModelyardError} What is wrong with that file, where it cannot be read.
 */
export async function pinEvaluationData(
  state: ModelState,
  data: EvaluationData,
  { worktree }: Ports,
): Promise<boolean> {
  const path = `${modelFolder(state.config, state.name)}/model.yaml`
  const bytes = await worktree.readFile(path)
  if (bytes === undefined) return false
  valueOrThrow(parseYaml(ModelDefinition, path, bytes, { later: LATER_DEFINITION_KEYS }))
  const text = new TextDecoder().decode(bytes)
  const edited = editYaml(text, [
    { keys: ['evaluate', 'data', 'uri'], value: data.uri },
    { keys: ['evaluate', 'data', 'sha256'], value: data.sha256 },
  ])
  if (edited === text) return false
  await worktree.writeFile(path, new TextEncoder().encode(edited))
  return true
}
