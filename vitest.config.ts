import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Tests that drive real queues, after all others: what they hold must hold on a busy machine, too, so four at a time are
 * no fault, but they would only wait beside tests that calculate.
 */
const live = [
  'test/engines/live/**/*.test.ts',
  'test/cli/{live,bench,bench-compare,replay,metrics,redis-security,secrets}.test.ts',
];

/** They take longest, those of a minute and more: begun last they would end alone. */
const longest = [
  'test/page/every-scenario.test.ts',
  'test/scenarios.test.ts',
  'test/cli/readme.test.ts',
  'test/engines/live/left-behind.test.ts',
  'test/engines/live/disturbed.test.ts',
  'test/cli/bench.test.ts',
  'test/cli/bench-compare.test.ts',
  'test/cli/live.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex(file => moduleId.endsWith(file));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** Hangs end here; a busy machine does not. */
const timeout = 240_000;

export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: timeout,
    hookTimeout: timeout,
    sequence: { sequencer: LongestFirst },
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
