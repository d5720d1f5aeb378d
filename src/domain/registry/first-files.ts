import { CODEOWNERS_IN_ORDER } from './code-owners.ts'
import { CONFIG_PATH, Config } from './config.ts'
import { ModelDefinition } from './definition.ts'
import { REGISTRY_ATTRIBUTES, REGISTRY_IGNORES, renderFirstConfig } from './first-definition.ts'
import { RULESET_PATH, renderRuleset } from './first-ruleset.ts'
import { type Caller, renderCaller } from './first-workflow.ts'
import { statedApprovals } from './governance.ts'
import { finderIn, type OwnerLine, ownerLines, renderOwnerLine } from './owner-lines.ts'
import type { ApprovalRule } from './policy.ts'
import { parseYaml } from './yaml-file.ts'

/** What a registry begins with. */
export interface FirstFacts {
  readonly root: string
  readonly callers: readonly Caller[]
  /** The configuration and the models that are there, as text by path. */
  readonly config: string | undefined
  readonly definitions: ReadonlyMap<string, string>
  /** The model.yaml that is asked for; without content where it is there. */
  readonly definition: { readonly path: string; readonly content: string | undefined }
  readonly predict: { readonly path: string; readonly content: string } | undefined
  /** The file of code owners that counts, where there is one. */
  readonly codeOwners: string | undefined
  /** Files from the root. */
  readonly paths: readonly string[]
  /** The number of the GitHub App that is installed. */
  readonly app?: number | undefined
}

export interface FirstFiles {
  readonly files: readonly { readonly path: string; readonly content: string }[]
  readonly owners: readonly OwnerLine[]
  readonly rules: readonly ApprovalRule[]
  /** What one line of CODEOWNERS cannot say. */
  readonly unsaid: readonly string[]
}

/** Everything that `init` wants to be there, in the order in which it is read. */
export function firstFiles(facts: FirstFacts): FirstFiles {
  const { root, callers, definition, predict } = facts
  const workflows = callers.map(({ path }) => path)
  const config = renderFirstConfig(root, workflows, facts.app !== undefined)
  const models = parsedModels(facts)
  const settings = settingsOf(facts.config ?? config, workflows)
  const paths = [...facts.paths, ...(predict === undefined ? [] : [predict.path])]
  const file = facts.codeOwners ?? (CODEOWNERS_IN_ORDER[0] as string)
  const { lines, unsaid } = ownerLines({ config: settings, models, file, find: finderIn(paths) })
  const rules = statedApprovals([...models.keys()], settings, models).map(({ rule }) => rule)
  return {
    files: [
      { path: CONFIG_PATH, content: config },
      { path: `${root}/.gitattributes`, content: REGISTRY_ATTRIBUTES },
      { path: `${root}/.gitignore`, content: REGISTRY_IGNORES },
      { path: definition.path, content: definition.content ?? '' },
      ...(predict === undefined ? [] : [predict]),
      ...callers.map(caller => ({ path: caller.path, content: renderCaller(caller) })),
      ...(lines.length === 0 ? [] : [{ path: file, content: renderOwners(lines) }]),
      { path: RULESET_PATH, content: renderRuleset(rules, facts.app) },
    ],
    owners: lines,
    rules,
    unsaid,
  }
}

function renderOwners(lines: readonly OwnerLine[]): string {
  return `# What judges models is approved by whom their policies name.\n${lines.map(line => `${renderOwnerLine(line)}\n`).join('')}`
}

/** The models that can be read; `validate` tells of the others. */
function parsedModels({ definitions, definition }: FirstFacts): ReadonlyMap<string, ModelDefinition> {
  const { path: added, content } = definition
  const texts = [...definitions, ...(content === undefined ? [] : [[added, content] as const])]
  return new Map(
    texts.flatMap(([path, text]) => {
      const { value } = parseYaml(ModelDefinition, path, new TextEncoder().encode(text))
      return value === undefined ? [] : [[path.split('/').at(-2) ?? '', value] as const]
    }),
  )
}

/** With the callers listed, as they will be. */
function settingsOf(text: string, workflows: readonly string[]): Config {
  const { value } = parseYaml(Config, CONFIG_PATH, new TextEncoder().encode(text))
  const config = value ?? Config.parse({})
  return { ...config, workflows: [...new Set([...config.workflows, ...workflows])] }
}
