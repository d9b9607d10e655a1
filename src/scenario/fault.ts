import { mapping } from './mapping.js';
import { quantity } from './quantity.js';
import { oneOf } from './written.js';

/** One thing that goes wrong in a run on a real queue. */
export const fault = mapping(
  {
    fault: oneOf(
      {
        kill: 'its process is killed (SIGKILL)',
        pause: 'its process is stopped for a while (SIGSTOP, SIGCONT)',
        slow: 'its services take longer for a while',
      },
      'a kind of fault',
      'What happens to the consumer.',
    ),
    at: quantity({ kind: 'duration', min: 0, max: 86_400, about: 'When, from the start of the run.' }),
    consumer: quantity({ kind: 'integer', min: 1, max: 64, about: 'To which consumer, from 1.' }),
    for: quantity({
      kind: 'duration',
      exclusiveMin: 0,
      max: 86_400,
      about: 'pause, slow: how long. Absent: 1s.',
    }).optional(),
    factor: quantity({
      kind: 'number',
      min: 1,
      max: 1000,
      about: 'slow: so many times as long. Absent: 3.',
    }).optional(),
  },
  'Something that goes wrong in the run.',
);
