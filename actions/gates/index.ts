// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { GATES } from '../definitions.generated.ts'
import { openLightPorts } from '../ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: GATES,
  load: async () => (await import('../../src/commands/gates.ts')).gates,
  openPorts: openLightPorts,
})
