import { CONFIG_PATH, type Config, modelFolder } from './config.ts'
import type { ModelDefinition } from './definition.ts'
import type { ChangedPath } from './judge-change.ts'
import { heldStages } from './lifecycle.ts'
import { folderOfPattern, isAddress, isPattern } from './names.ts'
import { BY_HAND, type SourcedApprovalRule, type StagePolicy } from './policy.ts'

/** A change to what judges: it meets every approval rule that the base holds for the models it touches. */
export interface GovernedChange {
  readonly path: string
  readonly why: string
  readonly models: readonly string[]
  readonly rules: readonly SourcedApprovalRule[]
}

export interface GovernanceFacts {
  /** The base's configuration; undefined where the base has no registry yet: then nothing is governed. */
  readonly config: Config | undefined
  /** The models of the base. */
  readonly models: ReadonlyMap<string, ModelDefinition>
  readonly changes: readonly ChangedPath[]
  /** `model.yaml` of changed models as plain values, on both sides. */
  readonly definitions: ReadonlyMap<string, { readonly base: unknown; readonly head: unknown }>
  /** Files of code owners that changed, on both sides. */
  readonly codeowners: ReadonlyMap<string, { readonly base: string; readonly head: string }>
}

/** Keys of `model.yaml` that judge nothing. */
const FREE_KEYS: readonly string[] = ['description', 'environment', 'lint', 'test', 'serve', 'train']

export const CODEOWNERS_PATHS: readonly string[] = ['CODEOWNERS', '.github/CODEOWNERS', 'docs/CODEOWNERS']

/** Finds the changes to what judges. */
export function* governedChanges(facts: GovernanceFacts): Generator<GovernedChange> {
  const { config } = facts
  if (config === undefined) return
  const all = [...facts.models.keys()]
  const build = (path: string, why: string, models: readonly string[]): GovernedChange => ({
    path,
    why,
    models,
    rules: approvalRulesOf(models, config, facts.models),
  })
  for (const { path } of facts.changes) {
    if (path === CONFIG_PATH)
      yield build(path, 'it says where the registry is and what every policy inherits', all)
    if (config.workflows.includes(path)) yield build(path, 'it makes the evidence that is believed', all)
    const model = modelOfDefinition(path, config)
    const keys = model === undefined ? [] : governedKeys(facts.definitions.get(model))
    if (model !== undefined && keys.length > 0) yield build(path, `it changes ${keys.join(', ')}`, [model])
    const readers = all.filter(name => readsPath(facts.models.get(name), path))
    if (readers.length > 0) yield build(path, 'it is the data that versions are judged on', readers)
    const owners = facts.codeowners.get(path)
    if (owners !== undefined && ownersChanged(owners, config, facts.models)) {
      yield build(path, 'it says who owns what judges', all)
    }
  }
}

/**
 * Every approval rule that the base holds for models; a model that it does not have takes the floor's, and without a
 * floor one approval by a person with `maintain`.
 */
export function approvalRulesOf(
  models: readonly string[],
  config: Config,
  known: ReadonlyMap<string, ModelDefinition>,
): SourcedApprovalRule[] {
  const stated = statedApprovals(models, config, known)
  return stated.length > 0 ? stated : [{ rule: { required: 1 }, source: 'floor' }]
}

/** The same as far as a policy or a floor says so. */
export function statedApprovals(
  models: readonly string[],
  config: Config,
  known: ReadonlyMap<string, ModelDefinition>,
): SourcedApprovalRule[] {
  const floor = heldStages(config.lifecycle).flatMap(stage => approvalsOf(config.floors[stage], 'floor'))
  const own = models.flatMap(name =>
    heldStages(config.lifecycle).flatMap(stage => approvalsOf(known.get(name)?.policy[stage], 'model')),
  )
  return [...new Map([...floor, ...own].map(rule => [JSON.stringify(rule.rule), rule])).values()]
}

function approvalsOf(
  policy: StagePolicy | undefined,
  source: SourcedApprovalRule['source'],
): SourcedApprovalRule[] {
  const rollback = policy?.rollback?.approvals
  return [policy?.approvals, rollback].flatMap(rule =>
    rule === undefined || rule === BY_HAND ? [] : [{ rule, source }],
  )
}

function modelOfDefinition(path: string, config: Config): string | undefined {
  const parts = path.split('/')
  const model = parts.at(-2) ?? ''
  return path === `${modelFolder(config, model)}/model.yaml` ? model : undefined
}

/** The keys that judge and differ. A side that is no mapping differs in everything. */
function governedKeys(sides: { readonly base: unknown; readonly head: unknown } | undefined): string[] {
  const [base, head] = [mapping(sides?.base), mapping(sides?.head)]
  const keys = [...new Set([...Object.keys(base), ...Object.keys(head)])]
  const differs = (key: string) => !sameValue(base[key], head[key])
  const watch = sameValue(mapping(base.train).watch, mapping(head.train).watch) ? [] : ['train.watch']
  return [...keys.filter(key => !FREE_KEYS.includes(key) && differs(key)), ...watch]
}

function mapping(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
  if (
    typeof a === 'object' &&
    a !== null &&
    typeof b === 'object' &&
    b !== null &&
    !Array.isArray(a) &&
    !Array.isArray(b)
  ) {
    const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>]
    const keys = new Set([...Object.keys(x), ...Object.keys(y)])
    return [...keys].every(key => sameValue(x[key], y[key]))
  }
  return Object.is(a, b)
}

function readsPath(definition: ModelDefinition | undefined, path: string): boolean {
  return definition !== undefined && pathsJudging(definition).some(own => isAtOrBelow(path, own))
}

function isAtOrBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

/**
 * The paths that a version is judged with: the evaluation data, and what the commands that measure and predict name. Of files that
 * are read together it is the folder around them; what lies elsewhere than in the repository nobody's pull request changes.
 */
export function pathsJudging({ evaluate, predict }: ModelDefinition): string[] {
  const commands = [
    ...Object.values(evaluate?.metrics ?? {}).map(({ command }) => command),
    ...(predict === undefined ? [] : [predict.command]),
  ]
  return [...(evaluate === undefined ? [] : pathsOfSource(evaluate.data.uri)), ...commands.flatMap(pathsIn)]
}

function pathsOfSource(uri: string): string[] {
  if (isAddress(uri)) return []
  return [isPattern(uri) ? folderOfPattern(uri) : uri]
}

/** Every word of a command that could be a path, and the file of a Python module that it runs by name. */
function pathsIn(command: string): string[] {
  const words = command.split(/[\s"'`=;&|()<>$]+/).map(word => word.replace(/^(?:\.\/)+|\/+$/g, ''))
  const modules = words.flatMap((word, index) =>
    words[index - 1] === '-m' ? [`${word.replaceAll('.', '/')}.py`, word.replaceAll('.', '/')] : [],
  )
  return [...words, ...modules].filter(word => word !== '' && word !== '.')
}

/** Whether lines that may cover what judges differ. A pattern that surely lies elsewhere does not count. */
function ownersChanged(
  { base, head }: { readonly base: string; readonly head: string },
  config: Config,
  models: ReadonlyMap<string, ModelDefinition>,
): boolean {
  const governed = [
    CONFIG_PATH,
    config.registry,
    ...config.workflows,
    ...CODEOWNERS_PATHS,
    ...dataPaths(models),
  ]
  const relevant = (text: string) =>
    text
      .split('\n')
      .map(line => line.replace(/#.*/, '').trim())
      .filter(line => line !== '' && governed.some(path => mayCover(line.split(/\s+/)[0] ?? '', path)))
  // The last matching line counts, so their order does too.
  return JSON.stringify(relevant(base)) !== JSON.stringify(relevant(head))
}

function dataPaths(models: ReadonlyMap<string, ModelDefinition>): string[] {
  return [...models.values()].flatMap(pathsJudging)
}

/** Whether a pattern of CODEOWNERS may match a path or something below it: false only when it surely does not. */
function mayCover(pattern: string, path: string): boolean {
  const anchored = pattern.startsWith('/') || pattern.replace(/\/$/, '').includes('/')
  const parts = pattern.replace(/^\//, '').split('/')
  const wild = (part: string) => /[*?[\]]/.test(part)
  if (!anchored) return true
  const wanted = path.split('/')
  return parts.every(
    (part, index) =>
      part === '' ||
      wild(part) ||
      wanted[index] === undefined ||
      wanted[index] === part ||
      parts.slice(0, index).some(wild),
  )
}

/**
 * Whether a registry that moved to another root moved byte for byte.
 *
 * @param before - Blob ids below the old root, by the path inside it.
 * @param after - The same below the new root.
 */
export function movedUnchanged(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): boolean {
  return before.size === after.size && [...before].every(([path, id]) => after.get(path) === id)
}
