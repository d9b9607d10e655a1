import { mapping } from './mapping.js';
import { quantity } from './quantity.js';
import { oneOf } from './written.js';

/** One thing that goes wrong in a run on a real queue. */
export const fault = mapping(
  {
    fault: oneOf(
      {
        kill: 'the process of a consumer is killed (SIGKILL)',
        pause: 'the process of a consumer is stopped for a while (SIGSTOP, SIGCONT)',
        slow: 'the services of a consumer take longer for a while',
        cut: 'a consumer, or without one the sender, loses its connections and gets none for a while',
        restart: 'the server of the queue is killed (SIGKILL) and comes back after a while',
      },
      'a kind of fault',
      'What happens.',
    ),
    at: quantity({ kind: 'duration', min: 0, max: 86_400, about: 'When, from the start of the run.' }),
    consumer: quantity({
      kind: 'integer',
      min: 1,
      max: 64,
      about: 'kill, pause, slow, cut: to which consumer, from 1.',
    }).optional(),
    for: quantity({
      kind: 'duration',
      exclusiveMin: 0,
      max: 86_400,
      about: 'pause, slow, cut, restart: how long. Absent: 1s.',
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
