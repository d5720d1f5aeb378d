// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { PROMOTE } from '../definitions.generated.ts'
import { openProposingPorts } from '../proposing-ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: PROMOTE,
  load: async () => (await import('../../src/commands/promote.ts')).promote,
  openPorts: openProposingPorts,
})
