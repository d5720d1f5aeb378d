// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { MONITOR } from '../definitions.generated.ts'
import { openHeavyPorts } from '../heavy/ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: MONITOR,
  load: async () => (await import('../../src/commands/monitor.ts')).monitor,
  openPorts: openHeavyPorts,
})
