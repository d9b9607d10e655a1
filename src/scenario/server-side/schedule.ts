import { list, mapping } from '../mapping.js';
import { quantity } from '../quantity.js';
import { mostServers } from './type.js';

export const schedule = mapping(
  {
    changes: list(
      mapping(
        {
          at: quantity({
            kind: 'duration',
            exclusiveMin: 0,
            max: 1e10,
            about: 'When: a time since the start, or since the last period ended.',
          }),
          servers: quantity({
            kind: 'integer',
            min: 0,
            max: mostServers,
            about:
              'So many servers from then on. Who is being served when a server leaves is served to the end.',
          }),
        },
        'A change of the number of servers.',
      ),
      'changes',
      'How the number of servers changes, in the order of time.',
    ),
    period: quantity({
      kind: 'duration',
      exclusiveMin: 0,
      max: 1e10,
      about: 'After this time all begins again with "servers". Absent: the last change holds for ever.',
    }).optional(),
  },
  'Servers that come and go by the clock: "servers" until the first change.',
);
