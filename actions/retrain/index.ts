// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { RETRAIN } from '../definitions.generated.ts'
import { openLightPorts } from '../ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: RETRAIN,
  load: async () => (await import('../../src/commands/retrain.ts')).retrain,
  openPorts: openLightPorts,
})
