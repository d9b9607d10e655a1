import { expect, test } from 'vitest';
import { inTurn } from '../../src/study/queues/in-turn.js';
import { queuesInWords } from '../../src/study/queues/in-words.js';
import { queue } from './queue-answers.js';

test('the verdict says who is best, from whom that is not shown, and who lost what', () => {
  const safe = { messages: 100, lost: 0, duplicated: 0 };
  const queues = [
    queue('quick', { overhead: [1, 1.1, 1.2], perSecond: 5, killed: { ...safe, lost: 2 } }),
    queue('slow', { overhead: [2, 2.1, 2.2], perSecond: 5, killed: safe }),
    queue('unlike', { overhead: [4, undefined, 0.1], perSecond: 7, killed: { problem: 'it ended early' } }),
  ];
  expect(queuesInWords({ queues, confidence: 0.95 })).toEqual([
    'Least overhead a message: quick, but no difference is shown from unlike; worse are slow.',
    'Shortest mean sojourn: quick, but no difference is shown from slow, unlike.',
    'Closest to its model: quick, but no difference is shown from unlike; worse are slow.',
    'Most messages a second: unlike.',
    'Least processor time a message: quick, but no difference is shown from slow, unlike.',
    'When a consumer was killed: nothing lost by slow; quick lost 6.',
  ]);
});

test('a verdict needs two queues with a run that counts', () => {
  const one = queue('one', { overhead: [1, 1], perSecond: 5, killed: { problem: 'it ended early' } });
  const none = queue('none', { overhead: [undefined], perSecond: 5, killed: { problem: 'it ended early' } });
  expect(none.summary.served).toBeUndefined();
  expect(queuesInWords({ queues: [one, none], confidence: 0.95 })[0]).toBe(
    'Least overhead a message: not told, fewer than two queues have a run that counts.',
  );
  expect(queuesInWords({ queues: [], confidence: 0.95 })).toEqual(['No queue could be driven here.']);
});

test('another queue begins each round', () => {
  const orders = [0, 1, 2, 3].map(round => inTurn(['a', 'b', 'c'], round).join(''));
  expect(orders).toEqual(['abc', 'bca', 'cab', 'abc']);
});
