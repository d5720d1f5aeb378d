import { defineConfig } from 'vitest/config'
import { TABLES } from './test/support/tables.ts'
import { base, maxWorkers } from './vitest.config.ts'

const MINUTE = 60_000

export default defineConfig({
  test: { ...base, maxWorkers, include: ['test/**/*.prove.ts'], testTimeout: (TABLES ? 600 : 30) * MINUTE },
})
