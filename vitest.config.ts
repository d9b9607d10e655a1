import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that drive real queues, one after the other: they measure time, and start processes of their own. */
const live = [
  'test/engines/live/**/*.test.ts',
  'test/cli/{live,bench,replay,metrics,redis-security}.test.ts',
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
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'live', include: live, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
