// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { SAMPLE } from '../definitions.generated.ts'
import { openHeavyPorts } from '../heavy/ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: SAMPLE,
  load: async () => (await import('../../src/commands/sample.ts')).sample,
  openPorts: openHeavyPorts,
})
