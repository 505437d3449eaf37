import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that play in a browser take longest: begun first, they never run alone at the end while the other worker idles. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = (file: TestSpecification): boolean => file.moduleId.includes('/test/browser/')
    return (await super.sort(files)).toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)))
  }
}

// A worker keeps its modules from file to file (isolate: false): no test replaces a module, and loading the server anew for each file cost more than its tests.
export default defineConfig({
  test: {
    isolate: false,
    // One more than the processors of the smallest machine: many tests wait for a lease, a kill or a page.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'core', sequence: { groupOrder: 0 }, include: ['src/**/*.test.ts', 'test/catalogue/**/*.test.ts', 'test/{notices,counting}/**/*.test.ts'], environment: 'node' } },
      { extends: true, test: { name: 'house', sequence: { groupOrder: 0 }, include: ['test/house/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      // Those with a server and those with a browser before it share their workers.
      { extends: true, test: { name: 'product', sequence: { groupOrder: 1 }, include: ['test/{server,faults,documents,browser}/**/*.test.ts'], globalSetup: ['test/server/database.ts'], testTimeout: 300_000, hookTimeout: 180_000 } },
    ],
  },
})
