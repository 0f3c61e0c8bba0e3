import { defineConfig } from 'vitest/config'

/** Real editors, one after another: each wants the machine for itself. `scripts/test-editors.mjs` starts this. */
export default defineConfig({
  test: {
    include: ['test/editors/*.editor.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
