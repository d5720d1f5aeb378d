// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { openCommandPorts } from '../command-ports.ts'
import { RUN } from '../definitions.generated.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: RUN,
  load: async () => (await import('../../src/commands/run.ts')).run,
  openPorts: openCommandPorts,
})
