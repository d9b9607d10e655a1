import { describe, expect, test } from 'vitest';
import { distributionOf } from '../../../src/distributions/index.js';
import { simulate } from '../../../src/engines/simulation/index.js';
import { disciplines } from '../../../src/engines/simulation/network/disciplines/index.js';
import {
  nonPreemptive,
  nonPreemptiveServers,
  preemptiveResume,
  preemptiveServers,
} from '../../../src/engines/theory/formulas/priorities.js';
import { sizeBased } from '../../../src/engines/theory/formulas/size-based.js';
import type { Result } from '../../../src/result/result.js';
import type { DistributionSpec, Scenario } from '../../../src/scenario/type.js';
import { confidence, expectCovered } from './covers.js';
import { poisson, station } from './station.js';

async function answerTo(scenario: Scenario): Promise<Result> {
  const outcome = await simulate(scenario);
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result;
}

const hyper: DistributionSpec = { distribution: 'hyperexponential', mean: 1, scv: 3 };
const run = { confidence, precision: 0.05, stopOn: ['meanSojourn'] };

describe('one class', () => {
  test.each(['fcfs', 'lcfs', 'siro'])('%s: the mean wait of Pollaczek and Khinchine', async discipline => {
    const { measures } = await answerTo(station({ arrivals: poisson(0.7), service: hyper, discipline, run }));
    const wait = (0.7 / 0.3) * 2;
    expectCovered(measures, {
      meanWait: wait,
      meanSojourn: wait + 1,
      probabilityOfWait: 0.7,
      utilisation: 0.7,
    });
  });

  test.each(['ps', 'lcfs-preemptive'])(
    '%s: a mean sojourn that knows only the mean service',
    async discipline => {
      const { measures } = await answerTo(
        station({ arrivals: poisson(0.7), service: hyper, discipline, run }),
      );
      expectCovered(measures, {
        meanSojourn: 1 / 0.3,
        meanNumberInSystem: 0.7 / 0.3,
        utilisation: 0.7,
        throughput: 0.7,
      });
    },
  );

  test('ps: nobody waits and then is served, so no wait is told', async () => {
    const { measures, waitQuantiles, tails } = await answerTo(
      station({ arrivals: poisson(0.7), discipline: 'ps', run }),
    );
    expect(Object.keys(tails ?? {})).toEqual(['sojourn']);
    expect(measures.meanWait).toBeUndefined();
    expect(measures.meanNumberInQueue).toBeUndefined();
    expect(waitQuantiles).toEqual([]);
  });

  test('ps at two servers: as many customers as in M/M/2', async () => {
    const { measures } = await answerTo(
      station({ arrivals: poisson(1.6), servers: 2, discipline: 'ps', run }),
    );
    expectCovered(measures, { meanNumberInSystem: 1.6 / 0.36, utilisation: 0.8 });
  });

  test('lcfs-preemptive at three servers: as many customers as in M/M/3', async () => {
    const { measures } = await answerTo(
      station({ arrivals: poisson(2.4), servers: 3, discipline: 'lcfs-preemptive', run }),
    );
    const waiting = (2.4 ** 3 / 6) * 5;
    const number = 2.4 + ((waiting / (waiting + 1 + 2.4 + 2.88)) * 0.8) / 0.2;
    expectCovered(measures, { meanNumberInSystem: number, utilisation: 0.8 });
  });

  test.each([
    ['sjf', 'shortestFirst'],
    ['srpt', 'shortestRemaining'],
    ['psjf', 'preemptiveShortest'],
    ['fb', 'leastAttained'],
  ] as const)('%s: by the formula', async (discipline, rule) => {
    const service = { distribution: 'exponential', mean: 1 };
    const coarse = { ...run, precision: 0.1 };
    const { measures } = await answerTo(
      station({ arrivals: poisson(0.8), service, discipline, run: coarse }),
    );
    expectCovered(measures, {
      meanSojourn: sizeBased.solve({ arrivalRate: 0.8, service: distributionOf(service) })[rule],
      utilisation: 0.8,
    });
  });
});

describe('two classes', () => {
  const [urgent, patient] = [
    { rate: 0.3, service: { mean: 1, scv: 1 } },
    { rate: 0.2, service: { mean: 2, scv: 3 } },
  ];
  const twoClasses = (discipline: string, servers = 1, same = false): Scenario => ({
    ...station({ discipline, servers, run: { ...run, precision: 0.03 } }),
    classes: {
      patient: { arrivals: poisson(same ? 1 : patient.rate), priority: 1 },
      urgent: { arrivals: poisson(same ? 1.4 : urgent.rate), priority: 5 },
    },
    stations: {
      queue: {
        servers,
        discipline: { discipline },
        service: same
          ? { distribution: 'exponential', mean: 1 }
          : {
              urgent: { distribution: 'exponential', mean: 1 },
              patient: { distribution: 'hyperexponential', mean: 2, scv: 3 },
            },
      },
    },
  });

  test('priority: the waits of Cobham', async () => {
    const { classes } = await answerTo(twoClasses('priority'));
    const [first, second] = nonPreemptive.solve({ classes: [urgent, patient] });
    expectCovered(classes?.urgent.measures ?? {}, { meanWait: first, throughput: 0.3 });
    expectCovered(classes?.patient.measures ?? {}, { meanWait: second, throughput: 0.2 });
  });

  test('priority-preemptive: to the urgent the others do not exist', async () => {
    const { classes, measures } = await answerTo(twoClasses('priority-preemptive'));
    const [first, second] = preemptiveResume.solve({ classes: [urgent, patient] });
    expectCovered(classes?.urgent.measures ?? {}, { meanSojourn: first });
    expectCovered(classes?.patient.measures ?? {}, { meanSojourn: second });
    expectCovered(measures, { throughput: 0.5, utilisation: 0.7 });
  });

  test('at three servers, with and without interruption', async () => {
    const waits = nonPreemptiveServers.solve({ rates: [1.4, 1], meanService: 1, servers: 3 });
    const plain = await answerTo(twoClasses('priority', 3, true));
    expectCovered(plain.classes?.urgent.measures ?? {}, { meanWait: waits[0] });
    expectCovered(plain.classes?.patient.measures ?? {}, { meanWait: waits[1] });
    const numbers = preemptiveServers.solve({ rates: [1.4, 1], meanService: 1, servers: 3 });
    const interrupting = await answerTo(twoClasses('priority-preemptive', 3, true));
    expectCovered(interrupting.classes?.urgent.measures ?? {}, { meanNumberInSystem: numbers[0] });
    expectCovered(interrupting.classes?.patient.measures ?? {}, { meanNumberInSystem: numbers[1] });
  });
});

describe.each(Object.keys(disciplines))('every discipline: %s', discipline => {
  test('loses nobody, keeps its servers busy as the load demands, and obeys Little', async () => {
    const servers = ofOneServer.includes(discipline) ? 1 : 2;
    const { measures, warnings } = await answerTo(
      station({
        arrivals: poisson(0.75 * servers),
        servers,
        discipline,
        service: { distribution: 'erlang', mean: 1, k: 2 },
        run,
      }),
    );
    expectCovered(measures, { throughput: 0.75 * servers, utilisation: 0.75, meanService: 1 });
    const value = (name: 'meanNumberInSystem' | 'throughput' | 'meanSojourn') =>
      measures[name]?.value ?? Number.NaN;
    expect(value('meanNumberInSystem') / (value('throughput') * value('meanSojourn'))).toBeCloseTo(1, 2);
    expect(warnings).toEqual([]);
  });

  test('turns away who finds it full', async () => {
    const { measures } = await answerTo(
      station({
        arrivals: poisson(2),
        servers: 1,
        capacity: 3,
        discipline,
        run: { ...run, stopOn: ['probabilityOfLoss'] },
      }),
    );
    const loss = measures.probabilityOfLoss?.value ?? Number.NaN;
    expect((measures.throughput?.value ?? Number.NaN) / (2 * (1 - loss))).toBeCloseTo(1, 2);
    // An order that looks at sizes changes how many are present; any other sees M/M/1/3.
    if (bySize.includes(discipline)) return;
    expectCovered(measures, {
      probabilityOfLoss: 8 / 15,
      throughput: 2 * (7 / 15),
      meanNumberInSystem: (2 + 8 + 24) / 15,
    });
  });
});

const ofOneServer = ['dps', 'fb', 'polling'];
const bySize = ['sjf', 'srpt', 'psjf'];
