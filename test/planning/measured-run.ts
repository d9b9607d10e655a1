import { pathOf, servedOf } from '../../src/measurement/path.js';
import { sojournsOf, waitsOf } from '../../src/measurement/path-batches.js';
import { summarise } from '../../src/measurement/summarise.js';
import { timeBlocks } from '../../src/measurement/time-blocks.js';
import type { Result } from '../../src/result/result.js';
import { synthetic } from '../measurement/synthetic.js';
import { scenarioOf } from './evaluates.js';

const scenario = scenarioOf('arrivals: 140/s, service: 10ms, servers: 2, live: { broker: in-process }');

/** What a live run of M/M/2 would say of itself. @param overhead seconds that every service takes longer */
export function measuredRun(seed: number, overhead = 0): Result {
  const observations = synthetic({ messages: 5000, seed, overhead });
  const path = pathOf(observations, 'virtual', servedOf(observations));
  return {
    schema: 1,
    engine: 'live',
    scenario,
    ...summarise(path, { servers: 2, confidence: 0.95, seriesAbout: '' }),
    blocks: { wait: timeBlocks(waitsOf(path)), sojourn: timeBlocks(sojournsOf(path)) },
    warnings: [],
  };
}
