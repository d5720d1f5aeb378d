import { runChecks } from './run-checks.ts'

// `npm run prove`: what takes too long for every change: long fuzzing and simulations.
await runChecks([], ['vitest', 'run', '--config', 'vitest.prove.config.ts'])
