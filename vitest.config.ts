import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'core', sequence: { groupOrder: 0 }, include: ['src/**/*.test.ts', 'test/catalogue/**/*.test.ts'], environment: 'node' } },
      { test: { name: 'house', sequence: { groupOrder: 1 }, include: ['test/house/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      { test: { name: 'server', sequence: { groupOrder: 2 }, include: ['test/server/**/*.test.ts', 'test/faults/**/*.test.ts', 'test/documents/**/*.test.ts'], globalSetup: ['test/server/database.ts'], testTimeout: 180_000, hookTimeout: 120_000, maxWorkers: 2 } },
      { test: { name: 'browser', sequence: { groupOrder: 3 }, include: ['test/browser/**/*.test.ts'], globalSetup: ['test/server/database.ts'], testTimeout: 300_000, hookTimeout: 180_000, fileParallelism: false } },
    ],
  },
})
