import { distributionOf } from '../../../distributions/index.js';
import type { MeasureName } from '../../../result/measure.js';
import { flowsOf } from '../../../scenario/routes/flows.js';
import { isClosed, isOpen, outsideRate } from '../../../scenario/supply-rate.js';
import type { CustomerClass, Scenario } from '../../../scenario/type.js';
import { closedNetwork, loadDependentNetwork } from '../formulas/closed-network.js';
import { mixedNetwork } from '../formulas/mixed-network.js';
import type { Card, Interval, Value } from '../model.js';
import { nearlyProductForm, ofAnyServices } from '../networks/any-services.js';
import { meansAt, outsideProductForm, queueing } from '../networks/product-form.js';
import { speedsOf } from '../stations/load-dependent.js';
import type { Answerer, PartAnswer, SystemAnswer } from './answerer.js';

/** A network with clients, who wait for their answers before they ask again, by its product form. */
export const clients: Answerer = {
  knows: ['class.clients', 'class.think', 'station.loadDependence'],
  answer: scenario => {
    const classes = Object.entries(scenario.classes);
    if (!classes.some(([, customers]) => isClosed(customers))) return undefined;
    const reason = outsideProductForm(scenario);
    if (reason !== undefined && !nearlyProductForm(scenario)) return reason;
    const stations = Object.entries(scenario.stations);
    // By class: how often one of its customers visits each station.
    const visits = classes.map((_, r) =>
      flowsOf(
        scenario,
        classes.map((_, i) => (i === r ? 1 : 0)),
      ).map(flows => flows[r]),
    );
    const means = classes.map(([name]) => stations.map(([, station]) => meansAt(station, name)));
    const demands = visits.map((row, r) => row.map((visit, i) => (visit === 0 ? 0 : visit * means[r][i])));
    const servers = stations.map(([, { servers }]) =>
      Number(servers === 'infinite' ? Number.POSITIVE_INFINITY : servers),
    );
    const found =
      reason !== undefined
        ? ofAnyServices(scenario, demands[0], servers)
        : solved(
            classes.map(([, customers]) => customers),
            demands,
            stations.map(([, { loadDependence }], i) =>
              loadDependence ? speedsOf(loadDependence, servers[i]) : servers[i],
            ),
          );
    return typeof found === 'string' ? found : answerFrom(scenario, { ...found, visits, demands, servers });
  },
};

/** By class, and then by station. */
type Lists = readonly (readonly number[])[];

interface Solved {
  readonly formula: Card;
  readonly throughputs: readonly number[];
  readonly numbers: Lists;
  /** Of an approximation of one class: between which others its throughput lies. */
  readonly between?: Interval;
}

/** @param stations the servers of each, or its speeds with 1, 2, ... customers */
function solved(
  classes: readonly CustomerClass[],
  demands: Lists,
  stations: readonly (number | readonly number[])[],
): Solved | string {
  const [inside, outside] = [classes.filter(isClosed), classes.filter(isOpen)];
  const of = <T>(rows: readonly T[], belongs: (customers: CustomerClass) => boolean): T[] =>
    rows.filter((_, r) => belongs(classes[r]));
  const closed = {
    customers: inside.map(({ clients }) => clients),
    demands: of(demands, isClosed),
    thinkTimes: inside.map(({ think }) => (think ? distributionOf(think).mean : 0)),
  };
  const servers = stations.filter(station => typeof station === 'number');
  if (servers.length < stations.length) {
    if (outside.length > 0)
      return 'customers from outside come to stations whose speed depends on the number of customers';
    const most = closed.customers.reduce((sum, count) => sum + count, 0);
    const speeds = stations.map(station =>
      typeof station === 'number'
        ? Array.from({ length: Math.min(station, most) }, (_, k) => k + 1)
        : station,
    );
    return { formula: loadDependentNetwork, ...loadDependentNetwork.solve({ ...closed, speeds }) };
  }
  if (outside.length === 0) return { formula: closedNetwork, ...closedNetwork.solve({ ...closed, servers }) };
  const open = { rates: outside.map(outsideRate), demands: of(demands, isOpen) };
  const found = mixedNetwork.solve({ open, closed, servers });
  const inOrder = <T>(opened: readonly T[], around: readonly T[]): T[] => {
    const [left, right] = [[...opened], [...around]];
    return classes.map(customers => (isOpen(customers) ? left : right).shift() as T);
  };
  return {
    formula: mixedNetwork,
    throughputs: inOrder(found.open.throughputs, found.closed.throughputs),
    numbers: inOrder(found.open.numbers, found.closed.numbers),
  };
}

interface Network extends Solved {
  readonly visits: Lists;
  readonly demands: Lists;
  readonly servers: readonly number[];
}

function answerFrom(
  scenario: Scenario,
  { formula, throughputs, numbers, between, visits, demands, servers }: Network,
): SystemAnswer {
  const waits = queueing(scenario);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const classes = Object.keys(scenario.classes);
  const stations = Object.keys(scenario.stations);
  const clients = Object.values(scenario.classes).map(customers => customers.clients);
  const [source] = formula.sources;
  const exact = (measures: Partial<Record<MeasureName, number>>): PartAnswer => ({
    exactness: formula.exactness,
    measures: Object.fromEntries(
      Object.entries(measures).map(([name, value]) => [name, { value, source } satisfies Value]),
    ),
  });
  /** What is passed in numbers present and served, at some stations by some classes. */
  const part = (rs: readonly number[], at: readonly number[], flow: number, clients?: number): PartAnswer => {
    const present = sum(rs.flatMap(r => at.map(i => numbers[r][i])));
    const served = sum(rs.flatMap(r => at.map(i => throughputs[r] * demands[r][i])));
    const single = at.length === 1 && Number.isFinite(servers[at[0]]) && formula !== loadDependentNetwork;
    const waiting = waits && at.some(i => Number.isFinite(servers[i]));
    return exact({
      throughput: flow,
      ...(single && { utilisation: served / servers[at[0]] }),
      ...(waiting && { meanNumberInQueue: present - served, meanWait: (present - served) / flow }),
      meanNumberInSystem: present,
      meanSojourn: present / flow,
      ...(clients !== undefined && { meanCycle: clients / flow }),
    });
  };
  const [allClasses, allStations] = [classes.map((_, r) => r), stations.map((_, i) => i)];
  // How often anybody comes again is a question for clients alone.
  const everybody = clients.includes(undefined) ? undefined : sum(clients.map(count => count ?? 0));
  const byClass = classes.map(
    (name, r) => [name, part([r], allStations, throughputs[r], clients[r])] as const,
  );
  const flow = (r: number, i: number): number => throughputs[r] * visits[r][i];
  const byStation = stations.map((name, i) => {
    const visitors = allClasses.filter(r => visits[r][i] > 0);
    const each = visitors.map(r => [classes[r], part([r], [i], flow(r, i))] as const);
    const all = part(allClasses, [i], sum(allClasses.map(r => flow(r, i))));
    return [name, { ...all, ...(classes.length > 1 && { classes: Object.fromEntries(each) }) }] as const;
  });
  const whole = part(allClasses, allStations, sum(throughputs), everybody);
  return {
    model: formula.kendall,
    assumptions: formula.assumptions,
    ...whole,
    ...(between && { measures: { ...whole.measures, ...edges(whole, between) } }),
    ...(stations.length > 1 && { stations: Object.fromEntries(byStation) }),
    ...(classes.length > 1 && { classes: Object.fromEntries(byClass) }),
    warnings:
      formula.exactness === 'exact'
        ? []
        : [
            {
              code: 'approximation',
              message:
                'Services that are not exponential have no product form, so the value is between two approximations.',
              advice: 'Trust the simulation for the value.',
            },
          ],
  };
}

/** By the throughputs between which that of all clients lies: how often each comes again, and how long it is in the network. */
function edges({ measures }: PartAnswer, { low, high }: Interval): PartAnswer['measures'] {
  const { throughput, meanSojourn, meanCycle } = measures;
  if (!throughput || !meanSojourn || !meanCycle) return {};
  const clients = meanCycle.value * throughput.value;
  const thinking = meanCycle.value - meanSojourn.value;
  const after = (flow: number): number => Math.max(0, clients / flow - thinking);
  return {
    throughput: { ...throughput, between: { low, high } },
    meanCycle: { ...meanCycle, between: { low: clients / high, high: clients / low } },
    meanSojourn: { ...meanSojourn, between: { low: after(high), high: after(low) } },
  };
}
