import fc from 'fast-check';
import { type Distribution, distributionOf } from '../../../../src/distributions/index.js';
import type { Domain } from '../../../../src/engines/theory/domain.js';
import { geometricBatch, listedBatch } from '../../../../src/engines/theory/formulas/batch-sizes.js';
import { formulaGroups } from '../../../../src/engines/theory/formulas/index.js';
import { constantRate, steps, wave } from '../../../../src/engines/theory/formulas/rate-profile.js';

export type Given = Record<string, unknown>;

/** A formula as the suite sees it. */
export interface Tested {
  readonly parameters: Readonly<Record<string, Domain>>;
  readonly load?: (given: Given) => number;
  readonly solve: (given: Given) => unknown;
}

export const formulas = Object.fromEntries(
  Object.values(formulaGroups).flatMap(group => Object.entries(group)),
) as unknown as Readonly<Record<string, Tested>>;

const between = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
/** As often between 0.01 and 0.1 as between 1 and 10. */
const anyScale = (from: number, to: number) => between(from, to).map(power => 10 ** power);

export const lawNames = [
  'exponential',
  'erlang',
  'hyperexponential',
  'gamma',
  'lognormal',
  'weibull',
  'uniform',
  'triangular',
  'bounded-pareto',
  'deterministic',
] as const;

/** One law of each kind, of the same mean. */
export function lawOf(name: (typeof lawNames)[number], mean: number): Distribution {
  const parameters = {
    exponential: { mean },
    erlang: { mean, k: 3 },
    hyperexponential: { mean, scv: 4 },
    gamma: { mean, scv: 0.37 },
    lognormal: { mean, scv: 2 },
    weibull: { mean, shape: 0.7 },
    uniform: { min: mean / 2, max: 1.5 * mean },
    triangular: { min: 0, mode: mean, max: 2 * mean },
    'bounded-pareto': { mean, scv: 6, alpha: 1.5 },
    deterministic: { value: mean },
  };
  return distributionOf({ distribution: name, ...parameters[name] });
}

export const laws = (time: fc.Arbitrary<number>): fc.Arbitrary<Distribution> =>
  fc.tuple(fc.constantFrom(...lawNames), time).map(([name, mean]) => lawOf(name, mean));

const profiles = fc
  .tuple(anyScale(-1, 1), between(0, 1), anyScale(0, 1.5), fc.nat(2))
  .map(([base, share, period, kind]) =>
    kind === 0
      ? constantRate(base)
      : kind === 1
        ? wave(base, base * share, period)
        : steps([
            [0, base],
            [period, base * share],
          ]),
  );

const sizes = fc.oneof(
  between(1, 6).map(geometricBatch),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 9 }), between(0, 1))
    .map(([a, b, share]) =>
      listedBatch([
        [a, share],
        [b, 1 - share],
      ]),
    ),
);

/** Everybody comes in up to some number, then fewer and fewer. */
const joiningChances = fc.tuple(fc.nat(5), between(0.05, 0.95)).map(
  ([from, share]) =>
    (found: number): number =>
      found < from ? 1 : share ** (found - from + 1),
);

/** Numbers as people have them, of any parameter. */
export function usual(domain: Domain): fc.Arbitrary<unknown> {
  switch (domain.kind) {
    case 'number': {
      if (domain.whole) {
        const numbers = fc.integer({ min: domain.least, max: Math.min(domain.most, 12) });
        return domain.endless ? fc.oneof(numbers, fc.constant(Number.POSITIVE_INFINITY)) : numbers;
      }
      if (domain.most <= 1) return between(Math.max(domain.least, 0.02), Math.min(domain.most, 0.98));
      return anyScale(-1, 1).map(value => Math.min(domain.most, Math.max(domain.least, value)));
    }
    case 'list':
      return fc.array(usual(domain.of), {
        minLength: Math.max(1, domain.shortest),
        maxLength: Math.min(domain.longest, Math.max(3, domain.shortest)),
      });
    case 'fields':
      return fc.record(
        Object.fromEntries(Object.entries(domain.fields).map(([name, of]) => [name, usual(of)])),
      );
    case 'law':
      return laws(anyScale(-1, 1));
    case 'made':
      if (domain.expected.includes('batch')) return sizes;
      return domain.expected.includes('number found') ? joiningChances : profiles;
  }
}

const scales = ['arrivalRate', 'batchRate', 'rates', 'external', 'classes'];

/** The same, with arrivals that make the load what is asked. */
export function loaded({ load }: Tested, given: Given, asked: number): Given {
  if (!load) return given;
  const now = load(given);
  if (now === 0) return given;
  const factor = asked / now;
  const times = (value: unknown): unknown => {
    if (typeof value === 'number') return value * factor;
    if (Array.isArray(value)) return value.map(times);
    const { rate, ...rest } = value as { readonly rate: number };
    return { ...rest, rate: rate * factor };
  };
  const [name] = scales.filter(scale => scale in given);
  return { ...given, [name]: times(given[name]) };
}

/** Where parameters depend on one another. */
const together: Readonly<Record<string, (drawn: Given) => Given>> = {
  shortestQueue: ({ servers, ...rest }) => {
    const count = Math.min(4, Number(servers));
    return { ...rest, servers: count, choices: Math.min(Number(rest.choices), count) };
  },
  moreChoices: ({ servers, ...rest }) => ({ ...rest, servers: 3 + Number(servers) }),
  nonPreemptiveVariances: ({ rates, services }) => sameLength({ rates, services }),
  closedBatches: ({ batch, minimum, ...rest }) => ({
    ...rest,
    batch: Number(batch) + Number(minimum),
    minimum,
  }),
  pollingExhaustive: lines,
  pollingGated: lines,
  preemptiveRestart: interrupting,
  preemptiveResample: interrupting,
  discriminatory: sameLength,
  sharedServers: ({ servers, capacity, ...rest }) => ({
    ...rest,
    servers,
    capacity: Number(capacity) > 6 ? Number.POSITIVE_INFINITY : Number(servers) + Number(capacity),
  }),
  mixedNetwork: ({ closed, ...rest }) => {
    const { customers, demands, thinkTimes } = network(closed as Given);
    return {
      ...rest,
      open: { rates: [0.1], demands: [[1, 0.5, 2]] },
      closed: { customers, demands, thinkTimes },
      servers: [1, 1, Number.POSITIVE_INFINITY],
    };
  },
  openNetwork: ({ external }) => {
    const [first] = external as number[];
    return {
      external: [first, 0, first / 3],
      routing: [
        [0, 0.5, 0.3],
        [0.2, 0, 0.6],
        [0.1, 0, 0],
      ],
      meanServices: [0.1 / first, 0.2 / first, 0.6 / first],
      servers: [1, 2, Number.POSITIVE_INFINITY],
    };
  },
  openClasses: ({ rates }) => ({
    rates,
    demands: (rates as number[]).map((_, r) => [0.1 + r, 0.3, r]),
  }),
  closedNetwork: network,
  approximateMva: ({ customers }) => {
    const { demands, ...rest } = network({ customers });
    const above = (demands as number[][]).map(row => row.map(demand => demand + 0.1));
    return { ...rest, demands: above, servers: [1, 1, 1] };
  },
  closedGeneral: ({ customers, thinkTime }) => ({
    customers,
    demands: [1, 0.5, 2],
    scvs: [0, 3, 1],
    servers: [1, 1, Number.POSITIVE_INFINITY],
    thinkTime,
  }),
  loadDependentNetwork: given => ({
    ...network(given),
    servers: undefined,
    speeds: [[1, 2, 2.5], [1], [2, 1]],
  }),
  saturatedLine: ({ rates }) => ({ rates, buffers: (rates as number[]).slice(1).map((_, i) => i + 1) }),
  scalabilityLaw: () => ({
    points: [1, 2, 5, 9, 16].map(n => ({
      workers: n,
      throughput: n / (1 + 0.05 * (n - 1) + 0.002 * n * (n - 1)),
    })),
  }),
  stationaryFlow: given => ({ ...given, initial: Number(given.initial) % 20 }),
  transientStation: given => ({ ...given, servers: Math.min(5, Number(given.servers)) }),
};

/** Of urgent customers who keep the server busy for a fifth of the time, and interrupt one service in ten or so. */
function interrupting({ urgentService, service }: Given): Given {
  const [first, other] = [urgentService as Distribution, service as Distribution];
  const urgentRate = Math.min(0.2 / first.mean, 0.1 / other.mean);
  return { urgentRate, urgentService: first, rate: 0.4 / other.mean, service: other };
}

function lines({ rates, services, ...switchOver }: Given): Given {
  return { ...switchOver, ...sameLength({ rates, services }) };
}

function network({ customers }: Given): Given {
  const classes = (customers as number[]).map(n => Math.min(5, Number(n)));
  return {
    customers: classes,
    demands: classes.map((_, r) => [1 + r, 0.5, r]),
    servers: [2, 1, 1],
    thinkTimes: classes.map((_, r) => 1 + r),
  };
}

function sameLength(lists: Given): Given {
  const length = Math.min(...Object.values(lists).map(list => (list as unknown[]).length));
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, (list as unknown[]).slice(0, length)]),
  );
}

/** Good parameters of a formula, at a load from 0.05 to 0.95 where it has one. */
export function good(name: string): fc.Arbitrary<Given> {
  const formula = formulas[name];
  const drawn = fc.record(
    Object.fromEntries(Object.entries(formula.parameters).map(([key, domain]) => [key, usual(domain)])),
  ) as fc.Arbitrary<Given>;
  const fitting = together[name] ? drawn.map(together[name]) : drawn;
  return fc.tuple(fitting, between(0.05, 0.95)).map(([given, load]) => loaded(formula, given, load));
}
