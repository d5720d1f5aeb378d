// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { TESTS } from '../definitions.generated.ts'
import { openLightPorts } from '../ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: TESTS,
  load: async () => (await import('../../src/commands/tests.ts')).tests,
  openPorts: openLightPorts,
})
