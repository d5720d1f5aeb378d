import { defineConfig } from 'vitest/config'
import { base } from './vitest.config.ts'

export default defineConfig({ test: { ...base, include: ['test/**/*.prove.ts'], testTimeout: 30 * 60_000 } })
