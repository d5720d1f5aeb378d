// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { REPORT } from '../definitions.generated.ts'
import { openLightPorts } from '../ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: REPORT,
  load: async () => (await import('../../src/commands/report.ts')).report,
  openPorts: openLightPorts,
})
