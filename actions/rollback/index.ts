// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { ROLLBACK } from '../definitions.generated.ts'
import { openProposingPorts } from '../proposing-ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: ROLLBACK,
  load: async () => (await import('../../src/commands/rollback.ts')).rollback,
  openPorts: openProposingPorts,
})
