import { expect, test } from 'vitest';
import { withOutages } from '../../../src/engines/live/faults/outage.js';
import type { Observations } from '../../../src/measurement/observation.js';

/** Messages by the times of their receipt, dealt to two consumers in turn. */
function received(...times: number[]): Observations {
  const column = Float64Array.from(times);
  return {
    ...{ count: times.length, intended: column, service: column, sent: column, received: column },
    ...{ started: column, finished: column, acknowledged: column },
    consumer: Int32Array.from(times, (_, i) => i % 2),
  };
}

test('an outage is the longest silence that touches the fault', () => {
  const seen = received(0, 1, 2, 2.9, 4.5, 5, 9);
  const restart = { fault: 'restart', at: 3, for: 1 } as const;
  expect(withOutages([restart], seen)).toEqual([{ ...restart, outage: 4.5 - 2.9, waiting: 0 }]);
  const cut = { fault: 'cut', at: 2.5, for: 1, consumer: 2 } as const;
  // Consumer 2 received at 1, 2.9 and 5.
  expect(withOutages([cut], seen)).toEqual([{ ...cut, outage: 5 - 2.9 }]);
});

test('what comes to no end, and what is no outage, has none', () => {
  const seen = received(0, 1, 2, Number.NaN);
  const [restart, kill] = [
    { fault: 'restart', at: 3 },
    { fault: 'kill', at: 0.5, consumer: 1 },
  ] as const;
  expect(withOutages([restart, kill], seen)).toEqual([{ ...restart, waiting: 0 }, kill]);
});

test('who was sent and had not come waits when the server is killed, lost or not', () => {
  const seen = received(1, 5, 6, Number.NaN);
  const sent = Float64Array.of(1, 2, 4, 2.5);
  const restart = { fault: 'restart', at: 3, for: 1 } as const;
  expect(withOutages([restart], { ...seen, sent })[0].waiting).toBe(2);
});
