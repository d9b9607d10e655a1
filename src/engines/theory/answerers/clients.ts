import { distributionOf } from '../../../distributions/index.js';
import type { MeasureName } from '../../../result/measure.js';
import { flowsOf } from '../../../scenario/routes/flows.js';
import { isClosed } from '../../../scenario/supply-rate.js';
import type { Scenario } from '../../../scenario/type.js';
import { closedNetwork } from '../formulas/closed-network.js';
import type { Value } from '../model.js';
import { meansAt, outsideProductForm, queueing } from '../networks/product-form.js';
import type { Answerer, PartAnswer, SystemAnswer } from './answerer.js';

/** A network of clients, who wait for their answers before they ask again, by its product form. */
export const clients: Answerer = {
  knows: ['class.clients', 'class.think'],
  answer: scenario => {
    const classes = Object.entries(scenario.classes);
    if (!classes.some(([, customers]) => isClosed(customers))) return undefined;
    const reason = outsideProductForm(scenario);
    if (reason !== undefined) return reason;
    const stations = Object.entries(scenario.stations);
    // By class: how often one of its customers visits each station.
    const visits = classes.map((_, r) =>
      flowsOf(
        scenario,
        classes.map((_, i) => (i === r ? 1 : 0)),
      ).map(flows => flows[r]),
    );
    const means = classes.map(([name]) => stations.map(([, station]) => meansAt(station, name)));
    const network = {
      customers: classes.map(([, { clients = 0 }]) => clients),
      demands: visits.map((row, r) => row.map((visit, i) => (visit === 0 ? 0 : visit * means[r][i]))),
      servers: stations.map(([, { servers }]) =>
        Number(servers === 'infinite' ? Number.POSITIVE_INFINITY : servers),
      ),
      thinkTimes: classes.map(([, customers]) =>
        isClosed(customers) && customers.think ? distributionOf(customers.think).mean : 0,
      ),
    };
    return answerOf(scenario, network, visits);
  },
};

type Network = Parameters<typeof closedNetwork.solve>[0];

function answerOf(
  scenario: Scenario,
  network: Network,
  visits: readonly (readonly number[])[],
): SystemAnswer {
  const { throughputs, numbers, utilisations } = closedNetwork.solve(network);
  const { customers, demands, servers } = network;
  const waits = queueing(scenario);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const classes = Object.keys(scenario.classes);
  const stations = Object.keys(scenario.stations);
  /** What is passed in numbers present and served, at some stations by some classes. */
  const part = (rs: readonly number[], at: readonly number[], flow: number, clients?: number): PartAnswer => {
    const present = sum(rs.flatMap(r => at.map(i => numbers[r][i])));
    const served = sum(rs.flatMap(r => at.map(i => throughputs[r] * demands[r][i])));
    const single = at.length === 1 && Number.isFinite(servers[at[0]]);
    const waiting = waits && at.some(i => Number.isFinite(servers[i]));
    return exact({
      throughput: flow,
      ...(single &&
        rs.length === classes.length && { utilisation: sum(rs.map(r => utilisations[r][at[0]])) }),
      ...(waiting && { meanNumberInQueue: present - served, meanWait: (present - served) / flow }),
      meanNumberInSystem: present,
      meanSojourn: present / flow,
      ...(clients !== undefined && { meanCycle: clients / flow }),
    });
  };
  const [allClasses, allStations] = [classes.map((_, r) => r), stations.map((_, i) => i)];
  const byClass = classes.map(
    (name, r) => [name, part([r], allStations, throughputs[r], customers[r])] as const,
  );
  const byStation = stations.map(
    (name, i) =>
      [name, part(allClasses, [i], sum(allClasses.map(r => throughputs[r] * visits[r][i])))] as const,
  );
  return {
    model: 'closed product-form network',
    ...part(allClasses, allStations, sum(throughputs), sum(customers)),
    ...(stations.length > 1 && { stations: Object.fromEntries(byStation) }),
    ...(classes.length > 1 && { classes: Object.fromEntries(byClass) }),
    warnings: [],
  };
}

function exact(measures: Partial<Record<MeasureName, number>>): PartAnswer {
  const [source] = closedNetwork.sources;
  return {
    exactness: 'exact',
    measures: Object.fromEntries(
      Object.entries(measures).map(([name, value]) => [name, { value, source } satisfies Value]),
    ),
  };
}
