import { distribution } from '../distribution.js';
import { mapping } from '../mapping.js';
import { quantity } from '../quantity.js';
import { oneOf } from '../written.js';

/** What a server does when nobody waits: `setUp`, `startAt` or `vacation`, of which one stands here. */
export const whenIdle = mapping(
  {
    setUp: distribution(
      'A server without work is switched off; this is how long it takes from the arrival that needs it until it serves.',
    ).optional(),
    delayOff: distribution(
      'With setUp: how long a server without work stays on before it is switched off. Absent: no time.',
    ).optional(),
    startAt: quantity({
      kind: 'integer',
      min: 1,
      max: 1e6,
      about: 'The server stops when nobody is left, and starts again when so many wait.',
    }).optional(),
    vacation: distribution(
      'The server goes away for so long when nobody is left, whoever comes meanwhile.',
    ).optional(),
    vacations: oneOf(
      {
        single: 'it stays and waits for the next customer',
        multiple: 'it goes away again',
      },
      'a kind of vacations',
      'With vacation: what the server does when it comes back and finds nobody. Absent: multiple.',
    ).optional(),
  },
  'What a server does when nobody is left to be served.',
);
