import type { DistributionSpec } from '../../distributions/index.js';
import { withRate } from '../../scenario/denser.js';
import { disciplines, ofOneServer } from '../../scenario/disciplines.js';
import { beyondPlainServers } from '../../scenario/server-side/in-words.js';
import { isClosed, isOpen, outsideRate } from '../../scenario/supply-rate.js';
import { isLaw } from '../../scenario/text/scenario-form.js';
import type { CustomerClass, RunSpec, Scenario, Station } from '../../scenario/type.js';
import type { Field, FieldValue } from './field.js';
import { momentsOf, withMean, withScv } from './law.js';

/** What the page lets its reader change, in the order of the form: customers, stations, the run. */
export function fieldsOf({ classes, stations, run }: Scenario): Field[] {
  const several = { classes: Object.keys(classes).length > 1, stations: Object.keys(stations).length > 1 };
  return [
    ...Object.entries(classes).flatMap(([name, customers]) =>
      classFields(name, customers, several.classes ? name : ''),
    ),
    ...Object.entries(stations).flatMap(([name, station]) =>
      stationFields(name, station, several.stations ? name : ''),
    ),
    ...runFields(run),
  ];
}

const within = (group: string, id: string): string => (group === '' ? id : `${group}.${id}`);

function classFields(name: string, before: CustomerClass, group: string): Field[] {
  const { patience } = before;
  const change = (scenario: Scenario, part: (customers: CustomerClass) => CustomerClass): Scenario => ({
    ...scenario,
    classes: { ...scenario.classes, [name]: part(scenario.classes[name]) },
  });
  const fields: Field[] = [];
  if (isOpen(before)) {
    fields.push({
      id: within(group, 'arrivals'),
      label: 'arrival rate',
      group,
      kind: 'rate',
      value: Number(outsideRate(before).toPrecision(12)),
      put: (scenario, value) =>
        change(scenario, customers =>
          isOpen(customers)
            ? { ...customers, arrivals: withRate(customers.arrivals, value as number) }
            : customers,
        ),
    });
  }
  if (isClosed(before)) {
    fields.push({
      id: within(group, 'clients'),
      label: 'clients',
      group,
      kind: 'integer',
      least: 1,
      value: before.clients,
      put: (scenario, clients) =>
        change(scenario, customers =>
          isClosed(customers) ? { ...customers, clients: clients as number } : customers,
        ),
    });
  }
  fields.push({
    id: within(group, 'patience'),
    label: 'mean patience',
    group,
    kind: 'duration',
    optional: true,
    value: patience && momentsOf(patience)?.mean,
    put: (scenario, mean) =>
      change(scenario, ({ patience: before, ...customers }) =>
        mean === undefined ? customers : { ...customers, patience: patienceOf(before, mean as number) },
      ),
  });
  return fields;
}

const patienceOf = (before: DistributionSpec | undefined, mean: number): DistributionSpec =>
  before ? withMean(before, mean) : { distribution: 'exponential', mean };

function stationFields(name: string, station: Station, group: string): Field[] {
  const { service, servers, capacity, discipline } = station;
  const change = (scenario: Scenario, part: (station: Station) => Station): Scenario => ({
    ...scenario,
    stations: { ...scenario.stations, [name]: part(scenario.stations[name]) },
  });
  const field = (
    id: string,
    rest: Omit<Field, 'id' | 'group' | 'put'> & { part: (station: Station, value: FieldValue) => Station },
  ): Field => {
    const { part, ...looks } = rest;
    return {
      id: within(group, id),
      group,
      ...looks,
      put: (scenario, value) => change(scenario, before => part(before, value)),
    };
  };
  const moments = isLaw(service) ? momentsOf(service) : undefined;
  return [
    ...(servers === 'infinite' ||
    ofOneServer.includes(discipline.discipline) ||
    beyondPlainServers(station) !== undefined
      ? []
      : [
          field('servers', {
            label: 'servers',
            kind: 'integer',
            least: 1,
            value: servers,
            part: (before, value) => ({ ...before, servers: value as number }),
          }),
        ]),
    ...(moments
      ? [
          field('service', {
            label: 'mean service',
            kind: 'duration',
            value: moments.mean,
            part: (before, value) => ({
              ...before,
              service: withMean(before.service as DistributionSpec, value as number),
            }),
          }),
          field('scv', {
            label: 'service scv',
            kind: 'number',
            least: 0,
            value: Number(moments.scv.toPrecision(6)),
            part: (before, value) => ({
              ...before,
              service: withScv(before.service as DistributionSpec, value as number),
            }),
          }),
        ]
      : []),
    ...(servers === 'infinite'
      ? []
      : [
          field('capacity', {
            label: 'capacity',
            kind: 'integer',
            least: 1,
            optional: true,
            value: capacity,
            part: ({ capacity: _, whenFull, ...before }, value) =>
              value === undefined
                ? before
                : { ...before, capacity: value as number, ...(whenFull && { whenFull }) },
          }),
        ]),
    field('discipline', {
      label: 'order of service',
      kind: 'choice',
      choices: orders.includes(discipline.discipline) ? orders : [discipline.discipline, ...orders],
      value: discipline.discipline,
      part: (before, value) => ({
        ...before,
        discipline: value === discipline.discipline ? discipline : { discipline: value as string },
      }),
    }),
  ];
}

/** Those that need no word of the classes and no parameter. */
const orders = Object.keys(disciplines).filter(name => !/^edf|^dps$|^limited-ps$|^polling$/.test(name));

function runFields({ seed, precision }: RunSpec): Field[] {
  const field = (id: 'seed' | 'precision', label: string, kind: 'integer' | 'fraction', value: number) => ({
    id,
    label,
    kind,
    value,
    group: 'the simulation',
    least: id === 'seed' ? 0 : 1e-4,
    put: (scenario: Scenario, given: FieldValue): Scenario => ({
      ...scenario,
      run: { ...scenario.run, [id]: given },
    }),
  });
  return [field('seed', 'seed', 'integer', seed), field('precision', 'precision', 'fraction', precision)];
}
