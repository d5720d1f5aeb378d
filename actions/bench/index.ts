// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { BENCH } from '../definitions.generated.ts'
import { openHeavyPorts } from '../heavy/ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: BENCH,
  load: async () => (await import('../../src/commands/bench.ts')).bench,
  openPorts: openHeavyPorts,
})
