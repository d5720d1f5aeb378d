import { listModels, type RegistryAt } from './registry-reader.ts'
import { definitionIn } from './touched-models.ts'

/** The models that say what production saw, so that a schedule can look; a definition that cannot be read is said elsewhere. */
export async function monitoredModels(registry: RegistryAt): Promise<string[]> {
  const monitored: string[] = []
  for (const name of await listModels(registry))
    if ((await definitionIn(registry, name))?.monitor?.current !== undefined) monitored.push(name)
  return monitored
}
