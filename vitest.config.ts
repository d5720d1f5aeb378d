import { defineConfig } from 'vitest/config'

/** What tests and proofs share. */
export const base = {
  testTimeout: 30_000,
  hookTimeout: 30_000,
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

export default defineConfig({ test: { ...base, include: ['test/**/*.test.ts'] } })
