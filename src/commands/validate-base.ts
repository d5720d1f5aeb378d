import { isError, type Problem } from '../domain/problem.ts'
import { CONFIG_PATH, modelFolder } from '../domain/registry/config.ts'
import { type GovernedChange, movedUnchanged } from '../domain/registry/governance.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import {
  type ChangedPath,
  judgeModelChange,
  judgeMove,
  type ModelChange,
} from '../domain/registry/judge-change.ts'
import { championOf, type ModelState } from '../domain/registry/model-state.ts'
import { Pointers } from '../domain/registry/pointers.ts'
import { PromotionRecord } from '../domain/registry/record.ts'
import { classifyPath, isRead } from '../domain/registry/registry-files.ts'
import { misplaced } from '../domain/registry/validate-registry.ts'
import { LastVersion, VersionRecord } from '../domain/registry/version.ts'
import type { ValidationResult } from '../domain/results/validation.ts'
import type { Ports, Repository, TreeChange } from '../ports.ts'
import { approvalsOfMove } from './approvals-of-move.ts'
import { readEvidence } from './evidence-reader.ts'
import { configProblems, fileProblems } from './file-problems.ts'
import { findGoverned } from './governed-changes.ts'
import { findArtifact } from './move-facts.ts'
import { ownersOfChange } from './owners-in-step.ts'
import {
  listModels,
  openRegistry,
  type RegistryAt,
  readModel,
  readVersion,
  unknownRevision,
} from './registry-reader.ts'
import { staleCardsOfChange } from './stale-cards.ts'
import { touchedModels } from './touched-models.ts'
import { judgeAdded } from './validate-added.ts'
import { judgeOrigins } from './validate-origin.ts'

type Found = Omit<ValidationResult, 'kind' | 'outcome'>

/** A move that a commit adds to a model that its base has. */
export interface AddedMove {
  /** The model on the base. */
  readonly state: ModelState
  readonly number: number
  readonly record: PromotionRecord
}

export interface JudgedCommit {
  readonly found: Found
  /** Undefined where it has no registry, or one that cannot be read. */
  readonly base: RegistryAt | undefined
  readonly head: RegistryAt | undefined
  readonly moves: readonly AddedMove[]
  /** With the rules that they must meet. */
  readonly governed: readonly GovernedChange[]
}

/** What a commit does to the registry of its base, as `validate` tells it. */
export async function validateAgainstBase(baseName: string, headName: string, ports: Ports): Promise<Found> {
  const { found, moves, governed } = await judgeCommit(baseName, headName, ports)
  const isLeft = (moves.length > 0 && ports.branchRules === undefined) || governed.length > 0
  if (!isLeft) return found
  const remark = 'approvals are given on the pull request and were not judged here'
  return { ...found, remarks: [...found.remarks, remark] }
}

/** Judges what a commit does to the registry of its base, as a pull request is judged. Reads what changed alone. */
export async function judgeCommit(baseName: string, headName: string, ports: Ports): Promise<JudgedCommit> {
  const { repository } = ports
  const tip = await repository.resolve(baseName)
  if (tip === undefined) throw unknownRevision(baseName)
  const broken = await judgeConfiguration(repository, headName)
  if (broken !== undefined) {
    const found = { judged: `${headName} against ${baseName}`, ...broken }
    return { found, base: undefined, head: undefined, moves: [], governed: [] }
  }
  const head = await openRegistry(repository, headName)
  // What the base did meanwhile is not this branch's doing.
  const baseCommit = (await repository.mergeBase(tip, head.commit)) ?? tip
  const hasRegistry = (await repository.readFile(baseCommit, CONFIG_PATH)) !== undefined
  const base = hasRegistry ? await openRegistry(repository, baseCommit) : undefined
  const changes = await repository.changes(baseCommit, head.commit, [])
  const files = await judgeFiles(head, changes)
  const misread = [...files.problems, ...(await judgeAdded(head, changes, ports))]
  const origins = await judgeOrigins(tip, head, changes, ports)
  const problems = [...misread, ...origins.problems, ...(await judgeRoot(base, head))]
  const models = await changedModels(base, head, changes, ports)
  const moves: AddedMove[] = []
  for (const change of models) {
    problems.push(...judgeModelChange(change))
    if (change.base !== undefined)
      for (const [number, record] of change.records) moves.push({ state: change.base, number, record })
    const [only, ...others] = change.records
    // A broken file is said already; planning on it would only say it again in other words.
    if (
      only === undefined ||
      others.length > 0 ||
      change.base === undefined ||
      base === undefined ||
      misread.some(isError)
    )
      continue
    const facts = await replanFacts(base, head, change, only[1], ports)
    const plannedProblems = judgeMove({ ...change, base: change.base }, only[0], only[1], facts, changes)
    problems.push(...plannedProblems)
    problems.push(
      ...(await approvalsOfMove({ ...change, base: change.base }, only[0], only[1], baseCommit, ports)),
    )
  }
  // Among errors nobody looks for a card, and what it is made of may be broken.
  if (!problems.some(isError)) {
    problems.push(...(await staleCardsOfChange(head, changes, ports)))
    problems.push(...(await ownersOfChange(head, changes)))
  }
  const governed = base === undefined ? [] : await findGoverned(base, head, changes)
  const moved = [...new Set(moves.map(({ state }) => state.name))]
  problems.push(...mixedProblems(moved, governed))
  const found: Found = {
    judged: `${headName} against ${baseName}`,
    base: baseCommit,
    head: head.commit,
    checked: {
      models: models.length,
      versions: models.reduce((sum, { versions }) => sum + versions.length, 0),
      records: models.reduce((sum, { records }) => sum + records.size, 0),
      files: files.read,
    },
    problems,
    governed: governed.map(({ path, why, models: touched, rules }) => ({
      path,
      why,
      models: [...touched],
      rules: rules.map(({ rule, source }) => ({ ...rule, source })),
    })),
    touched: await touchedModels(base, head, changes),
    remarks: [
      ...origins.remarks,
      ...(hasRegistry ? [] : ['the base has no registry yet: records that come with it count as imported']),
    ],
  }
  return { found, base, head, moves, governed }
}

/** What is found where the configuration itself cannot be read: nothing else can then be judged. */
async function judgeConfiguration(
  repository: Ports['repository'],
  revision: string,
): Promise<Omit<Found, 'judged'> | undefined> {
  const commit = await repository.resolve(revision)
  const bytes = commit === undefined ? undefined : await repository.readFile(commit, CONFIG_PATH)
  if (bytes === undefined) return undefined
  const problems = configProblems(bytes)
  if (!problems.some(isError)) return undefined
  return {
    checked: { models: 0, versions: 0, records: 0, files: 1 },
    problems: [...problems],
    governed: [],
    remarks: ['nothing else was judged: where the registry lies and what its stages are is not known'],
  }
}

/** Each changed file of the registry by its schema. */
async function judgeFiles(
  { repository, commit, config }: RegistryAt,
  changes: readonly TreeChange[],
): Promise<{ problems: Problem[]; read: number }> {
  const problems: Problem[] = []
  let read = 0
  for (const { path, after } of changes) {
    if (after === undefined || !path.startsWith(`${config.registry}/`)) continue
    if (after.mode === '120000' || after.mode === '160000') {
      problems.push({
        severity: 'error',
        code: 'path-escape',
        place: { path },
        message: `this is ${after.mode === '120000' ? 'a link' : 'another git repository'}; the registry holds files alone`,
        next: 'put the file itself there',
      })
      continue
    }
    const what = classifyPath(path.slice(config.registry.length + 1))
    if (what.is === 'other') problems.push(misplaced(path, what.why))
    if (!isRead(what)) continue
    read += 1
    const bytes = await repository.readFile(commit, path)
    if (bytes === undefined) continue
    for (const problem of fileProblems(what.is, path, bytes)) problems.push(problem)
  }
  return { problems, read }
}

/** The registry's root moves only byte for byte. */
async function judgeRoot(base: RegistryAt | undefined, head: RegistryAt): Promise<Problem[]> {
  if (base === undefined || base.config.registry === head.config.registry) return []
  const below = async ({ repository, commit, config }: RegistryAt) => {
    const entries = await repository.listFiles(commit, config.registry)
    return new Map(entries.map(({ path, id }) => [path.slice(config.registry.length + 1), id]))
  }
  if (movedUnchanged(await below(base), await below(head))) return []
  return [
    {
      severity: 'error',
      code: 'bad-file',
      place: { path: CONFIG_PATH },
      message: `the registry moves from ${base.config.registry} to ${head.config.registry}, and is not the same there`,
      next: 'move the folder unchanged, and change its files in another pull request',
    },
  ]
}

/** The models that the commit touches, each with what it adds. */
async function changedModels(
  base: RegistryAt | undefined,
  head: RegistryAt,
  changes: readonly TreeChange[],
  { repository }: Ports,
): Promise<ModelChange[]> {
  const root = `${head.config.registry}/models/`
  const names = [
    ...new Set(
      changes
        .filter(({ path }) => path.startsWith(root))
        .map(({ path }) => path.slice(root.length).split('/')[0] ?? ''),
    ),
  ]
  const known = new Set(
    base === undefined || base.config.registry !== head.config.registry ? [] : await listModels(base),
  )
  const models: ModelChange[] = []
  for (const model of names) {
    const folder = modelFolder(head.config, model)
    const own = changes.filter(({ path }) => path.startsWith(`${folder}/`))
    const added = own.filter(({ status }) => status === 'added')
    const numbered = (pattern: RegExp) =>
      added.flatMap(({ path }) => {
        const number = pattern.exec(path.slice(folder.length))?.[1]
        return number === undefined ? [] : [{ path, number: Number(number) }]
      })
    const records = new Map<number, PromotionRecord>()
    for (const { path, number } of numbered(/^\/promotions\/(\d+)\.json$/)) {
      const value = await readJson(repository, head.commit, path, PromotionRecord)
      if (value !== undefined) records.set(number, value)
    }
    const versions: VersionRecord[] = []
    for (const { path } of numbered(/^\/versions\/(\d+)\/version\.json$/)) {
      const value = await readJson(repository, head.commit, path, VersionRecord)
      if (value !== undefined) versions.push(value)
    }
    models.push({
      model,
      folder,
      changes: own.map(({ path, status }): ChangedPath => ({ path, status })),
      base:
        base !== undefined && known.has(model) ? await readBase(base, model, records.size > 0) : undefined,
      baseHasRegistry: base !== undefined,
      records,
      versions,
      lastVersion:
        (await readJson(repository, head.commit, `${folder}/versions/last.json`, LastVersion))?.last ?? 0,
      pointers: await readJson(repository, head.commit, `${folder}/stages.json`, Pointers),
    })
  }
  return models
}

/** The model on the base; its records, which may be thousands, only when a new one has to be judged by them. */
async function readBase(base: RegistryAt, model: string, withRecords: boolean): Promise<ModelState> {
  return readModel(base, model, { records: withRecords })
}

async function readJson<
  S extends typeof Pointers | typeof LastVersion | typeof PromotionRecord | typeof VersionRecord,
>(
  repository: Repository,
  commit: string,
  path: string,
  schema: S,
): Promise<ReturnType<S['parse']> | undefined> {
  const bytes = await repository.readFile(commit, path)
  return bytes === undefined
    ? undefined
    : (parseJson(schema, path, bytes).value as ReturnType<S['parse']> | undefined)
}

async function replanFacts(
  registryBase: RegistryAt,
  head: RegistryAt,
  change: ModelChange,
  record: PromotionRecord,
  ports: Ports,
) {
  const base = change.base as ModelState
  const championNumber = championOf(base.pointers)
  const champion =
    championNumber === undefined ? undefined : await readVersion(registryBase, change.model, championNumber)
  const common = { base: head.commit, championArtifact: champion?.artifact.sha256 }
  if (record.kind === 'alias') {
    return { ...common, version: undefined, finding: { is: 'same' } as const, evidence: [] }
  }
  const known =
    base.versions.includes(record.version) ||
    change.versions.some(({ version }) => version === record.version)
  if (!known) return { ...common, version: undefined, finding: { is: 'same' } as const, evidence: [] }
  const version = await readVersion(head, change.model, record.version)
  const purges = record.kind === 'archive' && record.purged === true
  const evidence = await readEvidence(head, ports.artifacts, change.model, record.version)
  return {
    ...common,
    version,
    finding: purges
      ? ({ is: 'same' } as const)
      : await findArtifact({ registry: head, state: base }, version, ports),
    evidence,
  }
}

/** What judges and what is judged never change together. */
function mixedProblems(moves: readonly string[], governed: readonly GovernedChange[]): Problem[] {
  if (moves.length === 0) return []
  return governed.map(({ path, why }) => ({
    severity: 'error',
    code: 'bad-file',
    place: { path },
    message: `${why}, and the same pull request moves versions of ${moves.join(', ')}`,
    next: 'open two pull requests: first what judges, then the promotion',
  }))
}
