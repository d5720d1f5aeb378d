// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { CONTRACT } from '../definitions.generated.ts'
import { openHeavyPorts } from '../heavy/ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: CONTRACT,
  load: async () => (await import('../../src/commands/contract.ts')).contract,
  openPorts: openHeavyPorts,
})
