import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** What tests and proofs share. */
export const base = {
  setupFiles: ['test/support/property-seed.ts'],
  // To end what hangs, and no measure of speed: a busy machine takes many times as long as an idle one.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // Commits are made by the person that a test names, never by whoever runs the tests.
  env: {
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: '',
    GIT_AUTHOR_EMAIL: '',
    GIT_COMMITTER_NAME: '',
    GIT_COMMITTER_EMAIL: '',
  },
}

// Tests wait for git more than they compute: two more at a time than there are cores keep these busy.
export const maxWorkers = availableParallelism() + 2

export default defineConfig({
  test: {
    ...base,
    maxWorkers,
    include: ['test/**/*.test.ts'],
    // A worker for each file would spend a third of the time starting and loading the same modules.
    isolate: false,
    unstubEnvs: true,
  },
})
