import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engines/simulation/index.js';
import { disciplines } from '../../../src/engines/simulation/network/disciplines/index.js';
import type { PartResult, Result } from '../../../src/result/result.js';
import { ScenarioError } from '../../../src/scenario/load.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { departuresOf } from './by-hand.js';
import { confidence, expectCovered } from './covers.js';
import { writtenDiscipline } from './written-discipline.js';

async function answerTo(text: string): Promise<Result> {
  const outcome = await simulate(parseScenario(text));
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result;
}

const run = `run: { confidence: ${confidence}, precision: 8%, stopOn: [meanSojourn] }`;

describe('the order at equal times', () => {
  /** Four customers, numbered by their classes, come at 10 s, each to be served for a second. */
  const atOnce = (discipline: string) =>
    departuresOf(
      `
classes: { '1': &one { arrivals: 1/s, due: 5s, weight: 1 }, '2': *one, '3': *one, '4': *one }
stations: { desk: { servers: 1, service: { distribution: deterministic, value: 1s }, discipline: ${writtenDiscipline(discipline)} } }
`,
      { 1: [10], 2: [10], 3: [10], 4: [10] },
    ).map(line => line.replace('@10', ''));
  const expected: Readonly<Record<string, readonly string[]>> = {
    // Who comes first begins at once; of the others the last to come is next.
    lcfs: ['1 11', '4 12', '3 13', '2 14'],
    // The last to come interrupts all before it.
    'lcfs-preemptive': ['4 11', '3 12', '2 13', '1 14'],
    ps: ['1 14', '2 14', '3 14', '4 14'],
    dps: ['1 14', '2 14', '3 14', '4 14'],
    fb: ['1 14', '2 14', '3 14', '4 14'],
    'limited-ps': ['1 12', '2 12', '3 14', '4 14'],
  };
  const inOrder = ['1 11', '2 12', '3 13', '4 14'];

  test.each(Object.keys(disciplines).filter(name => name !== 'siro'))('%s', discipline => {
    expect(atOnce(discipline)).toEqual(expected[discipline] ?? inOrder);
  });

  test('siro: the first begins at once, the others follow in some order', () => {
    const departures = atOnce('siro');
    expect(departures[0]).toBe('1 11');
    expect(departures.map(line => line.split(' ')[0]).sort()).toEqual(['1', '2', '3', '4']);
    expect(departures.map(line => line.split(' ')[1])).toEqual(['11', '12', '13', '14']);
  });
});

describe('edf', () => {
  const dues = (discipline: string, first: string, second: string) => `
classes:
  a: { arrivals: 0.5/s, due: ${first}, priority: 1 }
  b: { arrivals: 0.3/s, due: ${second} }
stations: { desk: { servers: 1, service: { a: 1s, b: { mean: 1s, scv: 2 } }, discipline: ${discipline} } }
run: { precision: 10%, stopOn: [meanSojourn], maxCustomers: 20000 }
`;
  test('with one due time for all is first come, first served', async () => {
    const [edf, fcfs] = await Promise.all([
      answerTo(dues('edf', '3s', '3s')),
      answerTo(dues('fcfs', '3s', '3s')),
    ]);
    expect(edf.measures).toEqual(fcfs.measures);
    expect(edf.sojournQuantiles).toEqual(fcfs.sojournQuantiles);
  });

  test.each([
    ['edf', 'priority'],
    ['edf-preemptive', 'priority-preemptive'],
  ])('%s with due times beyond all waits is %s', async (edf, priority) => {
    const far = await answerTo(dues(edf, '1s', '1000d'));
    const ranked = await answerTo(dues(priority, '1s', '1000d'));
    expect(far.classes).toEqual(ranked.classes);
  });

  test('lets who has waited long go before who is in more of a hurry', () => {
    const departures = departuresOf(
      `
classes: { a: { arrivals: 1/s, due: 5s }, b: { arrivals: 1/s, due: 9s } }
stations: { desk: { servers: 1, service: { distribution: deterministic, value: 3s }, discipline: edf } }
`,
      { a: [1, 2, 6], b: [0, 0.5] },
    );
    // b@0 begins at once; a@1 is due at 6 s, a@2 at 7 s, b@0.5 at 9.5 s, before a@6 at 11 s.
    expect(departures).toEqual(['b@0 3', 'a@1 6', 'a@2 9', 'b@0.5 12', 'a@6 15']);
  });
});

describe('dps', () => {
  // G. Fayolle, I. Mitrani, R. Iasnogorodski, "Sharing a processor among many job classes", J. ACM 27 (1980), for two
  // classes of exponential services; the formula meets the conservation law and both limits of the weights.
  test('two classes of exponential services', async () => {
    const [muA, muB, weightA, weightB] = [2, 1, 4, 1];
    const [loadA, loadB] = [0.4, 0.3];
    const common = muA * weightA * (1 - loadA) + muB * weightB * (1 - loadB);
    const sojournA = (1 + (muA * loadB * (weightB - weightA)) / common) / (muA * (1 - loadA - loadB));
    const sojournB = (1 + (muB * loadA * (weightA - weightB)) / common) / (muB * (1 - loadA - loadB));
    const { classes } = await answerTo(`
classes: { a: { arrivals: 0.8/s, weight: 4 }, b: { arrivals: 0.3/s } }
stations: { desk: { servers: 1, service: { a: 500ms, b: 1s }, discipline: dps } }
${run}`);
    expectCovered(classes?.a.measures ?? {}, { meanSojourn: sojournA, throughput: 0.8 });
    expectCovered(classes?.b.measures ?? {}, { meanSojourn: sojournB, throughput: 0.3 });
  });

  test('equal weights share alike', async () => {
    const text = (discipline: string) => `
classes: { a: { arrivals: 0.8/s, weight: 0.5 }, b: { arrivals: 0.3/s, weight: 0.5 } }
stations: { desk: { servers: 1, service: { a: 500ms, b: 1s }, discipline: ${discipline} } }
run: { precision: 10%, maxCustomers: 20000 }`;
    expect((await answerTo(text('dps'))).classes).toEqual((await answerTo(text('ps'))).classes);
  });
});

describe('limited-ps', () => {
  const limited = (limit: number, service = '{ mean: 1s, scv: 3 }') => `
arrivals: 1.4/s
servers: 2
service: ${service}
discipline: { discipline: limited-ps, limit: ${limit} }
`;
  const short = 'run: { precision: 10%, maxCustomers: 20000, stopOn: [meanSojourn] }';

  test('without a bound is processor sharing', async () => {
    const unlimited = await answerTo(limited(1_000_000) + short);
    const shared = await answerTo(limited(1).replace(/discipline: .*/, 'discipline: ps') + short);
    expect(unlimited.measures).toEqual(shared.measures);
  });

  test('of as many as there are servers is first come, first served', async () => {
    const two = await answerTo(limited(2) + short);
    const plain = await answerTo(limited(2).replace(/discipline: .*/, 'capacity: 1000000') + short);
    for (const name of ['meanSojourn', 'meanNumberInSystem', 'throughput'] as const)
      expect(two.measures[name]?.value).toBeCloseTo(plain.measures[name]?.value ?? Number.NaN, 9);
  });

  test('of exponential services has as many customers as M/M/2', async () => {
    const { measures } = await answerTo(limited(5, '1s') + run);
    expectCovered(measures, { meanNumberInSystem: 1.4 / 0.51, utilisation: 0.7 });
    expect(measures.meanWait).toBeUndefined();
  });
});

describe('polling', () => {
  const rates = [0.4, 0.2, 0.1];
  const means = [0.5, 1, 2];
  const text = (visits: string, switchOver: string) => `
classes: { a: { arrivals: 0.4/s }, b: { arrivals: 0.2/s }, c: { arrivals: 0.1/s } }
stations:
  server:
    servers: 1
    service: { a: 500ms, b: 1s, c: 2s }
    discipline: { discipline: polling, visits: ${visits}${switchOver} }
${run}`;
  const weighted = (classes: Readonly<Record<string, PartResult>> | undefined, end: 'low' | 'high') =>
    ['a', 'b', 'c'].reduce((sum, name, i) => {
      const wait = classes?.[name].measures.meanWait;
      return sum + rates[i] * means[i] * (wait?.kind === 'sampled' ? wait[end] : Number.NaN);
    }, 0);
  const loads = rates.map((rate, i) => rate * means[i]);
  const load = loads.reduce((sum, one) => sum + one, 0);
  const squares = loads.reduce((sum, one) => sum + one * one, 0);
  /** As without switching: half the second moments, which are 2 m² of exponential services. */
  const residual = rates.reduce((sum, rate, i) => sum + rate * means[i] ** 2, 0);
  const unswitched = (load * residual) / (1 - load);

  // O. J. Boxma, W. P. Groenendijk, "Pseudo-conservation laws in cyclic-service systems", J. Appl. Prob. 24 (1987):
  // three switch-overs of 0.2 s, exponential, so that their sum has mean r and second moment r² + 3 · 0.2².
  test.each([
    ['exhaustive', -1],
    ['gated', 1],
  ] as const)('%s: the weighted sum of the waits', async (visits, sign) => {
    const { classes } = await answerTo(text(visits, ', switchOver: 200ms'));
    const r = 0.6;
    const r2 = r * r + 3 * 0.04;
    const law = unswitched + (load * r2) / (2 * r) + (r / (2 * (1 - load))) * (load ** 2 + sign * squares);
    expect(weighted(classes, 'low')).toBeLessThan(law);
    expect(weighted(classes, 'high')).toBeGreaterThan(law);
  });

  test('without switching no work is lost: the law of M/G/1', async () => {
    const { classes, measures } = await answerTo(text('exhaustive', ''));
    expect(weighted(classes, 'low')).toBeLessThan(unswitched);
    expect(weighted(classes, 'high')).toBeGreaterThan(unswitched);
    expectCovered(measures, { utilisation: load, throughput: 0.7, probabilityOfWait: load });
  });

  const round = (visits: string, switchOver = '') =>
    departuresOf(
      `
classes: { a: { arrivals: 1/s }, b: { arrivals: 1/s }, c: { arrivals: 1/s } }
stations:
  server:
    servers: 1
    service: { distribution: deterministic, value: 2s }
    discipline: { discipline: polling, visits: ${visits}${switchOver} }
`,
      { a: [0, 1, 3], b: [1], c: [0.5, 5.5] },
    );

  test('a round by hand: who comes while the server is there is served at once or next time', () => {
    expect(round('exhaustive')).toEqual(['a@0 2', 'a@1 4', 'a@3 6', 'b@1 8', 'c@0.5 10', 'c@5.5 12']);
    expect(round('gated')).toEqual(['a@0 2', 'b@1 4', 'c@0.5 6', 'a@1 8', 'a@3 10', 'c@5.5 12']);
  });

  test('a round by hand, one second from line to line', () => {
    // The server leaves for the second line at 0 s, and is back at the first at 3 s, or at 5.5 s having found c.
    const switching = ', switchOver: { distribution: deterministic, value: 1s }';
    // b is found at 1 s (departures go before arrivals, and so do servers: b@1 comes too late), c@0.5 at 2 s.
    expect(round('exhaustive', switching)).toEqual([
      'c@0.5 4',
      'a@0 7',
      'a@1 9',
      'a@3 11',
      'b@1 14',
      'c@5.5 17',
    ]);
  });
});

describe('what does not fit is said', () => {
  const said = (text: string): string => {
    try {
      parseScenario(text);
    } catch (error) {
      if (error instanceof ScenarioError) return error.message;
    }
    return '';
  };
  test.each([
    ['discipline: edff', 'did you mean "edf"?'],
    ['discipline: edf', 'none says "due"'],
    ['discipline: limited-ps', 'expected { discipline: limited-ps, limit: 4 }'],
    ['discipline: { discipline: limited-ps }', '"limit" is missing'],
    ['discipline: { discipline: fcfs, limit: 3 }', '"limit" is not known here'],
    ['discipline: { discipline: polling, visits: gatted }', 'did you mean "gated"?'],
    ['discipline: { discipline: pollng, visits: gated }', 'did you mean "polling"?'],
    ['discipline: { discipline: polling, visits: gated }', 'polling is served by one server'],
  ])('%s', (discipline, message) => {
    const text = said(`arrivals: 1/s\nservice: 1s\nservers: 2\n${discipline}`);
    expect(text).toContain('scenario:4:');
    expect(text).toContain(message);
  });
});
