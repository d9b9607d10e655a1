import { describe, expect, test } from 'vitest';
import { disciplines } from '../../../src/engines/simulation/network/disciplines/index.js';
import { answerTo } from './answer.js';
import { departuresOf } from './by-hand.js';
import { expectCovered } from './covers.js';
import { writtenDiscipline } from './written-discipline.js';

const run = 'run: { precision: 10%, stopOn: [meanSojourn, probabilityOfDeadLetter] }';

describe('work that fails', () => {
  // M/M/1 with feedback (J. R. Jackson 1957): deliveries come at rate lambda / (1 - p), and the queue is that of M/M/1.
  test('at once again until it succeeds: M/M/1 with feedback', async () => {
    const { measures, stations } = await answerTo(
      `{ arrivals: 0.3/s, service: 1s, servers: 1, failing: 50%, ${run} }`,
    );
    expectCovered(measures, {
      throughput: 0.3,
      attemptRate: 0.6,
      amplification: 2,
      wastedWork: 0.3,
      meanNumberInSystem: 1.5,
      meanSojourn: 5,
      meanWait: 3,
    });
    expectCovered(stations?.queue.measures ?? {}, {
      throughput: 0.6,
      meanSojourn: 2.5,
      utilisation: 0.6,
      wastedWork: 0.3,
    });
  });

  // Three tries at most: a customer takes 1 + p + p² of them, and one in p³ is given up. Twelve servers for a load of
  // 0.7 make nobody wait, so a sojourn is the services and the delays: 1.75 and 0.75 of them, 1 s and 2 s apart.
  test('three times at most, with a pause that doubles', async () => {
    const { measures } =
      await answerTo(`{ arrivals: 0.4/s, service: 1s, servers: 12, failing: 50%, maxDeliveries: 3,
      redelivery: { delay: { distribution: deterministic, value: 1s }, multiplier: 2 }, ${run} }`);
    expectCovered(measures, {
      throughput: 0.4 * (1 - 0.125),
      probabilityOfDeadLetter: 0.125,
      amplification: 1.75,
      attemptRate: 0.7,
      meanSojourn: 1.75 + 0.5 * 1 + 0.25 * 2,
      meanWait: 0.5 * 1 + 0.25 * 2,
    });
  });

  test('poison takes all its tries and is put aside, whatever else fails', async () => {
    const { measures } = await answerTo(
      `{ arrivals: 1/s, service: 100ms, servers: 1, failing: 10%, poison: 5%, maxDeliveries: 4, ${run} }`,
    );
    expectCovered(measures, {
      probabilityOfDeadLetter: 0.05 + 0.95 * 1e-4,
      amplification: 0.05 * 4 + 0.95 * (1 + 0.1 + 0.01 + 0.001),
    });
  });

  test.each(Object.keys(disciplines))('whatever the order of service: %s', async discipline => {
    const classes = 'classes: { a: { arrivals: 0.2/s, due: 1s, weight: 2 }, b: { arrivals: 0.2/s } }';
    const queue = `{ service: 1s, servers: 1, failing: { a: 40% }, maxDeliveries: 2, discipline: ${writtenDiscipline(discipline)} }`;
    const {
      measures,
      classes: each = {},
      warnings,
    } = await answerTo(
      `{ ${classes}, stations: { queue: ${queue} }, routes: { arrive: queue }, run: { precision: 8%, stopOn: [meanSojourn] } }`,
    );
    expectCovered(measures, { probabilityOfDeadLetter: 0.08, amplification: 1.2 });
    expectCovered(each.a.measures, { probabilityOfDeadLetter: 0.16, throughput: 0.2 * 0.84 });
    expect(each.b.measures.probabilityOfDeadLetter).toMatchObject({ value: 0 });
    expect(warnings).toEqual([]);
  });
});

// Everyone is poison here: a at 0, b at 1; each is served twice for 4 s, at the back of the queue, and put aside.
test('by hand: at the back of the queue', () => {
  const text = (redelivery: string) => `{ classes: { a: { arrivals: 1/s } , b: { arrivals: 1/s } },
    stations: { queue: { servers: 1, service: { distribution: deterministic, value: 4s }, poison: { a: 99%, b: 0 },
      maxDeliveries: 2 ${redelivery} } }, routes: { arrive: queue } }`;
  // a 0-4, b 4-8, a 8-12
  expect(departuresOf(text(''), { a: [0], b: [1] })).toEqual(['b@1 8', 'a@0 dead 12']);
  // a comes back at 4 + 7 = 11, when nobody is there any more
  const late = ', redelivery: { delay: { distribution: deterministic, value: 7s } }';
  expect(departuresOf(text(late), { a: [0], b: [1] })).toEqual(['b@1 8', 'a@0 dead 15']);
});
