// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { PERFORMANCE } from '../definitions.generated.ts'
import { openHeavyPorts } from '../heavy/ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: PERFORMANCE,
  load: async () => (await import('../../src/commands/performance.ts')).performance,
  openPorts: openHeavyPorts,
})
