import { modelFolder } from '../domain/registry/config.ts'
import { ModelDefinition } from '../domain/registry/definition.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import { championOf } from '../domain/registry/model-state.ts'
import { Pointers } from '../domain/registry/pointers.ts'
import { watches } from '../domain/registry/watch.ts'
import { parseYaml } from '../domain/registry/yaml-file.ts'
import type { ValidationResult } from '../domain/results/validation.ts'
import type { TreeChange } from '../ports.ts'
import { listModels, type RegistryAt } from './registry-reader.ts'

const COMMANDS = ['lint', 'test', 'train', 'predict', 'serve'] as const

/**
 * For which models a pipeline has to run after a change; a definition that cannot be read is said elsewhere.
 *
 * @param base - Whose definitions say what a comparison may do; undefined where it has no registry.
 */
export async function touchedModels(
  base: RegistryAt | undefined,
  head: RegistryAt,
  changes: readonly TreeChange[],
): Promise<NonNullable<ValidationResult['touched']>> {
  const { config } = head
  const paths = changes.map(({ path }) => path)
  const found = new Map<string, ModelDefinition>()
  for (const name of await listModels(head)) {
    const definition = await definitionIn(head, name)
    if (definition === undefined) continue
    const path = definitionPath(head, name)
    if (paths.some(changed => changed === path || watches(definition, config, changed)))
      found.set(name, definition)
  }
  const comparable = await comparableAmong(base, head, found)
  return {
    models: [...found.keys()],
    ...(Object.fromEntries(
      COMMANDS.map(key => [
        key,
        [...found].filter(([, definition]) => definition[key] !== undefined).map(([name]) => name),
      ]),
    ) as Record<(typeof COMMANDS)[number], string[]>),
    contract: [...found].filter(([, definition]) => promises(definition)).map(([name]) => name),
    ...comparable,
    'registry-alone': paths.length > 0 && paths.every(path => path.startsWith(`${config.registry}/`)),
    ...(base?.config.app ? { app: true as const } : {}),
  }
}

/** What can be made, and is held to something: an endpoint that it declares, or a gate of its policy. */
function promises({ train, serve, policy }: ModelDefinition): boolean {
  const gates = Object.values(policy).flatMap(stage => stage.gates ?? [])
  return train !== undefined && (serve !== undefined || gates.some(rule => 'contract' in rule))
}

type Comparable = Pick<NonNullable<ValidationResult['touched']>, 'served' | 'compared' | 'fails-on-worse'>

/** Which of those that train there is something to compare with for, and what comes of a worse one. */
async function comparableAmong(
  base: RegistryAt | undefined,
  head: RegistryAt,
  found: ReadonlyMap<string, ModelDefinition>,
): Promise<Comparable> {
  const comparable: Comparable = { served: [], compared: [], 'fails-on-worse': [] }
  for (const [name, { train }] of found) {
    if (train === undefined) continue
    const before = base === undefined ? undefined : await definitionIn(base, name)
    const isServed = await hasChampion(head, name)
    if (isServed) comparable.served.push(name)
    if (!isServed && before?.train === undefined) continue
    comparable.compared.push(name)
    // A pull request does not decide what it is held to.
    if (before?.preview?.['fail-on'] === 'worse') comparable['fails-on-worse'].push(name)
  }
  return comparable
}

async function hasChampion({ repository, commit, config }: RegistryAt, name: string): Promise<boolean> {
  const path = `${modelFolder(config, name)}/stages.json`
  const bytes = await repository.readFile(commit, path)
  const pointers = bytes === undefined ? undefined : parseJson(Pointers, path, bytes).value
  return pointers !== undefined && championOf(pointers) !== undefined
}

/** Undefined where it cannot be read. */
export async function definitionIn(registry: RegistryAt, name: string): Promise<ModelDefinition | undefined> {
  const path = definitionPath(registry, name)
  const bytes = await registry.repository.readFile(registry.commit, path)
  return bytes === undefined ? undefined : parseYaml(ModelDefinition, path, bytes).value
}

function definitionPath({ config }: RegistryAt, name: string): string {
  return `${modelFolder(config, name)}/model.yaml`
}
