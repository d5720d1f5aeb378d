// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { CONCLUDE } from '../definitions.generated.ts'
import { openLightPorts } from '../ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: CONCLUDE,
  load: async () => (await import('../../src/commands/conclude.ts')).conclude,
  openPorts: openLightPorts,
})
