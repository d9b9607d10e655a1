import { bySending, type Observations } from '../../../measurement/observation.js';
import { consumerFree } from '../../../measurement/path.js';
import { slopeOf } from '../../../statistics/slope.js';
import { studentFactor } from '../../../statistics/student.js';
import type { RunCheck } from './check.js';
import { chance, meanServiceOf, serviceLimit } from './limits.js';

const batches = 20;
/** Messages in a batch, so that what a moment of the host does to neighbours stays within it. */
const fewest = 10;

/** The mean seconds that a message cost its consumer beyond its service, batch by batch in the order of the sends. */
function costs(observations: Observations): number[] {
  const { finished, service } = observations;
  const free = consumerFree(observations);
  const order = bySending(observations);
  return Array.from({ length: batches }, (_, b) => {
    const among = order.slice((b * order.length) / batches, ((b + 1) * order.length) / batches);
    return among.reduce((sum, i) => sum + finished[i] - free[i] - service[i], 0) / among.length;
  });
}

/**
 * Whether the run was the same at its end as at its beginning. What a message costs is looked at and not its sojourn: a queue
 * wanders by itself, and a backlog or a rate that changes would look like a fault.
 */
export const drift: RunCheck = {
  about: 'broker and client cost a message as much at the end of the run as at its beginning',
  advice: 'look for what grew during the run: memory, a log, another program; then run it again, longer',
  falseAlarms: chance,
  readings: ({ observations }) => {
    if (observations.count < batches * fewest) return [];
    const { slope, standardError } = slopeOf(costs(observations));
    const chanceAlone = studentFactor(1 - chance, batches - 2) * standardError * batches;
    return [
      {
        name: 'cost of a message, change over the run',
        value: slope * batches,
        limit: Math.max(serviceLimit(meanServiceOf(observations)), chanceAlone),
        unit: 'seconds',
      },
    ];
  },
};
