import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { simulate, workerTeam } from '../../../src/engines/simulation/index.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { root } from '../../architecture/imports.js';
import { answerTo } from './answer.js';
import { expectCovered } from './covers.js';

interface Tandem {
  readonly arrivals: number;
  readonly rates: readonly [number, number];
  readonly room: readonly [number, number];
}

/** The stationary law of a tandem of two single servers with blocking after service, by its states. */
function chain({ arrivals, rates, room }: Tandem) {
  const states: { first: number; second: number; held: boolean }[] = [];
  for (let first = 0; first <= room[0]; first++)
    for (let second = 0; second <= room[1]; second++) {
      states.push({ first, second, held: false });
      if (first > 0 && second === room[1]) states.push({ first, second, held: true });
    }
  const number = (first: number, second: number, held: boolean) =>
    states.findIndex(one => one.first === first && one.second === second && one.held === held);
  const moves = states.map(({ first, second, held }) => {
    const out: [number, number][] = [];
    if (first < room[0]) out.push([number(first + 1, second, held), arrivals]);
    if (first > 0 && !held)
      out.push([
        second < room[1] ? number(first - 1, second + 1, false) : number(first, second, true),
        rates[0],
      ]);
    if (second > 0)
      out.push([held ? number(first - 1, second, false) : number(first, second - 1, false), rates[1]]);
    return out;
  });
  const step = 1 / (arrivals + rates[0] + rates[1]);
  let law = states.map(() => 1 / states.length);
  for (let i = 0; i < 20_000; i++) {
    const next = [...law];
    for (const [from, out] of moves.entries())
      for (const [to, rate] of out) {
        next[from] -= law[from] * rate * step;
        next[to] += law[from] * rate * step;
      }
    law = next;
  }
  const mean = (of: (state: (typeof states)[number]) => number) =>
    states.reduce((sum, state, i) => sum + law[i] * of(state), 0);
  return {
    throughput: rates[1] * mean(({ second }) => Number(second > 0)),
    loss: mean(({ first }) => Number(first === room[0])),
    numbers: [mean(({ first }) => first), mean(({ second }) => second)],
    busy: mean(({ first }) => Number(first > 0)),
  };
}

describe('a tandem with blocking after service is its Markov chain', () => {
  test.each<[string, Tandem, string]>([
    [
      'with room between the two',
      { arrivals: 50 / 3600, rates: [1 / 60, 1 / 60], room: [4, 3] },
      readFileSync(join(root, 'scenarios', 'blocking.yaml'), 'utf8'),
    ],
    [
      'without any',
      { arrivals: 2, rates: [1, 0.8], room: [3, 1] },
      `
arrivals: 2/s
stations:
  machine: { servers: 1, service: 1s, capacity: 3 }
  packer: { servers: 1, service: 1.25s, capacity: 1, whenFull: block }
routes: { arrive: machine, machine: packer, packer: leave }
run: { stopOn: [throughput] }`,
    ],
  ])('%s', async (_, tandem, text) => {
    const exact = chain(tandem);
    const { measures, stations } = await answerTo(text, ['run.precision=2%']);
    const present = exact.numbers[0] + exact.numbers[1];
    expectCovered(measures, {
      throughput: exact.throughput,
      probabilityOfLoss: exact.loss,
      meanNumberInSystem: present,
      meanSojourn: present / exact.throughput,
    });
    expectCovered(stations?.machine.measures ?? {}, {
      meanNumberInSystem: exact.numbers[0],
      utilisation: exact.busy,
    });
    expectCovered(stations?.packer.measures ?? {}, { meanNumberInSystem: exact.numbers[1] });
  });
});

describe('a deadlock', () => {
  const ring = `
clients: 3
stations:
  mill: { servers: 1, service: 1s, capacity: 1, whenFull: block }
  lathe: { servers: 1, service: 1s, capacity: 1, whenFull: block }
  drill: { servers: 1, service: 1s, capacity: 1, whenFull: block }
  shelf: { servers: infinite, service: 1s }
routes:
  arrive: shelf
  shelf: { mill: 50%, lathe: 50% }
  mill: lathe
  lathe: { drill: 90%, leave: 10% }
  drill: mill
`;

  test('is named, station by station', async () => {
    const outcome = await simulate(parseScenario(ring));
    if (outcome.answered) throw new Error('there was none');
    expect(outcome.reason).toMatch(/^deadlock: ("\w+" waits for ){3}"\w+", each full/);
    for (const name of ['mill', 'lathe', 'drill']) expect(outcome.reason).toContain(`"${name}" waits for`);
  });

  test('is named by other threads, too', async () => {
    const outcome = await simulate(parseScenario(ring), { team: workerTeam(2) });
    expect(outcome).toEqual({ answered: false, reason: expect.stringMatching(/^deadlock: /) });
  });

  test('is none where somebody is still served', async () => {
    const { measures } = await answerTo(ring, [
      'clients=2',
      'run.precision=5%',
      'run.stopOn=[throughput]',
      'run.maxCustomers=200000',
    ]);
    expect(measures.throughput?.value).toBeGreaterThan(0);
  });
});

test('what the simulation does not know of blocking, it says', async () => {
  const text = `
arrivals: 1/s
stations:
  a: { servers: 1, service: 100ms, discipline: ps }
  b: { servers: 1, service: 100ms, capacity: 1, whenFull: block }
routes: { arrive: a, a: b, b: leave }`;
  expect(await simulate(parseScenario(text))).toEqual({
    answered: false,
    reason: expect.stringMatching(/^who finds "b" full holds the server .* unlike at "a"$/),
  });
});
