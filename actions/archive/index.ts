// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { ARCHIVE } from '../definitions.generated.ts'
import { openProposingPorts } from '../proposing-ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: ARCHIVE,
  load: async () => (await import('../../src/commands/archive.ts')).archive,
  openPorts: openProposingPorts,
})
