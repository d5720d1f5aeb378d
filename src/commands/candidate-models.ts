import { firstStage } from '../domain/registry/lifecycle.ts'
import { type ModelState, standingOf } from '../domain/registry/model-state.ts'
import { watches } from '../domain/registry/watch.ts'
import type { ValidationResult } from '../domain/results/validation.ts'
import type { TreeChange } from '../ports.ts'
import { listModels, type RegistryAt, readModel } from './registry-reader.ts'

type Candidate = NonNullable<ValidationResult['candidates']>[number]

/**
 * The models that a first promotion is due for: of a version that a change brought and no record names, otherwise of one
 * that has to be trained, since the change touched training code, or brought the model itself.
 *
 * @param changes - Undefined where nothing says what changed: then every model that trains.
 */
export async function candidateModels(
  head: RegistryAt,
  changes: readonly TreeChange[] | undefined,
): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const name of await listModels(head)) {
    const state = await readModel(head, name)
    const version = changes === undefined ? undefined : broughtVersion(state, changes)
    const serves = state.definition.serve !== undefined
    if (version !== undefined) found.push({ model: name, version, serves })
    else if (state.definition.train !== undefined && isToTrain(state, changes))
      found.push({ model: name, serves })
  }
  return found
}

function isToTrain(
  { name, definition, config, lastVersion }: ModelState,
  changes: readonly TreeChange[] | undefined,
) {
  if (changes === undefined) return true
  const own = `${config.registry}/models/${name}/model.yaml`
  return changes.some(({ path }) => watches(definition, config, path) || (path === own && lastVersion === 0))
}

/** The highest of them: of several that came at once the others were given up on the way. */
function broughtVersion(state: ModelState, changes: readonly TreeChange[]): number | undefined {
  const { name, config, records } = state
  const folder = `${config.registry}/models/${name}/versions/`
  const brought = changes.flatMap(({ path, status }) => {
    const number = path.startsWith(folder) && /^(\d+)\/version\.json$/.exec(path.slice(folder.length))?.[1]
    return number && status === 'added' ? [Number(number)] : []
  })
  const isOpen = (version: number) =>
    standingOf(state, version) === firstStage(config.lifecycle) &&
    !records.some(record => record.kind !== 'alias' && record.version === version)
  const open = brought.filter(isOpen)
  return open.length === 0 ? undefined : Math.max(...open)
}
