// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import { MODELYARD } from '../definitions.generated.ts'
import { openReportingPorts } from '../heavy/ports.ts'
import { runAction } from '../run-action.ts'

await runAction({
  definition: MODELYARD,
  load: async () => (await import('../../src/commands/compare.ts')).compare,
  openPorts: openReportingPorts,
  reporting: {
    inputs: ['part', 'on', 'number', 'sha', 'registry'],
    load: async () => (await import('../../src/commands/report.ts')).report,
  },
})
