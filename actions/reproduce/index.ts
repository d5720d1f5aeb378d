// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { REPRODUCE } from '../definitions.generated.ts'
import { openHeavyPorts } from '../heavy/ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: REPRODUCE,
  load: async () => (await import('../../src/commands/reproduce.ts')).reproduce,
  openPorts: openHeavyPorts,
})
