import { defineConfig } from 'vitest/config'
import { base, maxWorkers } from './vitest.config.ts'

export default defineConfig({
  test: { ...base, maxWorkers, include: ['test/**/*.prove.ts'], testTimeout: 30 * 60_000 },
})
