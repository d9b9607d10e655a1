import { describe, expect, test } from 'vitest';
import { predict } from '../../../src/engines/theory/index.js';
import type { PartResult, Result } from '../../../src/result/result.js';
import { parseScenario } from '../../../src/scenario/parse.js';

function answered(text: string): Result {
  const outcome = predict(parseScenario(text), { curves: false });
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result;
}

const value = ({ measures }: PartResult, name: keyof PartResult['measures']): number =>
  measures[name]?.value ?? Number.NaN;

const none: PartResult = { measures: {}, waitQuantiles: [], sojournQuantiles: [] };

/** Two classes of one M/M/1 at load 0.7: 0.4 urgent ones and 0.3 others a second, of a second each. */
const two = (discipline: string, more = '') => `
classes:
  urgent: { arrivals: 0.4/s, priority: 2, due: 2s, weight: 3 }
  other: { arrivals: 0.3/s, weight: 1 }
stations: { queue: { servers: 1, service: 1s, discipline: ${discipline} ${more} } }
`;

describe('classes that differ in nothing but how urgent they are', () => {
  test.each([
    'priority',
    'priority-preemptive',
    'dps',
    'edf',
    'edf-preemptive',
    'fcfs',
    'lcfs',
    'siro',
    'ps',
  ])('%s: together as many are present as in M/M/1', discipline => {
    const result = answered(two(discipline));
    expect(value(result, 'meanNumberInSystem')).toBeCloseTo(0.7 / 0.3, 10);
    expect(value(result, 'meanSojourn')).toBeCloseTo(1 / 0.3, 10);
    expect(value(result, 'throughput')).toBeCloseTo(0.7, 12);
    expect(value(result, 'utilisation')).toBeCloseTo(0.7, 12);
  });

  test('without interruption: R / (1 - σ1) and R / ((1 - σ1) (1 - σ)), R = 0.7 s', () => {
    const { classes = {} } = answered(two('priority'));
    expect(value(classes.urgent, 'meanWait')).toBeCloseTo(0.7 / 0.6, 12);
    expect(value(classes.other, 'meanWait')).toBeCloseTo(0.7 / (0.6 * 0.3), 12);
    expect(value(classes.other, 'probabilityOfWait')).toBeCloseTo(0.7, 12);
  });

  test('with interruption: the urgent ones are alone', () => {
    const { classes = {} } = answered(two('priority-preemptive'));
    expect(value(classes.urgent, 'meanSojourn')).toBeCloseTo(1 / 0.6, 12);
    expect(
      value(classes.urgent, 'meanNumberInSystem') + value(classes.other, 'meanNumberInSystem'),
    ).toBeCloseTo(0.7 / 0.3, 12);
  });

  test('of the same priority they are one line', () => {
    const same = two('priority').replace('priority: 2,', '');
    const { classes = {} } = answered(same);
    for (const part of Object.values(classes)) expect(value(part, 'meanWait')).toBeCloseTo(0.7 / 0.3, 12);
  });
});

describe('classes in one line', () => {
  const mixed = (discipline: string) => `
classes: { short: { arrivals: 0.3/s }, long: { arrivals: 0.1/s } }
stations: { queue: { servers: 1, service: { short: 1s, long: 4s }, discipline: ${discipline} } }
`;

  test('wait alike, by the mixture of their services', () => {
    // λ E S² / (2 (1 - ρ)) with E S² = 2 (0.3 · 1 + 0.1 · 16) / 0.4 and ρ = 0.7.
    const result = answered(mixed('fcfs'));
    const wait = (0.3 + 1.6) / 0.3;
    expect(value(result, 'meanWait')).toBeCloseTo(wait, 8);
    expect(value(result.classes?.short ?? none, 'meanSojourn')).toBeCloseTo(wait + 1, 8);
    expect(value(result.classes?.long ?? none, 'meanSojourn')).toBeCloseTo(wait + 4, 8);
  });

  test('share alike, each in proportion to its work', () => {
    const { classes = {} } = answered(mixed('ps'));
    expect(value(classes.short, 'meanSojourn')).toBeCloseTo(1 / 0.3, 12);
    expect(value(classes.long, 'meanSojourn')).toBeCloseTo(4 / 0.3, 12);
  });

  test('at two servers their phases make an exact model', () => {
    const result = answered(mixed('fcfs').replace('servers: 1', 'servers: 2'));
    expect(result.measures.meanWait?.kind).toBe('exact');
  });
});

test('last come, first served at one server: a sojourn with interruption is a busy period', () => {
  const { measures, sojournQuantiles } = answered(
    'arrivals: 0.5/s\nservice: 1s\nservers: 1\ndiscipline: lcfs-preemptive',
  );
  expect(measures.meanSojourn?.value).toBeCloseTo(2, 12);
  // The median of the busy period of M/M/1 at load 1/2, by adding up its Poisson form: F(t) = 1/2.
  const median = sojournQuantiles.find(({ p }) => p === 0.5)?.value ?? Number.NaN;
  expect(median).toBeGreaterThan(0.7);
  expect(median).toBeLessThan(1.1);
});

test('batches, breakdowns, retrials, impatience and little room each reach their formula', () => {
  expect(
    answered('arrivals: { process: batch, rate: 0.5/s, size: 2 }\nservice: 1s\nservers: 1').model,
  ).toContain('M^X/M/1');
  const down = 'arrivals: 0.5/s\nservice: 1s\nservers: 1\nbreakdowns: { upTime: 10s, repairTime: 2s }';
  expect(answered(down).model).toContain('breakdowns');
  const back = `
classes: { callers: { arrivals: 0.5/s, retry: { delay: 1s, maxAttempts: 1000000 } } }
stations: { desk: { service: 1s, servers: 1, capacity: 1, whenFull: retry } }`;
  expect(answered(back).model).toContain('retrials');
  expect(
    answered('arrivals: 2/s\nservice: 1s\nservers: 1\npatience: 1s').measures.throughput?.value,
  ).toBeLessThan(1);
  const little =
    'arrivals: 2/s\nservice: { distribution: deterministic, value: 1s }\nservers: 1\ncapacity: 4';
  expect(answered(little).model).toContain('M/D/1/4');
});

test('with a server for everyone nobody waits, so nobody gives up, and servers that fail are replaced', () => {
  const patient = answered('arrivals: 2/s\nservice: 1s\nservers: infinite\npatience: 1s');
  expect(patient.measures).toMatchObject({
    probabilityOfAbandonment: { kind: 'exact', value: 0 },
    meanSojourn: { kind: 'exact', value: 1 },
    meanNumberInSystem: { kind: 'exact', value: 2 },
  });
});
