// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { VALIDATE } from '../definitions.generated.ts'
import { openLightPorts } from '../ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: VALIDATE,
  load: async () => (await import('../../src/commands/validate.ts')).validate,
  openPorts: openLightPorts,
})
