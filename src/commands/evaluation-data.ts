import type { RowTraps } from '../domain/comparison/repeated-rows.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import { rowsRule } from '../domain/evidence/judging-rows.ts'
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
import { rowsByRule, type Trained } from './rows-by-rule.ts'

/** Which rows are wanted. */
export interface WantedData {
  /** Other rows than those that the policy names. */
  readonly data?: string | undefined
  readonly pin?: boolean | undefined
  /** Where a window ends that a rule chooses, in place of the last whole day. */
  readonly until?: string | undefined
}

/**
 * Does something with the rows to judge on: those that the policy names, or with `data` others, which no gate will take. Rows
 * that a rule chooses lie in a file of their own until it is done.
 *
 * @param trainedOn - Who is judged: where a rule chooses, no row is taken that one of them may have been trained on.
 * @throws {ModelyardError} `bad-input` where the policy names none; `digest-mismatch` where the file is not the one
 *   that it pins; `bad-data` where a rule leaves no rows; `path-escape` where a link leads out of the repository.
 */
export async function withEvaluationData<T>(
  state: ModelState,
  wanted: WantedData,
  trainedOn: readonly Trained[],
  ports: Ports,
  use: (data: EvaluationData) => Promise<T>,
): Promise<T> {
  const named = state.definition.evaluate?.data
  const rule = named && rowsRule(named)
  if (wanted.data !== undefined || rule === undefined) {
    if (wanted.until !== undefined) throw noWindow(state.name)
    return use(await findFile(state, wanted, ports))
  }
  if (wanted.pin) throw nothingToPin(state.name)
  const folder = await ports.process.temporaryFolder()
  try {
    return await use(await rowsByRule(rule, wanted.until, trainedOn, folder, ports))
  } finally {
    await folder.remove()
  }
}

async function findFile(state: ModelState, { data, pin }: WantedData, ports: Ports): Promise<EvaluationData> {
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

function noWindow(name: string): ModelyardError {
  return new ModelyardError({
    code: 'bad-input',
    message: `\`until\` ends the window of a rule, and ${name} is judged on a file`,
    next: 'leave it out, or write `time` and `window-days` below evaluate.data of model.yaml',
  })
}

function nothingToPin(name: string): ModelyardError {
  return new ModelyardError({
    code: 'bad-input',
    message: `the rows that judge ${name} are chosen by a rule, so there is no file to pin`,
    next: 'leave --pin out; to judge by a file, write its path alone below evaluate.data of model.yaml',
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
