import type { ReferenceCase } from '../../engines/theory/reference/case.js';

/** One simulation that a case asks for. */
export interface OrderOfCase {
  readonly question: ReferenceCase;
  /** What the case calls a metric of it. */
  readonly names: (metric: string) => string;
}

/** The kinds of cases with values for several orders of service: by order, what it calls which metric. */
const orders: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  'M/G/1 FCFS vs SIRO vs LCFS (non-preemptive)': {
    fcfs: { rho: 'rho', Wq: 'Wq', varWqFCFS: 'varWq' },
    siro: { varWqSIRO: 'varWq' },
    lcfs: { varWqLCFS: 'varWq' },
  },
  'M/G/1 size-based (SRPT, PSJF, SJF, FB/LAS)': {
    srpt: { WSRPT: 'W' },
    psjf: { WPSJF: 'W' },
    fb: { WFB: 'W' },
    sjf: { WSJFnonpreemptive: 'W' },
    ps: { WPS: 'W' },
    fcfs: { WFCFS: 'W' },
  },
};

/** The model of a case of one order of service, which stands among its parameters. */
export const oneOrder = 'M/G/1 in one order';

/** What is to be simulated for a case: mostly the case itself. */
export function ordersOf(given: ReferenceCase): OrderOfCase[] {
  if (!Object.hasOwn(orders, given.model)) return [{ question: given, names: metric => metric }];
  return Object.entries(orders[given.model]).flatMap(([discipline, metrics]) => {
    const asked = Object.keys(metrics).filter(name => name in given.expect);
    if (asked.length === 0) return [];
    const expect = Object.fromEntries(asked.map(name => [metrics[name], given.expect[name]]));
    const question = { ...given, model: oneOrder, params: { ...given.params, discipline }, expect };
    return [{ question, names: metric => asked.find(name => metrics[name] === metric) ?? metric }];
  });
}
