import { strictestOwners } from './approvals-by-rules.ts'
import { codeOwnersOf } from './code-owners.ts'
import { CONFIG_PATH, type Config, modelFolder } from './config.ts'
import type { ModelDefinition } from './definition.ts'
import { approvalRulesOf, pathsJudging } from './governance.ts'

/** A line of CODEOWNERS: who approves what judges, and what is judged. */
export interface OwnerLine {
  readonly pattern: string
  readonly owners: readonly string[]
  /** Paths that it is for; a file keeps it where each of them is owned by nobody else. */
  readonly covers: readonly string[]
}

export interface OwnerLines {
  /** In their order: of several that match a path the last one counts. */
  readonly lines: readonly OwnerLine[]
  /** What one line cannot say; sentences without their full stop. */
  readonly unsaid: readonly string[]
}

export interface OwnedFacts {
  readonly config: Config
  readonly models: ReadonlyMap<string, ModelDefinition>
  /** The file of code owners, which owns itself. */
  readonly file: string
  /** Whether a path is a file, or a folder with files. */
  readonly find: (path: string) => 'file' | 'folder' | undefined
}

/**
 * The lines of CODEOWNERS that a policy asks for: the registry, and whatever judges it, is owned by those whom every
 * `from` names. None where no policy names anybody.
 */
export function ownerLines(facts: OwnedFacts): OwnerLines {
  const { config, models, file } = facts
  const all = ownersFor([...models.keys()], facts)
  if (all.owners.length === 0) return { lines: [], unsaid: [] }
  const shared = (path: string): OwnerLine => ({
    pattern: patternOf(path),
    owners: all.owners,
    covers: [path],
  })
  const own = [...models.keys()].map(name => ({ name, ...ownersFor([name], facts) }))
  const unlike = own.filter(({ owners }) => owners.length > 0 && !isSame(owners, all.owners))
  return {
    lines: [
      {
        pattern: `${patternOf(config.registry)}/`,
        owners: all.owners,
        covers: [
          `${config.registry}/.gitattributes`,
          ...own.filter(model => !unlike.includes(model)).flatMap(({ name }) => pathsOfModel(config, name)),
        ],
      },
      ...unlike.map(({ name, owners }) => ({
        pattern: `${patternOf(modelFolder(config, name))}/`,
        owners,
        covers: pathsOfModel(config, name),
      })),
      ...[CONFIG_PATH, ...config.workflows, file].map(shared),
      ...linesOfJudges(facts),
    ],
    unsaid: [
      ...own
        .filter(({ agreed }) => !agreed)
        .map(({ name }) => `the approvals of ${name} have nobody in common`),
      ...(all.agreed || models.size < 2
        ? []
        : ['the models have no approver in common, so that one of any of them may approve what judges all']),
    ],
  }
}

/** The lines that a file does not keep: a path that one of them is for has no owner, or somebody else. */
export function ownerLinesMissingFrom(lines: readonly OwnerLine[], text: string): OwnerLine[] {
  return lines.filter(({ owners, covers }) => {
    const named = new Set(owners.map(owner => owner.toLowerCase()))
    return covers.some(path => {
      const found = codeOwnersOf(text, path)
      return found.length === 0 || found.some(owner => !named.has(owner.toLowerCase()))
    })
  })
}

export function renderOwnerLine({ pattern, owners }: OwnerLine): string {
  return `${pattern} ${owners.join(' ')}`
}

/** Files that versions are judged with: the evaluation data, and what the commands that measure and predict name. */
function linesOfJudges(facts: OwnedFacts): OwnerLine[] {
  const readers = new Map<string, string[]>()
  for (const [name, definition] of facts.models)
    for (const path of new Set(pathsJudging(definition)))
      if (facts.find(path) !== undefined) readers.set(path, [...(readers.get(path) ?? []), name])
  return [...readers].flatMap(([path, names]) => {
    const { owners } = ownersFor(names, facts)
    const isFolder = facts.find(path) === 'folder'
    const line = {
      pattern: `${patternOf(path)}${isFolder ? '/' : ''}`,
      owners,
      covers: [isFolder ? `${path}/x` : path],
    }
    return owners.length === 0 ? [] : [line]
  })
}

/** Those whom every rule of these models names; where there is nobody, whom any of them does. */
function ownersFor(
  names: readonly string[],
  { config, models }: OwnedFacts,
): { readonly owners: readonly string[]; readonly agreed: boolean } {
  const rules = approvalRulesOf(names, config, models).map(({ rule }) => rule)
  const strictest = strictestOwners(rules)
  if (strictest !== undefined) return { owners: strictest, agreed: true }
  const named = rules.flatMap(({ required, from = [] }) => (required > 0 ? from : []))
  return { owners: [...new Set(named)], agreed: false }
}

function pathsOfModel(config: Config, name: string): string[] {
  const folder = modelFolder(config, name)
  return [`${folder}/model.yaml`, `${folder}/stages.json`, `${folder}/promotions/1.json`]
}

function patternOf(path: string): string {
  return `/${path.replaceAll(' ', '\\ ')}`
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(b.map(owner => owner.toLowerCase()))
  return a.length === b.length && a.every(owner => known.has(owner.toLowerCase()))
}

/** Whether a path is among files, or a folder of some. */
export function finderIn(paths: readonly string[]): (path: string) => 'file' | 'folder' | undefined {
  const files = new Set(paths)
  return path =>
    files.has(path) ? 'file' : paths.some(file => file.startsWith(`${path}/`)) ? 'folder' : undefined
}
