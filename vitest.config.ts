import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * Tests that drive real queues, after all others: what they hold must hold on a busy machine, too, so four at a time are
 * no fault, but they would only wait beside tests that calculate.
 */
const live = [
  'test/engines/live/**/*.test.ts',
  'test/cli/{live,bench,bench-compare,replay,metrics,redis-security,secrets}.test.ts',
];

/** Hangs end here; a busy machine does not. */
const timeout = 240_000;

export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: timeout,
    hookTimeout: timeout,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: live,
          // Their modules keep nothing that a test could leave behind, and to load them anew takes longer than most tests.
          isolate: false,
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'live', include: live, maxWorkers: 4, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
