import { ParameterError } from '../../distributions/contract.js';
import { distributionOf } from '../../distributions/index.js';
import type { MeasureName } from '../../result/measure.js';
import type { Outcome } from '../../result/outcome.js';
import type { ExactOrApproximate, PartResult } from '../../result/result.js';
import { flowsOf } from '../../scenario/routes/flows.js';
import { isClosed } from '../../scenario/supply-rate.js';
import type { Scenario } from '../../scenario/type.js';
import { cite } from './citation.js';
import { closedNetwork } from './formulas/closed-network.js';
import { NotCovered } from './not-covered.js';
import { meansAt, outsideProductForm, queueing } from './product-form.js';

/** The steady state of a network of clients by its product form; undefined where customers come from outside. */
export function predictClosed(scenario: Scenario): Outcome | undefined {
  const classes = Object.entries(scenario.classes);
  if (!classes.some(([, customers]) => isClosed(customers))) return undefined;
  const reason = outsideProductForm(scenario);
  if (reason !== undefined) return { answered: false, reason };
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
  try {
    return { answered: true, result: resultOf(scenario, network, visits) };
  } catch (error) {
    if (error instanceof NotCovered || error instanceof ParameterError)
      return { answered: false, reason: error.message };
    throw error;
  }
}

type Network = Parameters<typeof closedNetwork.solve>[0];

function resultOf(scenario: Scenario, network: Network, visits: readonly (readonly number[])[]) {
  const { throughputs, numbers, utilisations } = closedNetwork.solve(network);
  const { customers, demands, servers } = network;
  const waits = queueing(scenario);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const classes = Object.keys(scenario.classes);
  const stations = Object.keys(scenario.stations);
  /** What is passed in numbers present and served, at some stations by some classes. */
  const part = (rs: readonly number[], at: readonly number[], flow: number, clients?: number): PartResult => {
    const present = sum(rs.flatMap(r => at.map(i => numbers[r][i])));
    const served = sum(rs.flatMap(r => at.map(i => throughputs[r] * demands[r][i])));
    const single = at.length === 1 && Number.isFinite(servers[at[0]]);
    const waiting = waits && at.some(i => Number.isFinite(servers[i]));
    return {
      measures: exact({
        throughput: flow,
        ...(single &&
          rs.length === classes.length && { utilisation: sum(rs.map(r => utilisations[r][at[0]])) }),
        ...(waiting && { meanNumberInQueue: present - served, meanWait: (present - served) / flow }),
        meanNumberInSystem: present,
        meanSojourn: present / flow,
        ...(clients !== undefined && { meanCycle: clients / flow }),
      }),
      waitQuantiles: [],
      sojournQuantiles: [],
    };
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
    schema: 1,
    engine: 'theory',
    model: 'closed product-form network',
    scenario,
    ...part(allClasses, allStations, sum(throughputs), sum(customers)),
    ...(stations.length > 1 && { stations: Object.fromEntries(byStation) }),
    ...(classes.length > 1 && { classes: Object.fromEntries(byClass) }),
    warnings: [],
  } as const;
}

function exact(measures: Partial<Record<MeasureName, number>>): PartResult['measures'] {
  const source = cite(closedNetwork.sources[0]);
  return Object.fromEntries(
    Object.entries(measures).map(([name, value]) => [
      name,
      { kind: 'exact', value, source } satisfies ExactOrApproximate,
    ]),
  );
}
