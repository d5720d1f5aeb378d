// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { COMPARE } from '../definitions.generated.ts'
import { openHeavyPorts } from '../heavy/ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: COMPARE,
  load: async () => (await import('../../src/commands/compare.ts')).compare,
  openPorts: openHeavyPorts,
})
