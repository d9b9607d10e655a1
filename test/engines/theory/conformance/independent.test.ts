import { describe, expect, it } from 'vitest';
import { arrivalProcessOf } from '../../../../src/arrivals/index.js';
import { renewalProcess } from '../../../../src/arrivals/renewal-process.js';
import { distributionOf } from '../../../../src/distributions/index.js';
import { markovChain, mean, type Transition } from '../../../../src/engines/theory/formulas/markov-chain.js';
import { type Model, models, type StationProblem } from '../../../../src/engines/theory/index.js';
import { problem } from '../problems.js';
import { formulas, lawNames, lawOf } from './draws.js';

/** What two ways say that have nothing in common but the queue. */
const near = (a: unknown, b: unknown, relative: number) =>
  expect(Math.abs(Number(a) - Number(b)), `${a} against ${b}`).toBeLessThanOrEqual(
    relative * Math.abs(Number(b)),
  );

const solved = (name: string, given: Record<string, unknown>) =>
  formulas[name].solve(given) as Readonly<Record<string, never>>;

const model = (kendall: string): Model => {
  const found = models.find(m => m.kendall === kendall);
  if (!found) throw new Error(`no model ${kendall}`);
  return found;
};

const withLaws = (load: number, servers: number, arrivals: string, service: string): StationProblem => {
  const law = (name: string, time: number) => lawOf(name as (typeof lawNames)[number], time);
  const rate = load * servers;
  return problem(rate, 1, servers, {
    arrivals:
      arrivals === 'poisson'
        ? arrivalProcessOf({ process: 'poisson', rate })
        : renewalProcess(law(arrivals, 1 / rate)),
    service: law(service, 1),
  });
};

describe('a Markov chain of few states says the same', () => {
  type Pair = readonly [number, number];

  it('M/G/1/K, of Erlang and hyperexponential services', () => {
    for (const [name, initial, rates, next] of [
      ['erlang', [1, 0], [2, 2], [1, undefined]],
      ['hyperexponential', [0.25, 0.75], [0.5, 1.5], [undefined, undefined]],
    ] as const) {
      const [rate, capacity] = [0.9, 6];
      const chain = markovChain<Pair>([0, 0], ([n, phase]) => {
        const moves: Transition<Pair>[] = [];
        const begin = (customers: number, each: number) => {
          for (const [to, chance] of initial.entries())
            if (chance > 0) moves.push({ to: [customers, customers > 0 ? to : 0], rate: each * chance });
        };
        if (n === 0) begin(1, rate);
        else if (n < capacity) moves.push({ to: [n + 1, phase], rate });
        if (n > 0) {
          const on = next[phase];
          if (on === undefined) begin(n - 1, rates[phase]);
          else moves.push({ to: [n, on], rate: rates[phase] });
        }
        return moves;
      });
      const service =
        name === 'erlang'
          ? distributionOf({ distribution: 'erlang', k: 2, mean: 1 })
          : distributionOf({ distribution: 'hyperexponential', probabilities: initial, rates });
      const found = solved('singleServerLimited', { arrivalRate: rate, service, capacity });
      near(
        found.meanNumberInSystem,
        mean(chain, ([n]) => n),
        1e-11,
      );
      near(
        found.probabilityOfLoss,
        mean(chain, ([n]) => Number(n === capacity)),
        1e-11,
      );
    }
  });

  it('retrials, two servers', () => {
    const [rate, retrial] = [1.2, 0.7];
    const chain = markovChain<Pair>([0, 0], ([orbit, busy]) => [
      ...(busy < 2
        ? [{ to: [orbit, busy + 1] as const, rate }]
        : orbit < 120
          ? [{ to: [orbit + 1, busy] as const, rate }]
          : []),
      ...(busy > 0 ? [{ to: [orbit, busy - 1] as const, rate: busy }] : []),
      ...(busy < 2 && orbit > 0 ? [{ to: [orbit - 1, busy + 1] as const, rate: orbit * retrial }] : []),
    ]);
    const found = solved('retrials', { arrivalRate: rate, meanService: 1, servers: 2, retrialRate: retrial });
    near(
      found.meanNumberInOrbit,
      mean(chain, ([orbit]) => orbit),
      1e-9,
    );
    near(
      found.probabilityOfBlocking,
      mean(chain, ([, busy]) => Number(busy === 2)),
      1e-9,
    );
  });

  it('the shorter of two queues', () => {
    const chain = markovChain<Pair>([0, 0], ([a, b]) => {
      const moves: Transition<Pair>[] = [];
      if (a < 30 && a <= b) moves.push({ to: [a + 1, b], rate: a === b ? 0.7 : 1.4 });
      if (b < 30 && b <= a) moves.push({ to: [a, b + 1], rate: a === b ? 0.7 : 1.4 });
      if (a > 0) moves.push({ to: [a - 1, b], rate: 1 });
      if (b > 0) moves.push({ to: [a, b - 1], rate: 1 });
      return moves;
    });
    const found = solved('shortestQueue', { arrivalRate: 1.4, meanService: 1, servers: 2, choices: 2 });
    near(
      found.meanNumberInSystem,
      mean(chain, ([a, b]) => a + b),
      1e-6,
    );
  });

  it('the shorter of two among five queues, from two queues, three and very many', () => {
    const station = { arrivalRate: 2.5, meanService: 1, servers: 5, choices: 2 };
    near(solved('moreChoices', station).meanWait, solved('shortestQueue', station).meanWait, 0.01);
    const pair = { ...station, arrivalRate: 1, servers: 2 };
    near(solved('moreChoices', pair).meanWait, solved('shortestQueue', pair).meanWait, 1e-12);
  });

  it('breakdowns, two servers', () => {
    const chain = markovChain<Pair>([0, 2], ([n, up]) => [
      ...(n < 300 ? [{ to: [n + 1, up] as const, rate: 0.8 }] : []),
      ...(Math.min(n, up) > 0 ? [{ to: [n - 1, up] as const, rate: Math.min(n, up) }] : []),
      ...(up > 0 ? [{ to: [n, up - 1] as const, rate: 0.1 * up }] : []),
      ...(up < 2 ? [{ to: [n, up + 1] as const, rate: 0.5 * (2 - up) }] : []),
    ]);
    const station = { arrivalRate: 0.8, meanService: 1, servers: 2, failureRate: 0.1, repairRate: 0.5 };
    near(
      solved('breakdowns', station).meanNumberInSystem,
      mean(chain, ([n]) => n),
      1e-9,
    );
  });

  it('two servers of different speed, either by chance', () => {
    // Nobody, one with the fast server, one with the slow one, two and more.
    type State = 'none' | 'fast' | 'slow' | number;
    const chain = markovChain<State>('none', state => {
      if (state === 'none') return (['fast', 'slow'] as const).map(to => ({ to, rate: 0.5 }));
      if (typeof state === 'string')
        return [
          { to: 2, rate: 1 },
          { to: 'none', rate: state === 'fast' ? 1.5 : 0.4 },
        ];
      const served: Transition<State>[] =
        state > 2
          ? [{ to: state - 1, rate: 1.9 }]
          : [
              { to: 'slow', rate: 1.5 },
              { to: 'fast', rate: 0.4 },
            ];
      return state < 100 ? [...served, { to: state + 1, rate: 1 }] : served;
    });
    near(
      solved('unequalServersByChance', { arrivalRate: 1, rates: [0.4, 1.5] }).meanNumberInSystem,
      mean(chain, state => (typeof state === 'number' ? state : Number(state !== 'none'))),
      1e-9,
    );
  });

  it('two servers that fail at work', () => {
    const chain = markovChain<Pair>([0, 2], ([n, up]) => [
      ...(n < 300 ? [{ to: [n + 1, up] as const, rate: 0.8 }] : []),
      ...(Math.min(n, up) > 0
        ? [
            { to: [n - 1, up] as const, rate: Math.min(n, up) },
            { to: [n, up - 1] as const, rate: 0.1 * Math.min(n, up) },
          ]
        : []),
      ...(up < 2 ? [{ to: [n, up + 1] as const, rate: 0.5 * (2 - up) }] : []),
    ]);
    const station = { arrivalRate: 0.8, meanService: 1, servers: 2, failureRate: 0.1, repairRate: 0.5 };
    near(
      solved('breakdownsOfBusyServers', station).meanNumberInSystem,
      mean(chain, ([n]) => n),
      1e-9,
    );
  });

  it('a blocking pair, limited far beyond where it ever comes', () => {
    const pair = { arrivalRate: 0.5, first: 1, second: 0.9, buffer: 2 };
    const [endless, limited] = [
      solved('endlessTandem', pair),
      solved('limitedTandem', { ...pair, capacity: 120 }),
    ];
    near(endless.meanAtFirst, limited.meanAtFirst, 1e-8);
    near(endless.meanSojourn, limited.meanSojourn, 1e-8);
  });

  it('three servers of different speed', () => {
    type State = readonly [waiting: number, busy: string];
    const rates = [1.5, 1, 0.4];
    const chain = markovChain<State>([0, '000'], ([waiting, busy]) => {
      const at = (i: number, to: string) => busy.slice(0, i) + to + busy.slice(i + 1);
      const free = busy.indexOf('0');
      const arrival: State = free >= 0 ? [waiting, at(free, '1')] : [waiting + 1, busy];
      return [
        ...(waiting < 200 ? [{ to: arrival, rate: 2 }] : []),
        ...rates.flatMap((rate, i): Transition<State>[] =>
          busy[i] === '0' ? [] : [{ to: waiting > 0 ? [waiting - 1, busy] : [0, at(i, '0')], rate }],
        ),
      ];
    });
    const found = solved('unequalServers', { arrivalRate: 2, rates });
    near(
      found.meanNumberInQueue,
      mean(chain, ([waiting]) => waiting),
      1e-9,
    );
    near(found.utilisation, mean(chain, ([, busy]) => busy.split('1').length - 1) / 3, 1e-9);
  });
});

describe('rules that look at sizes are priorities of very many classes', () => {
  it.each(lawNames.filter(name => name !== 'deterministic'))('%s services', name => {
    const load = 0.8;
    const service = lawOf(name, 1);
    // Each of as many classes as the parameter takes holds the sizes between two levels, both of which crowd where
    // sizes are longest.
    const classes = Array.from({ length: 50 }, (_, k) => {
      const rests = Array.from({ length: 40 }, (__, i) => 1 - (k + (i + 0.5) / 40) / 50);
      const share = rests.reduce((sum, rest) => sum + (3 * rest * rest) / 2000, 0);
      const moment = (power: number) =>
        rests.reduce(
          (sum, rest) =>
            sum + (((3 * rest * rest) / 2000) * service.quantile(1 - rest ** 3) ** power) / share,
          0,
        );
      return { rate: load * share, service: { mean: moment(1), scv: moment(2) / moment(1) ** 2 - 1 } };
    });
    const average = (values: unknown) =>
      (values as number[]).reduce((sum, value, k) => sum + (classes[k].rate / load) * value, 0);
    const { shortestFirst, preemptiveShortest, shortestRemaining, leastAttained } = solved('sizeBased', {
      arrivalRate: load,
      service,
    });
    near(shortestFirst, 1 + average(formulas.nonPreemptive.solve({ classes })), 0.04);
    near(preemptiveShortest, average(formulas.preemptiveResume.solve({ classes })), 0.04);
    expect(shortestRemaining).toBeLessThan(preemptiveShortest);
    expect(Number(leastAttained)).toBeGreaterThan(Number(shortestRemaining));
  });
});

describe('two models of one station', () => {
  it.each([
    ['erlang', 0.3],
    ['erlang', 0.9],
    ['hyperexponential', 0.5],
    ['hyperexponential', 0.95],
    ['exponential', 0.7],
  ] as const)('percentiles of M/G/1 with %s services at load %d, inverted and by phases', (service, load) => {
    const stated = withLaws(load, 1, 'poisson', service);
    const [inverted, phases] = [model('M/G/1').solve(stated), model('MAP/PH/c').solve(stated)];
    for (const p of [0.5, 0.9, 0.99, 0.999]) {
      if (p > 1 - load) near(inverted.wait?.quantile(p), phases.wait?.quantile(p), 1e-6);
      near(inverted.sojourn?.quantile(p), phases.sojourn?.quantile(p), 1e-6);
    }
  });

  it.each([
    ['erlang', 1],
    ['erlang', 7],
    ['hyperexponential', 3],
    ['hyperexponential', 12],
  ] as const)(
    'GI/M/c with %s times between arrivals and %d servers, by sums and by phases',
    (arrivals, c) => {
      const stated = withLaws(c > 100 ? 0.98 : 0.85, c, arrivals, 'exponential');
      const [sums, phases] = [model('GI/M/c').solve(stated), model('MAP/PH/c').solve(stated)];
      near(sums.measures.meanWait?.value, phases.measures.meanWait?.value, 1e-10);
      near(sums.measures.probabilityOfWait?.value, phases.measures.probabilityOfWait?.value, 1e-10);
      near(sums.sojourn?.quantile(0.99), phases.sojourn?.quantile(0.99), 1e-8);
    },
  );

  it.each([
    [0.4, 1, 0],
    [0.9, 3, 5],
    [1, 2, 40],
    [3, 4, 7],
  ])('M/M/c/K at load %d with %d servers and room for %d to wait, by hand and by phases', (load, c, room) => {
    const stated = { ...withLaws(load, c, 'poisson', 'exponential'), capacity: c + room };
    const [byHand, phases] = [model('M/M/c/K').solve(stated), model('MAP/PH/c/K').solve(stated)];
    for (const name of Object.keys(byHand.measures) as (keyof typeof byHand.measures)[])
      near(phases.measures[name]?.value, byHand.measures[name]?.value, 1e-10);
    for (const p of [0.5, 0.9, 0.999]) {
      near(phases.wait?.quantile(p), byHand.wait?.quantile(p), 1e-8);
      near(phases.sojourn?.quantile(p), byHand.sojourn?.quantile(p), 1e-8);
    }
  });

  it.each(['erlang', 'hyperexponential'])('M/G/1/K with %s services, and by phases', service => {
    for (const load of [0.6, 1.5]) {
      const stated = { ...withLaws(load, 1, 'poisson', service), capacity: 8 };
      const { measures } = model('MAP/PH/c/K').solve(stated);
      const found = solved('singleServerLimited', {
        ...{ arrivalRate: load, service: stated.service, capacity: 8 },
      });
      near(measures.probabilityOfLoss?.value, found.probabilityOfLoss, 1e-9);
      near(measures.meanNumberInSystem?.value, found.meanNumberInSystem, 1e-9);
    }
  });

  it('a limit that is never reached is none', () => {
    const stated = withLaws(0.8, 2, 'hyperexponential', 'erlang');
    const [limited, endless] = [
      model('MAP/PH/c/K').solve({ ...stated, capacity: 400 }),
      model('MAP/PH/c').solve(stated),
    ];
    near(limited.measures.meanWait?.value, endless.measures.meanWait?.value, 1e-10);
    for (const p of [0.5, 0.99]) {
      near(limited.wait?.quantile(p), endless.wait?.quantile(p), 1e-8);
      near(limited.sojourn?.quantile(p), endless.sojourn?.quantile(p), 1e-8);
    }
  });

  it('M/D/c slot by slot below a load of 0.6 and by roots above', () => {
    for (const c of [1, 2, 9, 40]) {
      const [below, above] = [0.6 - 1e-9, 0.6 + 1e-9].map(load =>
        model('M/D/c').solve(withLaws(load, c, 'poisson', 'deterministic')),
      );
      near(below.measures.meanWait?.value, above.measures.meanWait?.value, 1e-6);
      near(below.measures.probabilityOfWait?.value, above.measures.probabilityOfWait?.value, 1e-6);
    }
  });

  it('patience of a law that is nearly exponential, followed by polynomials and in closed form', () => {
    const station = { arrivalRate: 5, meanService: 1, servers: 4 };
    const [exact, followed] = [1, 1 + 1e-9].map(shape =>
      solved('impatientStation', {
        ...station,
        patience: distributionOf({ distribution: 'weibull', shape, scale: 0.8 }),
      }),
    );
    for (const name of ['probabilityOfWait', 'probabilityOfAbandonment', 'meanWait', 'throughput'] as const) {
      near(followed[name], exact[name], 1e-7);
    }
  });
});

describe('next to saturation and next to nothing', () => {
  /** J. F. C. Kingman: (1 - ρ) Wq comes to (ca² + cs²) / 2 of a service, by c servers as by one c times as fast. */
  it.each([
    ['M/M/1', 1, 'poisson', 'exponential', 1],
    ['M/M/c', 50, 'poisson', 'exponential', 1],
    ['M/G/1', 1, 'poisson', 'lognormal', 1.5],
    ['M/G/1', 1, 'poisson', 'bounded-pareto', 3.5],
    ['GI/M/c', 1, 'uniform', 'exponential', (1 / 12 + 1) / 2],
    ['GI/M/c', 8, 'weibull', 'exponential', undefined],
    ['MAP/PH/c', 1, 'erlang', 'hyperexponential', (1 / 3 + 4) / 2],
    ['MAP/PH/c', 3, 'hyperexponential', 'erlang', (4 + 1 / 3) / 2],
    ['M/D/c', 5, 'poisson', 'deterministic', 0.5],
  ] as const)('%s with %d servers', (kendall, c, arrivals, service, variability) => {
    const load = 1 - 1e-7;
    const stated = withLaws(load, c, arrivals, service);
    const wait = Number(model(kendall).solve(stated).measures.meanWait?.value);
    const expected = variability ?? (stated.arrivals.scv + stated.service.scv) / 2;
    near(wait * (1 - load) * c, expected, 2e-5 * c);
  });

  it.each([
    ['M/M/c', 'poisson', 'exponential'],
    ['M/D/c', 'poisson', 'deterministic'],
    ['GI/M/c', 'gamma', 'exponential'],
    ['MAP/PH/c', 'hyperexponential', 'erlang'],
  ])('%s, of five servers of which hardly one is ever busy', (kendall, arrivals, service) => {
    const { measures } = model(kendall).solve(withLaws(1e-12, 5, arrivals, service));
    expect(measures.meanWait?.value).toBeGreaterThan(0);
    expect(measures.meanWait?.value).toBeLessThan(1e-12);
    expect(measures.probabilityOfWait?.value).toBeGreaterThan(0);
  });
});
