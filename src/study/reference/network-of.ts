import { Parameters, type ReferenceCase } from '../../engines/theory/reference/case.js';
import type { CustomerClass, DistributionSpec, Routes, Scenario, Station } from '../../scenario/type.js';

/** What a network adds to a scenario. */
export type NetworkParts = Pick<Scenario, 'classes' | 'stations' | 'routes'>;

const exponential = (mean: number): DistributionSpec => ({ distribution: 'exponential', mean });
const fromOutside = (rate: number): CustomerClass => ({ arrivals: { process: 'poisson', rate } });
const clients = (count: number, think: number): CustomerClass => ({
  clients: count,
  ...(think > 0 && { think: exponential(think) }),
});
const nodeName = (node: number): string => `node ${node + 1}`;
const className = (number: number): string => `class ${number + 1}`;
const byName = <T>(values: readonly T[], name: (i: number) => string): Record<string, T> =>
  Object.fromEntries(values.map((value, i) => [name(i), value]));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const node = (servers: number, service: Station['service'], discipline: 'fcfs' | 'ps' = 'fcfs'): Station => ({
  servers: servers === Number.POSITIVE_INFINITY ? 'infinite' : servers,
  service,
  discipline: { discipline },
});

const servers = (p: Parameters, nodes: number): readonly number[] =>
  p.has('servers') ? p.numbers('servers') : Array.from({ length: nodes }, () => 1);

/** Only the places that somebody goes to; what is left leaves. */
function shares(weights: readonly number[], leave = 0): Record<string, number> {
  const to = weights.map((weight, i) => [nodeName(i), weight] as const).filter(([, weight]) => weight > 0);
  const rest = leave > 1e-12 ? [['leave', leave] as const] : [];
  return Object.fromEntries([...to, ...rest]);
}

/** Where each comes from outside, and goes on, by a matrix of probabilities. */
function jackson(p: Parameters): NetworkParts {
  const external = p.numbers('external');
  const rate = sum(external);
  const many = servers(p, external.length);
  const onward = p.rows('routing').map(row => shares(row, 1 - sum(row)));
  return {
    classes: { customers: fromOutside(rate) },
    stations: byName(
      p.numbers('mus').map((mu, i) => node(many[i], exponential(1 / mu))),
      nodeName,
    ),
    routes: { arrive: shares(external.map(one => one / rate)), ...byName(onward, nodeName) },
  };
}

/**
 * Routes by which a customer comes so often to each node on average: with V visits in all it goes on with
 * probability 1 - 1/V after each, to a node by its share of the visits. Values of product form depend on the
 * mean numbers of visits alone.
 */
function wanderings(visits: readonly (readonly number[])[]): Routes | undefined {
  const totals = visits.map(sum);
  if (totals.some(total => total < 1)) return undefined;
  const nodes = visits[0].map((_, i) => nodeName(i));
  const from = (leaving: (total: number) => number) => ({
    byClass: byName(
      visits.map((row, c) => {
        const leave = leaving(totals[c]);
        return shares(
          row.map(count => (count / totals[c]) * (1 - leave)),
          leave,
        );
      }),
      className,
    ),
  });
  return {
    arrive: from(() => 0),
    ...Object.fromEntries(nodes.map(name => [name, from(total => 1 / total)])),
  };
}

/** Classes with visits and services at each node; several classes share a node, which keeps the product form. */
function productForm(p: Parameters, classes: readonly CustomerClass[]): NetworkParts | undefined {
  const services = p.rows('serviceTimes', 'demands');
  const visits = p.has('visits') ? p.rows('visits') : services.map(row => row.map(() => 1));
  const routes = wanderings(visits);
  if (routes === undefined) return undefined;
  const many = servers(p, services[0].length);
  const alone = classes.length === 1;
  return {
    classes: byName(classes, className),
    stations: byName(
      services[0].map((_, i) =>
        node(
          many[i],
          byName(
            services.map(row => exponential(row[i])),
            className,
          ),
          alone || many[i] === Number.POSITIVE_INFINITY ? 'fcfs' : 'ps',
        ),
      ),
      nodeName,
    ),
    routes,
  };
}

const closed = (p: Parameters): NetworkParts | undefined => {
  const think = p.has('think') ? p.numbers('think') : [];
  return productForm(
    p,
    p.numbers('N').map((count, i) => clients(count, think[i] ?? 0)),
  );
};

/** Poisson arrivals to c servers, each with a queue of its own. */
function parallel(p: Parameters, strategy: string, d?: number): NetworkParts {
  const queues = Array.from({ length: p.number('c') }, () => node(1, exponential(1 / p.number('mu', 1))));
  const to = queues.map((_, i) => nodeName(i));
  return {
    classes: { customers: fromOutside(p.number('lambda')) },
    stations: byName(queues, nodeName),
    routes: {
      arrive: { strategy, to, ...(d !== undefined && { d }) },
      ...Object.fromEntries(to.map(name => [name, { leave: 1 }])),
    },
  };
}

/** Clients who each think and then need one of c servers. */
const finiteSource = (p: Parameters, capacity?: number): NetworkParts => ({
  classes: { customers: clients(p.number('N'), 1 / p.number('lambdaPerSource')) },
  stations: {
    queue: {
      ...node(p.number('c', 1), exponential(1 / p.number('mu', 1))),
      ...(capacity !== undefined && { capacity }),
    },
  },
  routes: { arrive: { queue: 1 }, queue: { leave: 1 } },
});

/** Parts of a customer to each of K alike stations at once, until all are done. */
function forkJoin(p: Parameters): NetworkParts {
  const names = Array.from({ length: p.number('K', 2) }, (_, i) => nodeName(i));
  return {
    classes: { customers: fromOutside(p.number('lambda')) },
    stations: Object.fromEntries(names.map(name => [name, node(1, exponential(1 / p.number('mu', 1)))])),
    routes: {
      arrive: { fork: names, quorum: names.length, rest: 'finish', next: 'leave' },
      ...Object.fromEntries(names.map(name => [name, { join: 1 }])),
    },
  };
}

/** Stations in a row, of which those after the first have so much room and hold up the one before when full. */
function row(mus: readonly number[], rooms: readonly number[]): Pick<NetworkParts, 'stations' | 'routes'> {
  const names = mus.map((_, i) => nodeName(i));
  return {
    stations: Object.fromEntries(
      mus.map((mu, i) => [
        names[i],
        {
          ...node(1, exponential(1 / mu)),
          ...(i > 0 && { capacity: rooms[i - 1] + 1, whenFull: 'block' as const }),
        },
      ]),
    ),
    routes: {
      arrive: { [names[0]]: 1 },
      ...Object.fromEntries(names.map((name, i) => [name, { [names[i + 1] ?? 'leave']: 1 }])),
    },
  };
}

/** Whoever leaves begins again: with one customer more than the other stations hold the first is never without. */
function saturated(p: Parameters): NetworkParts {
  const rooms = p.numbers('intermediateBuffers');
  return {
    classes: { customers: clients(sum(rooms) + rooms.length + 1, 0) },
    ...row(p.numbers('mus'), rooms),
  };
}

function tandem(p: Parameters): NetworkParts {
  const { stations, routes } = row(p.numbers('mus'), [p.number('intermediateBuffer')]);
  const capacity = p.number('station1Capacity', Number.POSITIVE_INFINITY);
  const first = nodeName(0);
  return {
    classes: { customers: fromOutside(p.number('lambda')) },
    stations: {
      ...stations,
      [first]: { ...stations[first], ...(Number.isFinite(capacity) && { capacity }) },
    },
    routes,
  };
}

/** The kinds of cases that are networks, by the names of their models. */
const networks: Readonly<Record<string, (p: Parameters) => NetworkParts | undefined>> = {
  'Jackson open network': jackson,
  'Open product-form network, visits/demands': p => productForm(p, [fromOutside(p.number('lambda'))]),
  'Open product-form network, multiclass': p => productForm(p, p.numbers('lambdas').map(fromOutside)),
  'Closed product-form network (MVA)': closed,
  'Closed product-form network (MVA) multiclass': closed,
  'M/M/c//N (finite source)': p => finiteSource(p),
  'Engset M/M/c/c//N': p => finiteSource(p, p.number('c')),
  'JSQ (join the shortest queue) with exponential servers, ties random, no jockeying': p =>
    parallel(p, 'join-shortest-queue'),
  'Power of d choices, finite number of servers (d distinct servers sampled)': p =>
    parallel(p, 'power-of-d', p.number('d')),
  'Fork-join K=2, M/M/1 stations': forkJoin,
  'Saturated tandem line with blocking after service': saturated,
  'Two-station tandem, finite intermediate buffer, blocking after service': tandem,
  'Random (Bernoulli) split of Poisson to c exponential servers': p => parallel(p, 'random'),
  'Round-robin split of Poisson to c exponential servers (E_c/M/1 each)': p => parallel(p, 'round-robin'),
};

/** The network of a case; undefined when it is none that a scenario can hold. */
export const networkOf = ({ model, params }: ReferenceCase): NetworkParts | undefined =>
  Object.hasOwn(networks, model) ? networks[model](new Parameters(params)) : undefined;
