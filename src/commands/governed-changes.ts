import { CONFIG_PATH, modelFolder } from '../domain/registry/config.ts'
import { ModelDefinition } from '../domain/registry/definition.ts'
import { CODEOWNERS_PATHS, type GovernedChange, governedChanges } from '../domain/registry/governance.ts'
import { parseYaml } from '../domain/registry/yaml-file.ts'
import type { TreeChange } from '../ports.ts'
import { listModels, type RegistryAt } from './registry-reader.ts'

/**
 * Finds what judges and differs between two commits.
 *
 * @param base - Whose configuration and models say what is governed.
 * @param changes - From the base to the other commit, or back.
 */
export async function findGoverned(
  base: RegistryAt,
  head: RegistryAt,
  changes: readonly TreeChange[],
): Promise<GovernedChange[]> {
  const paths = new Set(changes.map(({ path }) => path))
  const mayGovern =
    paths.has(CONFIG_PATH) ||
    base.config.workflows.some(path => paths.has(path)) ||
    CODEOWNERS_PATHS.some(path => paths.has(path)) ||
    changes.some(({ path }) => path.endsWith('/model.yaml') || !path.startsWith(`${base.config.registry}/`))
  if (!mayGovern) return []
  const models = new Map<string, ModelDefinition>()
  for (const name of await listModels(base)) {
    const path = `${modelFolder(base.config, name)}/model.yaml`
    const bytes = await base.repository.readFile(base.commit, path)
    const value = bytes === undefined ? undefined : parseYaml(ModelDefinition, path, bytes).value
    if (value !== undefined) models.set(name, value)
  }
  const definitions = new Map<string, { base: unknown; head: unknown }>()
  const codeowners = new Map<string, { base: string; head: string }>()
  for (const path of paths) {
    if (path.endsWith('/model.yaml')) {
      definitions.set(path.split('/').at(-2) ?? '', {
        base: await plainYaml(base, path),
        head: await plainYaml(head, path),
      })
    }
    if (CODEOWNERS_PATHS.includes(path))
      codeowners.set(path, { base: await plainText(base, path), head: await plainText(head, path) })
  }
  return [...governedChanges({ config: base.config, models, changes, definitions, codeowners })]
}

async function plainText({ repository, commit }: RegistryAt, path: string): Promise<string> {
  return new TextDecoder().decode(await repository.readFile(commit, path))
}

/** The file as it was parsed; one that cannot be is its own text, so that it differs from every other. */
async function plainYaml(registry: RegistryAt, path: string): Promise<unknown> {
  const bytes = await registry.repository.readFile(registry.commit, path)
  if (bytes === undefined) return {}
  return parseYaml(ModelDefinition, path, bytes).value ?? { broken: new TextDecoder().decode(bytes) }
}
