import { type Look, looksOf } from '../domain/monitoring/looks.ts'
import { listModels, type RegistryAt } from './registry-reader.ts'
import { definitionIn } from './touched-models.ts'

/** A model that says where what production saw lies, and what a schedule can look at. */
export interface MonitoredModel {
  readonly model: string
  readonly looks: Look[]
}

/** All such models; a definition that cannot be read is said elsewhere. */
export async function monitoredModels(registry: RegistryAt): Promise<MonitoredModel[]> {
  const monitored: MonitoredModel[] = []
  for (const model of await listModels(registry)) {
    const looks = looksOf((await definitionIn(registry, model))?.monitor ?? {})
    if (looks.length > 0) monitored.push({ model, looks })
  }
  return monitored
}
