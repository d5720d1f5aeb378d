// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { SEAL } from '../definitions.generated.ts'
import { openLightPorts } from '../ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: SEAL,
  load: async () => (await import('../../src/commands/seal.ts')).seal,
  openPorts: openLightPorts,
})
