import { list, mapping } from '../mapping.js';
import { exit } from '../place.js';
import { quantity } from '../quantity.js';
import { mostThings } from '../station.js';
import type { Fork } from '../type.js';
import { identifierText, oneOf } from '../written.js';

/** `{ fork: [a, b, c], quorum: 2, rest: cancel, next: leave }`. */
export const fork = mapping(
  {
    fork: list(
      identifierText('A station that a part goes to.'),
      'stations',
      'The stations that the parts of a customer go to, all at once.',
    ),
    quorum: quantity({
      kind: 'integer',
      min: 1,
      max: mostThings,
      about: 'How many parts must be done. Absent: all.',
    }).optional(),
    rest: oneOf(
      {
        finish: 'they are served nevertheless, which helps nobody',
        cancel: 'they leave at once, from the line or out of service',
      },
      'something that can become of them',
      'What becomes of the other parts when enough are done. Absent: finish.',
    ).optional(),
    next: identifierText(`Where the customer goes when enough parts are done: a station, or "${exit}".`),
  },
  'Parts of the customer go to several stations at once; it goes on when enough of them are done.',
).transform(({ fork, quorum = fork.length, rest = 'finish', next }): Fork => ({ fork, quorum, rest, next }));
