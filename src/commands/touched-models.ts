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

const COMMANDS = ['lint', 'test', 'train', 'serve'] as const

/** For which models a pipeline has to run after a change; a definition that cannot be read is said elsewhere. */
export async function touchedModels(
  head: RegistryAt,
  changes: readonly TreeChange[],
): Promise<NonNullable<ValidationResult['touched']>> {
  const { repository, commit, config } = head
  const paths = changes.map(({ path }) => path)
  const found = new Map<string, ModelDefinition>()
  for (const name of await listModels(head)) {
    const path = `${modelFolder(config, name)}/model.yaml`
    const bytes = await repository.readFile(commit, path)
    const definition = bytes === undefined ? undefined : parseYaml(ModelDefinition, path, bytes).value
    if (definition === undefined) continue
    if (paths.some(changed => changed === path || watches(definition, config, changed)))
      found.set(name, definition)
  }
  return {
    models: [...found.keys()],
    ...(Object.fromEntries(
      COMMANDS.map(key => [
        key,
        [...found].filter(([, definition]) => definition[key] !== undefined).map(([name]) => name),
      ]),
    ) as Record<(typeof COMMANDS)[number], string[]>),
    contract: [...found].filter(([, definition]) => promises(definition)).map(([name]) => name),
    served: await servedAmong(head, found),
    'registry-alone': paths.length > 0 && paths.every(path => path.startsWith(`${config.registry}/`)),
  }
}

/** What can be made, and is held to something: an endpoint that it declares, or a gate of its policy. */
function promises({ train, serve, policy }: ModelDefinition): boolean {
  const gates = Object.values(policy).flatMap(stage => stage.gates ?? [])
  return train !== undefined && (serve !== undefined || gates.some(rule => 'contract' in rule))
}

/** Those that train and have a champion. */
async function servedAmong(
  { repository, commit, config }: RegistryAt,
  found: ReadonlyMap<string, ModelDefinition>,
): Promise<string[]> {
  const served: string[] = []
  for (const [name, { train }] of found) {
    const path = `${modelFolder(config, name)}/stages.json`
    const bytes = train === undefined ? undefined : await repository.readFile(commit, path)
    const pointers = bytes === undefined ? undefined : parseJson(Pointers, path, bytes).value
    if (pointers !== undefined && championOf(pointers) !== undefined) served.push(name)
  }
  return served
}
