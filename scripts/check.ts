import { runChecks } from './run-checks.ts'

// `npm test`: everything that guards the main branch.
await runChecks(
  [
    { name: 'types', command: ['tsc', '--project', '.'] },
    {
      name: 'lint and format',
      command: ['biome', 'ci', '--error-on-warnings', '--diagnostic-level=warn', '--colors=off'],
    },
  ],
  ['vitest', 'run'],
)
