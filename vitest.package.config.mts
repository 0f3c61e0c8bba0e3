import { defineConfig } from 'vitest/config'

/** Tests of what ships: the command line and the servers as processes of their own. */
export default defineConfig({
  test: {
    include: ['test/**/*.package.ts'],
    exclude: ['node_modules/**'],
    pool: 'threads',
    testTimeout: 30_000,
  },
})
