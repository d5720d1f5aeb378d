import type { RowTraps } from '../domain/comparison/repeated-rows.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import { once } from '../domain/once.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { LATER_DEFINITION_KEYS, ModelDefinition } from '../domain/registry/definition.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import { editYaml, parseYaml } from '../domain/registry/yaml-file.ts'
import type { Ports } from '../ports.ts'
import type { EvaluationData } from './labelled-scores.ts'
import { digestOfData } from './move-facts.ts'
import { valueOrThrow } from './registry-reader.ts'
import { findRowTraps } from './row-traps.ts'

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
    const sha256 = await besideOpening(data, ports, () => digestOfData(data, ports.artifacts))
    const uri = ports.worktree.pathFromRoot(data) ?? data
    return {
      uri,
      path: data,
      sha256,
      pinned: sha256 === named?.sha256,
      rowTraps: once(() => rowTraps(data, state, ports)),
    }
  }
  if (named === undefined) {
    throw new ModelyardError({
      code: 'bad-input',
      message: `${state.name} names no evaluation data`,
      next: 'write `evaluate: {data: {uri: data/test.csv}}` into its model.yaml, or name a file: --data FILE',
    })
  }
  const path = `${ports.worktree.root}/${named.uri}`
  // Before anything reads it: a link on the way may lead out of the repository.
  await ports.worktree.listFiles(named.uri)
  const sha256 = await besideOpening(path, ports, () => digestOfData(path, ports.artifacts, named.uri))
  if (named.sha256 === undefined || named.sha256 === sha256 || pin) {
    const pinned = named.sha256 === sha256
    return { uri: named.uri, path, sha256, pinned, rowTraps: once(() => rowTraps(path, state, ports)) }
  }
  throw new ModelyardError({
    code: 'digest-mismatch',
    message: `${named.uri} hashes to ${sha256.slice(0, 12)}…, and model.yaml pins ${named.sha256.slice(0, 12)}…`,
    next: 'restore the file, or pin the new one with --pin and have that reviewed',
    place: { path: named.uri },
  })
}

/**
 * Does something to a file while the tables look at it: what reads data takes longer to load than most files to hash.
 * What is wrong with the rows is for whoever reads them.
 */
async function besideOpening<T>(
  path: string,
  { tables }: Pick<Ports, 'tables'>,
  work: () => Promise<T>,
): Promise<T> {
  const opened = tables.columns(path).catch(() => {})
  try {
    return await work()
  } catch (error) {
    await opened
    throw error
  }
}

/** Counted while the models are scored. */
async function rowTraps(
  path: string,
  { definition: { train } }: ModelState,
  { tables, worktree }: Ports,
): Promise<RowTraps> {
  if (train === undefined) return findRowTraps(tables, path, undefined)
  // A link on the way may lead out of the repository: then nothing is read there.
  const training = await worktree.listFiles(train.data).then(
    () => `${worktree.root}/${train.data}`,
    () => undefined,
  )
  return findRowTraps(tables, path, training)
}

/**
 * The model.yaml on disk with the digest of the evaluation data in it; comments and order stay. Undefined where it
 * stands there already.
 *
 * @throws {ModelyardError} What is wrong with that file, where it cannot be read, or would be wrong with the data in it.
 */
export async function pinEvaluationData(
  state: ModelState,
  data: EvaluationData,
  { worktree }: Pick<Ports, 'worktree'>,
): Promise<{ readonly path: string; readonly content: Uint8Array } | undefined> {
  const path = `${modelFolder(state.config, state.name)}/model.yaml`
  const bytes = await worktree.readFile(path)
  if (bytes === undefined) return undefined
  const check = (content: Uint8Array) =>
    valueOrThrow(parseYaml(ModelDefinition, path, content, { later: LATER_DEFINITION_KEYS }))
  check(bytes)
  const text = new TextDecoder().decode(bytes)
  const edited = editYaml(text, [
    { keys: ['evaluate', 'data', 'uri'], value: data.uri },
    { keys: ['evaluate', 'data', 'sha256'], value: data.sha256 },
  ])
  if (edited === text) return undefined
  const content = new TextEncoder().encode(edited)
  check(content)
  return { path, content }
}
