import { expect, test } from 'vitest';
import { said } from '../../scenario/said.js';
import { answerTo } from './answer.js';
import { expectCovered } from './covers.js';

test('the one station that cannot keep up is named, and how fast its queue grows', async () => {
  const { measures, warnings } = await answerTo(`
arrivals: 10/s
stations:
  front: { servers: 1, service: 20ms }
  slow: { servers: 2, service: 300ms }
  back: { servers: 1, service: 20ms }
routes: { arrive: front, front: slow, slow: back, back: leave }
`);
  expectCovered(measures, { growthRate: 10 - 2 / 0.3, throughput: 2 / 0.3 });
  expect(measures.meanSojourn).toBeUndefined();
  const told = JSON.stringify(warnings);
  expect(told).toContain('slow');
  for (const other of ['front', 'back']) expect(told).not.toContain(other);
});

test('more stations than anybody writes are refused where they stand', () => {
  const stations = Array.from({ length: 1001 }, (_, i) => `  s${i}: { servers: 1, service: 1s }`).join('\n');
  expect(said(`arrivals: 1/s\nstations:\n${stations}\nroutes: { arrive: s0 }`)).toContain(
    'my.yaml:3:3: 1001 stations stand here',
  );
  expect(said('arrivals: 1/s\nstations: 10000000\nroutes: { arrive: s0 }')).toContain('my.yaml:2:11: ');
});

test.each([
  ['{ arrive: a, a: { b: 50%, leave: 40% }, b: leave }', '3:25: the shares of "a" sum to 0.9'],
  ['{ arrive: a, a: b, b: a }', 'can never leave from'],
  ['{ arrive: a, a: c, b: leave }', '3:25: there is no place "c" here'],
  ['{ arrive: a, a: leave, b: leave }', 'no customer ever comes to "b"'],
  ['{ arrive: a, a: leave }', 'no route begins at "b"'],
])('impossible routes %s', (routes, expected) => {
  const stations = '{ a: { servers: 1, service: 1ms }, b: { servers: 1, service: 1ms } }';
  expect(said(`arrivals: 1/s\nstations: ${stations}\nroutes: ${routes}`)).toContain(expected);
});
