import { ModelyardError } from '../domain/errors/index.ts'
import type { ModelDefinition } from '../domain/registry/definition.ts'
import type { DataReference, VersionRecord } from '../domain/registry/version.ts'
import type { Ports, Repository } from '../ports.ts'
import { digestOfData } from './move-facts.ts'
import { openRegistry, readModel } from './registry-reader.ts'

/** What a version was trained from. */
export interface TrainingFacts {
  /** A commit whose tree is the one that was trained. */
  readonly commit: string
  /** The model.yaml of that commit. */
  readonly definition: ModelDefinition
  readonly train: NonNullable<ModelDefinition['train']>
  readonly data: DataReference
}

/**
 * Finds the commit, the training command and the training data that a version names.
 *
 * @throws {ModelyardError} `no-commit` where this clone does not have the commit; `digest-mismatch` where its tree is
 *   not the one that the record names; `bad-input` where there is no training command, or no one training data.
 */
export async function readTrainingFacts(
  model: string,
  record: VersionRecord,
  repository: Repository,
): Promise<TrainingFacts> {
  const commit = await findTrainedCommit(record, repository)
  const definition = await definitionAt(commit, model, record, repository)
  const { train } = definition
  if (train === undefined) throw cannotTrain(record, `has no \`train\` in the model.yaml of ${model}`)
  const named = record.data.filter(({ role }) => role === 'train')
  const data = named.find(({ uri }) => uri === train.data) ?? named[0]
  if (data === undefined || (named.length > 1 && data.uri !== train.data)) {
    throw new ModelyardError({
      code: 'bad-input',
      message: `version ${record.version} names ${named.length === 0 ? 'no training data' : 'several training data, and none is that of model.yaml'}, so it cannot be said what to train on`,
      next: 'register versions with the data that they were trained on: --data train=PATH',
    })
  }
  return { commit, definition, train, data }
}

/** A squash merge loses the commit to clones, but some commit of the branch holds the same tree. */
async function findTrainedCommit(record: VersionRecord, repository: Repository): Promise<string> {
  const found = await repository.resolve(record.commit)
  if (found !== undefined) {
    const { tree } = await repository.commitFacts(found)
    if (tree === record.tree) return found
    throw new ModelyardError({
      code: 'digest-mismatch',
      message: `version ${record.version} names the commit ${record.commit.slice(0, 7)} with the tree ${record.tree.slice(0, 7)}, and that commit's tree is ${tree.slice(0, 7)}`,
      next: 'the record was changed by hand: see what happened with `modelyard validate`',
    })
  }
  const head = await repository.resolve('HEAD')
  const { entries } = head === undefined ? { entries: [] } : await repository.chain(head)
  for (const { commit } of entries.toReversed()) {
    if ((await repository.commitFacts(commit)).tree === record.tree) return commit
  }
  throw new ModelyardError({
    code: 'no-commit',
    message: `this clone has no commit with the code that version ${record.version} was trained from (${record.commit.slice(0, 7)})`,
    next: `fetch it: git fetch origin ${record.commit}; a shallow clone first: git fetch --unshallow`,
  })
}

async function definitionAt(
  commit: string,
  model: string,
  record: VersionRecord,
  repository: Repository,
): Promise<ModelDefinition> {
  try {
    return (await readModel(await openRegistry(repository, commit), model, { records: false })).definition
  } catch (error) {
    const isAbsent =
      error instanceof ModelyardError && (error.code === 'no-registry' || error.code === 'unknown-model')
    throw isAbsent ? cannotTrain(record, `has no model.yaml of ${model}`) : error
  }
}

function cannotTrain({ version, commit }: VersionRecord, why: string): ModelyardError {
  return new ModelyardError({
    code: 'bad-input',
    message: `version ${version} was trained from ${commit.slice(0, 7)}, which ${why}, so there is no command to train it again`,
    next: 'commit `train: {command: …, data: …}` before you train: later versions can be reproduced',
  })
}

/**
 * Where the training data of a version lies: in the checkout of its commit, in the user's, or where they say.
 *
 * @param given - A file or folder that the user named; then nothing else is looked at.
 * @returns Its path from the root of the file system.
 * @throws {ModelyardError} `digest-mismatch` where what is there is not what it was trained on; `bad-data` where nothing
 *   is there.
 */
export async function findTrainingData(
  { uri, sha256 }: DataReference,
  checkout: string,
  given: string | undefined,
  { artifacts, worktree }: Pick<Ports, 'artifacts' | 'worktree'>,
): Promise<string> {
  const places = given === undefined ? [`${checkout}/${uri}`, `${worktree.root}/${uri}`, uri] : [given]
  const found: string[] = []
  for (const place of places) {
    const digest = await digestOfData(place, artifacts).catch(onlyAbsent)
    if (digest === sha256) return artifacts.place(place)
    if (digest !== undefined) found.push(digest)
  }
  const named = given ?? uri
  const next = 'bring the file as it was, and name it: --data FILE; Git LFS and DVC files are fetched first'
  const [digest] = found
  throw digest === undefined
    ? new ModelyardError({ code: 'bad-data', message: `the training data ${named} is not there`, next })
    : new ModelyardError({
        code: 'digest-mismatch',
        message: `the training data ${named} hashes to ${digest.slice(0, 12)}…, and the version was trained on ${sha256.slice(0, 12)}…`,
        next,
      })
}

function onlyAbsent(error: unknown): undefined {
  if (error instanceof ModelyardError && error.code === 'bad-data') return undefined
  throw error
}
