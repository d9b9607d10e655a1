import { describe, expect, test } from 'vitest';
import { predict } from '../../../src/engines/theory/index.js';
import { connectedParts } from '../../../src/engines/theory/networks/graph.js';
import type { PartResult, Result } from '../../../src/result/result.js';
import { parseScenario } from '../../../src/scenario/parse.js';

function answered(text: string): Result {
  const outcome = predict(parseScenario(text), { curves: false });
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result;
}

const value = ({ measures }: PartResult, name: keyof PartResult['measures']): number =>
  measures[name]?.value ?? Number.NaN;

describe('an open network', () => {
  test('of M/M/c stations with a way back: each by itself, and the whole', () => {
    const {
      measures,
      stations = {},
      model,
    } = answered(`
arrivals: 0.5/s
stations: { a: { servers: 1, service: 1s }, b: { servers: 2, service: 2s } }
routes: { arrive: a, a: { b: 0.5, leave: 0.5 }, b: { a: 0.2, leave: 0.8 } }
`);
    const [flowA, flowB] = [0.5 / 0.9, 0.25 / 0.9];
    const numbers = flowA / (1 - flowA) + (2 * flowB) / (1 - flowB ** 2);
    expect(model).toContain('each station by itself');
    expect(value(stations.a, 'meanNumberInSystem')).toBeCloseTo(flowA / (1 - flowA), 12);
    expect(measures.meanNumberInSystem).toMatchObject({ kind: 'exact' });
    expect(
      value({ ...answered('arrivals: 1/s\nservice: 1ms\nservers: 1'), measures }, 'meanSojourn'),
    ).toBeCloseTo(numbers / 0.5, 12);
  });

  test('in which Poisson departures meet general services: M/G/1, exactly; what follows is an approximation', () => {
    const {
      stations = {},
      warnings,
      measures,
    } = answered(`
arrivals: 0.5/s
stations:
  a: { servers: 1, service: 1s }
  b: { servers: 1, service: { distribution: deterministic, value: 1s } }
  c: { servers: 1, service: 1s }
routes: { arrive: a, a: b, b: c, c: leave }
`);
    expect(stations.b.measures.meanWait).toMatchObject({ kind: 'exact', value: expect.closeTo(0.5, 10) });
    expect(stations.c.measures.meanWait).toMatchObject({ kind: 'approximation' });
    expect(measures.meanSojourn).toMatchObject({ kind: 'approximation' });
    expect(measures.throughput).toMatchObject({ kind: 'exact', value: 0.5 });
    expect(stations.c.measures.meanWait).toHaveProperty('between');
    expect(warnings.map(({ code }) => code)).toEqual(['approximation']);
  });

  test('a line of M/M/1: the sojourns add up independently', () => {
    const { sojournQuantiles } = answered(`
arrivals: 0.5/s
stations: { a: { servers: 1, service: 1s }, b: { servers: 1, service: 1s } }
routes: { arrive: a, a: b, b: leave }
`);
    // Erlang of two phases of mean 2 s: P(T > t) = e^(-t/2) (1 + t/2).
    for (const { p, value: t } of sojournQuantiles)
      expect(Math.exp(-t / 2) * (1 + t / 2)).toBeCloseTo(1 - p, 8);
  });

  test('classes: each its own way, its own time', () => {
    const { classes = {}, measures } = answered(`
classes: { quick: { arrivals: 0.3/s }, slow: { arrivals: 0.2/s } }
stations:
  share: { servers: 1, service: { quick: 1s, slow: 2s }, discipline: ps }
  delay: { servers: infinite, service: 3s }
routes:
  arrive: share
  share: { byClass: { quick: leave, slow: delay } }
  delay: leave
`);
    expect(value(classes.quick, 'meanSojourn')).toBeCloseTo(1 / 0.3, 12);
    expect(value(classes.slow, 'meanSojourn')).toBeCloseTo(2 / 0.3 + 3, 12);
    expect(measures.meanNumberInSystem?.value).toBeCloseTo(0.7 / 0.3 + 0.6, 12);
  });
});

test('the parts of a graph come in the order in which they lead to each other', () => {
  const next = [[1], [2], [1, 3], [4], []];
  expect(connectedParts(5, i => next[i]).map(part => [...part].sort())).toEqual([[0], [1, 2], [3], [4]]);
});

describe('arrivals known by two moments', () => {
  const second = (service: string) =>
    answered(`
arrivals: 0.5/s
stations: { a: { servers: 1, service: ${service} }, b: { servers: 1, service: 1s } }
routes: { arrive: a, a: b, b: leave }
`).stations?.b.measures.meanWait;

  test('what a server passes on is between what comes and what it does', () => {
    // cd² = (1 - ρ²) 1 + ρ² max(cs², 0.2): 0.8 behind constant services, 1.75 behind services of scv 4, at ρ = 1/2.
    // Wq = ρ (cd² + 1) / 2 g / (1 - ρ), g = exp(-2 (1 - ρ) (1 - cd²)² / (3 ρ (cd² + 1))) where cd² < 1.
    const steady = 0.9 * Math.exp((-2 * 0.04) / (3 * 1.8));
    expect(second('{ distribution: deterministic, value: 1s }')?.value).toBeCloseTo(steady, 12);
    expect(second('{ mean: 1s, scv: 4 }')?.value).toBeCloseTo((1.75 + 1) / 2, 12);
  });

  test('by shares of chance a flow comes nearer to Poisson', () => {
    const { stations = {} } = answered(`
arrivals: 1/s
stations:
  a: { servers: 1, service: { distribution: deterministic, value: 0.5s } }
  b: { servers: 1, service: 1s }
routes: { arrive: a, a: { b: 0.5, leave: 0.5 }, b: leave }
`);
    // Half of cd² = 0.8 at ρ = 1/2 leaves 0.9.
    expect(stations.b.measures.meanWait?.value).toBeCloseTo(0.95 * Math.exp((-2 * 0.01) / (3 * 1.9)), 12);
  });
});
