import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engines/simulation/index.js';
import type { Result } from '../../../src/result/result.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { stationary } from '../../numerics/stationary.js';
import { confidence, expectCovered } from './covers.js';

async function answerTo(text: string): Promise<Result> {
  const outcome = await simulate(parseScenario(text));
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result;
}

const fragile = (rate: number, servers: number, up: string, repair: string, more = '') => `
arrivals: ${rate}/s
stations:
  queue: { servers: ${servers}, service: 1s, breakdowns: { upTime: ${up}, repairTime: ${repair} }${more} }
run: { confidence: ${confidence}, precision: 3%, stopOn: [meanSojourn] }
`;

// Reference values of 50 digits: servers fail busy or idle, work goes on where it stopped.
describe('servers that fail', () => {
  test('one server, down a sixth of the time', async () => {
    const { measures } = await answerTo(fragile(0.5, 1, '10s', '2s'));
    expectCovered(measures, {
      meanNumberInSystem: 1.916666666666667,
      meanSojourn: 3.833333333333334,
      throughput: 0.5,
      utilisation: 0.5,
    });
  });

  test('two servers: who is interrupted goes to the other where it is idle', async () => {
    const { measures } = await answerTo(fragile(1, 2, '5s', '1s'));
    expectCovered(measures, { meanNumberInSystem: 1.963696066657247, meanSojourn: 1.963696066657247 });
  });

  test('ten servers, down an eleventh of the time', async () => {
    const { measures } = await answerTo(fragile(7, 10, '50s', '5s'));
    expectCovered(measures, {
      meanNumberInSystem: 8.732914731419505,
      meanSojourn: 1.2475592473456436,
      throughput: 7,
    });
  });

  test.each(['lcfs-preemptive', 'srpt', 'priority-preemptive'])(
    'serve everyone all the same: %s',
    async discipline => {
      const { measures } = await answerTo(fragile(0.5, 1, '10s', '2s', `, discipline: ${discipline}`));
      expectCovered(measures, { throughput: 0.5, utilisation: 0.5, meanService: 1 });
    },
  );

  test('only while they serve: repairs are a part of the service', async () => {
    const { measures } = await answerTo(fragile(0.5, 1, '10s', '2s, while: serving'));
    expectCovered(measures, {
      meanNumberInSystem: 1.75,
      meanSojourn: 3.5,
      utilisation: 0.5,
      throughput: 0.5,
    });
  });

  test('only while they serve, two of them: their Markov chain', async () => {
    // Present, working; an interrupted customer goes to the other server where it is idle.
    const most = 150;
    const states = Array.from({ length: most + 1 }, (_, n) => [0, 1, 2].map(up => [n, up])).flat();
    const solution = stationary(states, ([n, up]) => {
      const served = Math.min(n, up);
      return [
        { rate: n < most ? 1 : 0, to: [n + 1, up] },
        { rate: served, to: [n - 1, up] },
        { rate: served / 5, to: [n, up - 1] },
        { rate: 2 - up, to: [n, up + 1] },
      ];
    });
    const present = solution.reduce((sum, p, i) => sum + p * states[i][0], 0);
    const { measures } = await answerTo(fragile(1, 2, '5s', '1s, while: serving'));
    expectCovered(measures, { meanNumberInSystem: present, throughput: 1, utilisation: 0.5 });
  });

  test('make a queue unstable that would be stable without', async () => {
    const { measures, warnings } = await answerTo(fragile(0.9, 1, '10s', '2s'));
    const growth = measures.growthRate;
    expect(growth?.kind === 'sampled' && growth.low <= 0.9 - 5 / 6 && growth.high >= 0.9 - 5 / 6).toBe(true);
    expect(warnings.map(({ code }) => code)).toEqual(['unstable']);
  });

  test('are not known where services are shared', async () => {
    const outcome = await simulate(parseScenario(fragile(0.5, 1, '10s', '2s', ', discipline: ps')));
    expect(outcome).toEqual({ answered: false, reason: expect.stringContaining('break down') });
  });
});
