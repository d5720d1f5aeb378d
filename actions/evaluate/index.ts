// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { EVALUATE } from '../definitions.generated.ts'
import { openHeavyPorts } from '../heavy/ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: EVALUATE,
  load: async () => (await import('../../src/commands/evaluate.ts')).evaluate,
  openPorts: openHeavyPorts,
})
