import type * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import { firstError } from '../domain/problem.ts'
import { exportLines } from '../domain/registry/artifact-kind.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import { heldStages } from '../domain/registry/lifecycle.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import { timestamp } from '../domain/registry/names.ts'
import { Notes } from '../domain/registry/notes.ts'
import { numberAssignment, parseAssignment, parseMetrics, parseParams } from '../domain/registry/params.ts'
import { planRegistration } from '../domain/registry/plan-registration.ts'
import { stageOf } from '../domain/registry/pointers.ts'
import { type DataReference, Signature, VersionRecord } from '../domain/registry/version.ts'
import { watches } from '../domain/registry/watch.ts'
import type { RegistrationResult } from '../domain/results/registration.ts'
import type { Ports } from '../ports.ts'
import { readArtifact } from './artifact-reader.ts'
import { candidateBranch, candidateChange, readCandidate } from './candidate.ts'
import {
  appliedFacts,
  applyChangeSet,
  catchUp,
  mergeableBranch,
  nextOnBranch,
  TRAILER,
} from './change-set.ts'
import { defineChange } from './define.ts'
import { earlierOnBranch } from './earlier-branch.ts'
import { describeFile, judgedMove } from './move-change.ts'
import { digestOfData, digestOfNamedData } from './move-facts.ts'
import { lfsOfNextVersion, storeOutside } from './outside-artifact.ts'
import type { Standing } from './proposal-standing.ts'
import { type RegisterInput, registerInput } from './register-input.ts'
import { registrationFiles, registrationResult, withStanding } from './registration-result.ts'
import {
  openRegistry,
  type RegistryAt,
  readModel,
  readNotes,
  readVersions,
  unknownRevision,
  valueOrThrow,
} from './registry-reader.ts'
import { trainedFiles } from './trained-folder.ts'
import { trainingPull } from './training-pull.ts'

export const register = defineChange({
  name: 'register',
  summary: 'Make a new version from a model file.',
  details: `Hashes the artifact, reads an ONNX model's signature, and records the commit that was trained, data,
parameters and metrics. Anything but ONNX is registered unopened and judged by its predictions. The same
artifact of the same commit is registered once. With --stage its first promotion stands in the same change;
where gates do not pass nothing is proposed.`,
  positional: ['model', 'artifact'],
  examples: [
    {
      command: 'modelyard register telco-churn model.onnx --metrics metrics.json',
      does: 'makes the branch of the next version',
    },
    {
      command: 'modelyard register telco-churn model.pkl --tag team=fraud --merge',
      does: 'registers a pickle unopened, on the current branch',
    },
  ],
  permission: 'write',
  doors: ['action', 'cli'],
  input: registerInput,
  results: ['registration'],
  async read(given, ports) {
    const { repository, worktree, identity, clock } = ports
    const head = await repository.head()
    const registry = await openRegistry(repository)
    if (given.merge) {
      await mergeableBranch(head, worktree)
      if (!given.dryRun) await catchUp(ports, head, registry.config.registry)
    }
    const state = await readModel(registry, given.model)
    const files = await trainedFiles(given, ports)
    const read = await readArtifact(
      files.artifact,
      {
        ...given,
        format: given.as,
        signature: await readSignature(given, ports),
        isSentToLfs: given.uri === undefined ? await lfsOfNextVersion(registry, state) : undefined,
      },
      ports,
    )
    const commit = await trainedCommit(given, registry, state, ports)
    const committer = await identity.committer()
    const branch = branchOf(given, read.artifact.sha256)
    const now = clock.now()
    const earlier = await earlierVersion(given, registry, branch, read.artifact.sha256, ports)
    const run = earlier?.run ?? given.run ?? ports.host.run?.id
    const pullRequest = earlier?.['pull-request'] ?? (await trainingPull(given, commit, ports))
    const record = {
      'created-at': earlier?.['created-at'] ?? timestamp(now),
      'created-by': `${committer.name} <${committer.email}>`,
      commit,
      tree: (await repository.commitFacts(commit)).tree,
      ...(pullRequest === undefined ? {} : { 'pull-request': pullRequest }),
      ...(run === undefined ? {} : { run }),
      artifact: read.artifact,
      ...(read.signature === undefined ? {} : { signature: read.signature }),
      data: await readData(given, state, ports),
      params: Object.fromEntries([
        ...(files.params === undefined ? [] : parseParams(files.params, await readText(files.params, ports))),
        ...given.param.map(parseAssignment),
      ]),
      metrics: Object.fromEntries([
        ...(files.metrics === undefined
          ? []
          : parseMetrics(files.metrics, await readText(files.metrics, ports))),
        ...given.metric.map(numberAssignment),
      ]),
    }
    const notes = notesOf(given)
    requireReadable(VersionRecord, { ...record, schema: 1, version: 1 })
    requireReadable(Notes, notes)
    const registered = await findRegistered(registry, state, read.artifact.sha256, commit, given.stage)
    const facts = {
      ...read,
      remarks: [],
      registry,
      state,
      head,
      committer,
      now,
      branch,
      registered,
      record,
      notes,
    }
    return { ...facts, candidate: await readCandidate(given, files.artifact, facts, ports) }
  },
  plan(given, facts) {
    const { candidate } = facts
    // What is registered already lies where its record says.
    const outside = facts.registered === undefined ? facts.outside : []
    if (candidate !== undefined && given.stage !== undefined)
      return { ...candidateChange({ ...given, stage: given.stage }, facts, candidate), outside }
    const plan = planRegistration(facts)
    const result: RegistrationResult = {
      ...registrationResult(given.merge, facts, plan.record),
      export: plan.plan === 'register' ? [...exportLines(facts.kind)] : [],
      status: plan.plan === 'unchanged' ? 'unchanged' : 'planned',
      files: plan.plan === 'unchanged' ? [] : registrationFiles(facts, plan.files).map(describeFile),
      ...(plan.plan === 'unchanged'
        ? { why: `the same artifact of the same commit is version ${plan.record.version} already` }
        : {}),
    }
    if (plan.plan === 'unchanged' || given.dryRun) return { result, outside: [] }
    const title =
      plan.plan === 'register'
        ? `register version ${plan.record.version}`
        : `note on version ${plan.record.version}`
    return {
      result,
      outside,
      change: {
        head: facts.head,
        base: facts.registry.commit,
        branch: facts.branch,
        merge: given.merge,
        files: plan.files,
        message: `${given.model}: ${title}\n\n${TRAILER}\n`,
        person: facts.committer,
        at: facts.now,
      },
    }
  },
  async apply({ result, change, outside }, ports) {
    if (change === undefined) return result
    const left = await storeOutside(outside, change.merge, ports)
    const { promotion } = result
    const move = promotion === undefined ? undefined : judgedMove({ ...promotion, action: 'promotion' })
    const fate = result.candidate
    const run = ports.host.run?.id
    const fated =
      fate === undefined || run === undefined ? undefined : { fate, run, stage: promotion?.stage ?? '' }
    const describe = (standing: Standing) => ports.reports.renderProposal(withStanding(result, standing))
    const applied = await applyChangeSet({ ...change, move, planned: result, describe, fated }, ports)
    return {
      ...withStanding(result, appliedFacts(applied)),
      remarks: [...result.remarks, ...(applied.remarks ?? [])],
      next: [...left, ...(applied.status === 'merged' ? result.next : nextOnBranch(applied))],
    }
  },
})

function branchOf({ model, stage }: RegisterInput, sha256: string): string {
  return stage === undefined ? `modelyard/${model}/register-${sha256.slice(0, 12)}` : candidateBranch(model)
}

/** Refuses what could be written and not be read again: names and texts come from people, trainers and model files. */
function requireReadable(schema: z.ZodMiniType, facts: unknown): void {
  const text = new TextEncoder().encode(JSON.stringify(facts, null, 2))
  const error = firstError(parseJson(schema, 'version.json', text).problems)
  if (error === undefined) return
  const { message, next } = error
  throw new ModelyardError({ code: 'bad-input', message: `no version can hold this: ${message}`, next })
}

async function readText(path: string, { artifacts }: Ports): Promise<string> {
  await artifacts.hashPath(path)
  return new TextDecoder().decode(await artifacts.readAll(path))
}

async function readSignature({ signature }: RegisterInput, ports: Ports): Promise<Signature | undefined> {
  if (signature === undefined) return undefined
  return valueOrThrow(
    parseJson(Signature, signature, new TextEncoder().encode(await readText(signature, ports))),
  )
}

function notesOf({ description, tag }: RegisterInput) {
  const tags = tag.map(parseAssignment).map(([name, value]) => [name, value ?? ''] as const)
  return {
    ...(description === undefined ? {} : { description }),
    ...(tags.length === 0 ? {} : { tags: Object.fromEntries(tags) }),
  }
}

/**
 * The commit that was trained: the one named, otherwise the last that changed anything but the registry.
 *
 * @throws {ModelyardError} `dirty-tree` where watched files differ from it: the record would name the wrong code.
 */
async function trainedCommit(
  { commit }: RegisterInput,
  registry: RegistryAt,
  state: ModelState,
  { repository, worktree }: Ports,
): Promise<string> {
  if (commit !== undefined) {
    const found = await repository.resolve(commit)
    if (found !== undefined) return found
    throw unknownRevision(commit)
  }
  const edited = (await worktree.modified()).filter(path => watches(state.definition, registry.config, path))
  const [first] = edited
  if (first !== undefined) {
    throw new ModelyardError({
      code: 'dirty-tree',
      message: `${edited.length === 1 ? first : `${first} and ${edited.length - 1} more`} changed since the last commit, so the version would name code that did not make it`,
      next: 'commit the changes and train again, or name the commit that was trained: --commit REVISION',
      place: { path: first },
    })
  }
  return repository.lastChangeOutside(registry.commit, registry.config.registry)
}

async function readData({ data }: RegisterInput, state: ModelState, ports: Ports): Promise<DataReference[]> {
  const train = state.definition.train?.data
  const named = data.map(text => {
    const [role, path] = [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]
    if (/^[a-z][a-z0-9-]{0,30}$/.test(role) && path !== '') return { role, path }
    throw new ModelyardError({
      code: 'bad-input',
      message: `\`${text}\` names no data`,
      next: 'write it as role=path, e.g. train=data/train.csv',
    })
  })
  if (named.length === 0 && train !== undefined) {
    const sha256 = await digestOfNamedData(train, ports)
    return [
      { role: 'train', uri: train, sha256, ...(await rowsOf(`${ports.worktree.root}/${train}`, ports)) },
    ]
  }
  return Promise.all(
    named.map(
      async ({ role, path }): Promise<DataReference> => ({
        role,
        uri: ports.worktree.pathFromRoot(path) ?? path,
        sha256: await digestOfData(path, ports.artifacts),
        ...(await rowsOf(path, ports)),
      }),
    ),
  )
}

/** Where this door reads no data the number is left out: it is shown to people, and judged by nobody. */
async function rowsOf(path: string, { tables }: Ports): Promise<{ readonly rows?: number }> {
  const isTable = /\.(?:csv|tsv|parquet|jsonl|ndjson)$/i.test(path)
  return isTable && tables.isAbsent !== true ? { rows: await tables.countRows(path) } : {}
}

/**
 * The version that holds these bytes already: of the same commit. Where it is to be promoted too, of any commit while no
 * record names it, or where it stands in a stage: the same bytes would only be asked for a second time.
 */
async function findRegistered(
  registry: RegistryAt,
  state: ModelState,
  sha256: string,
  commit: string,
  stage: string | undefined,
) {
  const records = await readVersions(registry, state.name, state.versions)
  const same = records.filter(({ artifact }) => artifact.sha256 === sha256)
  const record =
    same.find(version => version.commit === commit) ??
    (stage === undefined ? undefined : same.findLast(({ version }) => mayBeAsked(state, version)))
  if (record === undefined) return undefined
  const path = `${modelFolder(registry.config, state.name)}/versions/${record.version}/notes.yaml`
  // What cannot be read cannot be edited either.
  await readNotes(registry, state.name, record.version)
  const notes = await registry.repository.readFile(registry.commit, path)
  return { record, notes: notes === undefined ? undefined : new TextDecoder().decode(notes) }
}

function mayBeAsked({ records, pointers, config }: ModelState, version: number): boolean {
  const standing = stageOf(pointers, version)
  if (standing !== undefined) return heldStages(config.lifecycle).includes(standing)
  return !records.some(record => record.kind !== 'alias' && record.version === version)
}

/** What the same registration put on record before, on the same base: repeating a command changes nothing. */
async function earlierVersion(
  { merge, dryRun }: RegisterInput,
  { commit }: RegistryAt,
  branch: string,
  sha256: string,
  ports: Ports,
): Promise<VersionRecord | undefined> {
  const earlier = merge || dryRun ? undefined : await earlierOnBranch(ports, branch, commit)
  const file = earlier?.added.find(path => path.endsWith('/version.json'))
  const bytes = file === undefined ? undefined : await earlier?.read(file)
  const record = bytes === undefined ? undefined : parseJson(VersionRecord, 'version.json', bytes).value
  return record?.artifact.sha256 === sha256 ? record : undefined
}
