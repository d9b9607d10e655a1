import { mapping } from '../mapping.js';
import { quantity } from '../quantity.js';
import { oneOf } from '../written.js';

export const batchService = mapping(
  {
    size: quantity({
      kind: 'integer',
      min: 1,
      max: 1e6,
      about: 'Most customers whom a server serves together, in the time of one service.',
    }),
    minimum: quantity({
      kind: 'integer',
      min: 1,
      max: 1e6,
      about: 'A server waits until so many are there. Absent: 1.',
    }).optional(),
    latecomers: oneOf(
      { wait: 'they wait for the next batch', join: 'they join it while it has room, and leave with it' },
      'something that they can do',
      'What those do who come while a batch is served. Absent: wait.',
    ).optional(),
  },
  'Servers that serve several customers together.',
);
