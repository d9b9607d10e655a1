import { Parameters, type ReferenceCase } from '../../engines/theory/reference/case.js';
import { lawSpecFrom } from '../../engines/theory/reference/law.js';
import type { Scenario } from '../../scenario/type.js';
import { beyondPlainServers } from './beyond-plain-servers.js';
import { networkOf } from './network-of.js';
import { oneOrder } from './orders.js';
import { exponential, mu, one, type Plan, poisson, poissonOf, renewal, servers, service } from './plan.js';

/** By class from the most urgent to the least. */
function ranked(p: Parameters, discipline: string): Plan {
  const services = p.has('services')
    ? p.list('services').map(lawSpecFrom)
    : p
        .numbers('lambdas')
        .map((_, i) => exponential(1 / (p.has('mus') ? p.numbers('mus')[i] : p.number('mu'))));
  return {
    servers: servers(p),
    discipline: { discipline },
    classes: p.numbers('lambdas').map((rate, i) => ({ arrivals: poisson(rate), service: services[i] })),
  };
}

const comingBack = (p: Parameters): Plan => ({
  servers: servers(p),
  capacity: servers(p),
  whenFull: 'retry',
  retryDelay: exponential(1 / p.number(['retrialRate', 'theta'])),
  classes: [{ arrivals: poissonOf(p), service: mu(p) }],
});

/** The kinds of cases that a scenario of one station can hold, by the names of their models. */
const plans: Readonly<Record<string, (p: Parameters) => Plan | undefined>> = {
  'M/M/1': p => one(poissonOf(p), service(p)),
  'M/M/c': p => one(poissonOf(p), service(p), { servers: servers(p) }),
  'M/M/c/K': p => one(poissonOf(p), mu(p), { servers: servers(p), capacity: p.number('K') }),
  'Erlang B (M/G/c/c)': p =>
    one(poissonOf(p), service(p), {
      servers: servers(p),
      capacity: servers(p),
    }),
  'M/M/inf': p => one(poissonOf(p), mu(p), { servers: 'infinite' }),
  'M/D/1/K': p => one(poissonOf(p), service(p), { capacity: p.number('K') }),
  'D/M/1': p => one(renewal(p), mu(p)),
  'U/M/1': p => one(renewal(p), mu(p)),
  'E_k/M/1': p => one(renewal(p), mu(p)),
  'H2/M/1': p => one(renewal(p), mu(p)),
  'Gamma/M/1': p => one(renewal(p), mu(p)),
  'GI/M/c': p => one(renewal(p), mu(p), { servers: servers(p) }),
  'PH/PH/1 (GI/G/1 exact numeric)': p => one(renewal(p), service(p)),
  ...Object.fromEntries(
    ['M/G/1', 'M/D/1', 'M/E_k/1', 'M/H2/1', 'M/D/c', 'M/E_k/c', 'M/H2/c'].map(model => [
      model,
      (p: Parameters) => one(poissonOf(p), service(p), { servers: servers(p) }),
    ]),
  ),
  'MMPP(2)/M/c': p =>
    one(
      {
        process: 'mmpp',
        rates: [p.number('lambda1'), p.number('lambda2')],
        holding: [1 / p.number('r12'), 1 / p.number('r21')],
      },
      mu(p),
      { servers: servers(p) },
    ),
  'M^X/M/c geometric batches': p =>
    one(
      { process: 'batch', batchRate: p.number('batchRate'), meanSize: 1 / p.number('batchGeometricP') },
      mu(p),
      {
        servers: servers(p),
      },
    ),
  // Batches of each size are a Poisson process of their own.
  'M^X/M/1 batch arrivals': p => ({
    servers: servers(p),
    classes: p
      .rows('batch')
      .filter(([, probability]) => probability > 0)
      .map(([size, probability]) => ({
        arrivals: { process: 'batch', batchRate: p.number('batchRate') * probability, size },
        service: mu(p),
      })),
  }),
  [oneOrder]: p =>
    one(poissonOf(p), service(p), { discipline: { discipline: String(p.value('discipline')) } }),
  'Ciw limited PS (threshold 3), = M/M/3 occupancy': p =>
    one(poissonOf(p), mu(p), { servers: p.number('threshold'), discipline: { discipline: 'ps' } }),
  'M/G/1-PS': p => one(poissonOf(p), service(p), { discipline: { discipline: 'ps' } }),
  'M/M/1 LCFS preemptive-resume': p =>
    one(poissonOf(p), mu(p), { discipline: { discipline: 'lcfs-preemptive' } }),
  'M/M/1 priority non-preemptive': p => ranked(p, 'priority'),
  'M/G/1 priority non-preemptive': p => ranked(p, 'priority'),
  'M/M/c priority non-preemptive (equal mu)': p => ranked(p, 'priority'),
  'M/M/1 priority preemptive-resume': p => ranked(p, 'priority-preemptive'),
  'M/G/1 priority preemptive-resume': p => ranked(p, 'priority-preemptive'),
  'M/M/c priority preemptive-resume (equal mu)': p => ranked(p, 'priority-preemptive'),
  'M/M/c+M (Erlang-A)': p => ({
    servers: servers(p),
    classes: [{ arrivals: poissonOf(p), service: mu(p), patience: exponential(1 / p.number('theta')) }],
  }),
  'M/M/c+D (deterministic patience)': p => ({
    servers: servers(p),
    classes: [
      {
        arrivals: poissonOf(p),
        service: mu(p),
        patience: { distribution: 'deterministic', value: p.number('patience') },
      },
    ],
  }),
  'M/M/c retrial (classical linear retrial rate)': comingBack,
  'M/M/1 retrial (classical linear retrial rate)': comingBack,
  'M/M/1 discouraged arrivals': p => one(poissonOf(p), mu(p), { baulking: 'discouraged' }),
  // Served in vain with some probability, and again at once.
  'M/M/1 with feedback': p => one(poissonOf(p), mu(p), { failing: p.number('feedback') }),
  ...beyondPlainServers,
};

/** Tries after which nobody in a reference case gives up. */
const endless = 1_000_000;

/** The scenario of a case in which a second is its unit of time; undefined when no scenario holds it. */
export function scenarioOf(given: ReferenceCase, run: Scenario['run']): Scenario | undefined {
  const { id, model, params } = given;
  const network = networkOf(given);
  if (network !== undefined) return { name: id, ...network, run };
  const plan = Object.hasOwn(plans, model) ? plans[model](new Parameters(params)) : undefined;
  if (plan === undefined) return undefined;
  const { classes, retryDelay, ...station } = plan;
  // A class of its own for each, the first the most urgent.
  const named = classes.map((plan, i) => [`class ${i + 1}`, plan] as const);
  return {
    name: id,
    classes: Object.fromEntries(
      named.map(([name, { arrivals, patience }], i) => [
        name,
        {
          arrivals,
          priority: classes.length - i,
          ...(patience && { patience }),
          ...(retryDelay && { retry: { delay: retryDelay, maxAttempts: endless } }),
        },
      ]),
    ),
    stations: {
      queue: {
        servers: 1,
        discipline: { discipline: 'fcfs' },
        ...station,
        service: Object.fromEntries(named.map(([name, { service }]) => [name, service])),
      },
    },
    routes: { arrive: { queue: 1 }, queue: { leave: 1 } },
    run,
  };
}
