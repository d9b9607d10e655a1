import { describe, expect, test } from 'vitest';
import { axisOf } from '../../src/planning/sweep/axis.js';
import { kneeOf } from '../../src/planning/sweep/knee.js';
import { sweep } from '../../src/planning/sweep/sweep.js';
import { byTheory, scenarioOf } from './evaluates.js';

describe('an axis', () => {
  test.each([
    ['servers=2..5', { path: 'servers', values: ['2', '3', '4', '5'], numbers: [2, 3, 4, 5], unit: '' }],
    ['arrivals=50/s..80/s:10/s', { path: 'arrivals', values: ['50/s', '60/s', '70/s', '80/s'], unit: '/s' }],
    ['arrivals=50..80/s:10', { path: 'arrivals', values: ['50/s', '60/s', '70/s', '80/s'], unit: '/s' }],
    ['service.scv=0..0.3:0.1', { path: 'service.scv', values: ['0', '0.1', '0.2', '0.3'] }],
    [
      'service=10ms,20ms, 40ms',
      { path: 'service', values: ['10ms', '20ms', '40ms'], numbers: [10, 20, 40], unit: 'ms' },
    ],
    ['discipline=fcfs,lcfs', { path: 'discipline', values: ['fcfs', 'lcfs'] }],
    ['service=1s,500ms', { path: 'service', values: ['1s', '500ms'] }],
  ])('%s', (text, expected) => {
    expect(axisOf(text)).toMatchObject(expected);
  });

  test('without a step few whole numbers go one by one, other spans in ten steps', () => {
    expect(axisOf('servers=1..31').values).toHaveLength(31);
    expect(axisOf('servers=1..1001').values).toHaveLength(11);
    expect(axisOf('servers=2..100').numbers?.slice(0, 3)).toEqual([2, 12, 22]);
    expect(axisOf('arrivals=0.5/s..1/s').numbers?.[3]).toBeCloseTo(0.65, 12);
  });

  test('words and values of different units have no numbers', () => {
    expect(axisOf('discipline=fcfs,lcfs').numbers).toBeUndefined();
    expect(axisOf('service=1s,500ms').numbers).toBeUndefined();
  });

  test.each([
    ['servers', /no path=values/],
    ['servers=5', /one value only/],
    ['servers=5..2', /does not go up/],
    ['servers=2..5:0', /step of 0/],
    ['arrivals=50/s..80/min', /units differ: \/s and \/min/],
    ['servers=1..10000:1', /10000 values/],
    ['service=1s,,2s', /empty/],
  ])('%s is refused', (text, message) => {
    expect(() => axisOf(text)).toThrow(message);
  });
});

describe('the knee of a curve', () => {
  test('of 1 / (1 - ρ) up to 0.9 lies where the slope is that of the chord', () => {
    const x = Array.from({ length: 91 }, (_, i) => i / 100);
    const y = x.map(rho => 1 / (1 - rho));
    // 1 / (1 - ρ)² = 9 / 0.9
    expect(x[kneeOf(x, y) as number]).toBeCloseTo(1 - Math.sqrt(0.1), 2);
  });

  test('a straight line, a flat one and four points have none', () => {
    const x = [1, 2, 3, 4, 5, 6];
    expect(kneeOf(x, x)).toBeUndefined();
    expect(
      kneeOf(
        x,
        x.map(() => 3),
      ),
    ).toBeUndefined();
    expect(kneeOf([1, 2, 3, 4], [1, 1, 1, 9])).toBeUndefined();
  });
});

test('a sweep has the numbers of each cell, none where the queue grows, and one knee for each curve', async () => {
  const axes = [axisOf('servers=1..7'), axisOf('arrivals=1/s,2/s')];
  const cells = axes[1].values.flatMap(rate =>
    axes[0].values.map(servers => ({
      at: [servers, rate],
      scenario: scenarioOf(`arrivals: ${rate}, service: 1s, servers: ${servers}`, 'mean wait < 1s'),
    })),
  );
  const progress: number[] = [];
  const { points } = await sweep(axes, cells, byTheory, { onCell: done => progress.push(done) });
  expect(progress).toHaveLength(14);
  const at = (servers: string, arrivals: string) =>
    points.find(point => point.at.servers === servers && point.at.arrivals === arrivals);
  expect(at('1', '1/s')).toMatchObject({ unstable: true, decision: 'missed', load: 1 });
  expect(at('1', '2/s')?.measures.growthRate?.value).toBeCloseTo(1, 12);
  expect(at('1', '2/s')?.measures.meanWait).toBeUndefined();
  // M/M/2 at ρ = 1/2: C = 1/3, Wq = C S / (c - a) = 1/3 s.
  expect(at('2', '1/s')?.measures.meanWait).toMatchObject({
    kind: 'exact',
    value: expect.closeTo(1 / 3, 12),
  });
  expect(at('2', '1/s')).toMatchObject({ decision: 'met', unstable: false, load: 0.5 });
  expect(points.filter(({ knee }) => knee).map(({ at }) => at.arrivals)).toEqual(['1/s', '2/s']);
});
