import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editors/**', 'node_modules/**'],
    pool: 'threads',
    // The tests share no state, so their files may share what they import.
    isolate: false,
    maxWorkers: '100%',
    // A limit for what hangs, not for what is slow: a busy machine is no failure.
    testTimeout: 60_000,
  },
})
