import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editors/**', 'node_modules/**'],
    pool: 'threads',
    // A limit for what hangs, not for what is slow: a busy machine is no failure.
    testTimeout: 60_000,
  },
})
