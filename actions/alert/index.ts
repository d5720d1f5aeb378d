// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { openAlertPorts } from '../alert-ports.ts'
import { ALERT } from '../definitions.generated.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: ALERT,
  load: async () => (await import('../../src/commands/alert.ts')).alert,
  openPorts: openAlertPorts,
})
