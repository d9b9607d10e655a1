import { ParameterError } from '../../../distributions/contract.js';
import { checkStable, durationOrNone, fields, list, rate, whole, wholeOrEndless } from '../domain.js';
import { formula } from '../formula.js';
import { closedNetwork } from './closed-network.js';

export interface MixedNetwork {
  /** Classes who come from outside and leave: lists by class, of demands by station. */
  readonly open: { readonly rates: readonly number[]; readonly demands: readonly (readonly number[])[] };
  readonly closed: {
    readonly customers: readonly number[];
    readonly demands: readonly (readonly number[])[];
    readonly thinkTimes: readonly number[];
  };
  /** One, or Infinity where nobody waits. */
  readonly servers: readonly number[];
}

export const mixedNetwork = formula({
  kendall: 'mixed product-form network',
  name: 'customers who come and leave beside customers who go round for ever',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals of the classes that come and leave, a fixed number of customers of each of the others',
    'first come first served stations of one server with exponential services, the same for all classes; or sharing, or last come first served with interruption, with any services; or a server for everyone',
    'routes that do not depend on the queues',
  ],
  formula:
    'the closed classes see demands D / (1 - ρ_open), the open ones R = D (1 + N_closed) / (1 - ρ_open)',
  breaks: 'Stations of several servers that both kinds visit: no formula here.',
  sources: [
    { ref: 'baskett1975', at: 'product form' },
    { ref: 'lazowska1984', at: 'section 7.5, mixed networks' },
  ],
  parameters: {
    open: fields({ rates: list(rate), demands: list(list(durationOrNone)) }),
    closed: fields({
      customers: list(whole(0, 1000), 1, 8),
      demands: list(list(durationOrNone), 1, 8),
      thinkTimes: list(durationOrNone, 1, 8),
    }),
    servers: list(wholeOrEndless(1, 1e6)),
  },
  solve: ({ open, closed, servers }: MixedNetwork) => {
    if (open.demands.length !== open.rates.length)
      throw new ParameterError('demands', `${open.demands.length} rows`, 'a row for each rate');
    const queues = servers.map(count => Number.isFinite(count));
    const loads = servers.map((_, i) =>
      open.rates.reduce((sum, each, r) => sum + each * open.demands[r][i], 0),
    );
    queues.forEach((queue, i) => {
      if (queue) checkStable(loads[i] / servers[i]);
      if (queue && servers[i] > 1 && loads[i] > 0 && closed.demands.some(row => row[i] > 0))
        throw new ParameterError(
          `servers[${i}]`,
          servers[i],
          'one server where open and closed classes meet',
        );
    });
    const spare = loads.map((load, i) => (queues[i] && servers[i] === 1 ? 1 - load : 1));
    const around = closedNetwork.solve({
      ...closed,
      servers,
      demands: closed.demands.map(row => row.map((demand, i) => demand / spare[i])),
    });
    const present = servers.map((_, i) => around.numbers.reduce((sum, row) => sum + row[i], 0));
    const responses = open.demands.map(row =>
      row.map((demand, i) => (queues[i] ? (demand * (1 + present[i])) / spare[i] : demand)),
    );
    return {
      open: {
        throughputs: open.rates,
        numbers: responses.map((row, r) => row.map(response => open.rates[r] * response)),
      },
      closed: { throughputs: around.throughputs, numbers: around.numbers },
    };
  },
});
