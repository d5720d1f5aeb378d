// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { SERVICE_LEVELS } from '../definitions.generated.ts'
import { openHeavyPorts } from '../heavy/ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: SERVICE_LEVELS,
  load: async () => (await import('../../src/commands/service-levels.ts')).serviceLevels,
  openPorts: openHeavyPorts,
})
