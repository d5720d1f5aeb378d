// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { REGISTER } from '../definitions.generated.ts'
import { openProposingPorts } from '../proposing-ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: REGISTER,
  load: async () => (await import('../../src/commands/register.ts')).register,
  openPorts: openProposingPorts,
})
