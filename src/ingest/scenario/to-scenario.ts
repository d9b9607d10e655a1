import { type DistributionSpec, distributionOf } from '../../distributions/index.js';
import { parseScenario } from '../../scenario/load.js';
import { durationText } from '../../scenario/text/quantities.js';
import { arrivalForm, lawForm } from '../../scenario/text/spec.js';
import { yamlText } from '../../scenario/text/yaml.js';
import type { ArrivalSpec } from '../../scenario/type.js';
import type { OpenOrClosed } from '../inference/open-or-closed.js';
import type { Inferred } from '../inferred.js';
import { IngestError } from '../problem.js';
import { chooseArrivals } from './arrivals.js';
import type { Chosen } from './chosen.js';
import { chooseServers } from './servers.js';
import { chooseService } from './service.js';

/** A scenario made of data, and what was chosen, in words. */
export interface Made {
  readonly yaml: string;
  readonly choices: readonly string[];
}

/** What the user knows, which goes before what the data say. */
export interface Given {
  readonly arrivals?: ArrivalSpec;
  readonly service?: DistributionSpec;
  readonly servers?: number;
}

export interface MakeOptions extends Given {
  readonly name: string;
  /** The file of times and services to be played, instead of laws. */
  readonly trace?: string;
}

/**
 * The scenario file for what data say.
 * @throws IngestError when neither the data nor the user tell how many come, or how long services take
 */
export function toScenario(inferred: Inferred, { name, trace, ...given }: MakeOptions): Made {
  const service = told('service', given.service) ?? chooseService(inferred);
  const population = given.arrivals ? undefined : clientsIn(inferred);
  const arrivals =
    told('arrivals', given.arrivals) ?? (inferred.arrivals && chooseArrivals(inferred.arrivals));
  if (service === undefined)
    throw new IngestError(
      `${inferred.file} tells no service times: expected columns started and finished, or service (name them by --map), a histogram or percentiles; or say them: --service 20ms`,
    );
  if (arrivals === undefined)
    throw new IngestError(
      `${inferred.file} does not tell how many come: give --earlier with an older scrape, or say it: --arrivals 120/s`,
    );
  const rate = inferred.arrivals?.rate ?? rateOf(arrivals.spec);
  const erlangs =
    inferred.servers?.erlangs ?? (rate === undefined ? undefined : rate * distributionOf(service.spec).mean);
  const servers = chooseServers(inferred.servers, erlangs, given.servers);
  const played = trace !== undefined;
  const form = {
    name,
    description: `Made of ${countIn(inferred)} (${inferred.format}).`,
    ...(played
      ? { arrivals: { process: 'trace', file: trace } }
      : population
        ? { clients: population.clients, ...(population.think && { think: durationText(population.think) }) }
        : { arrivals: arrivalForm(arrivals.spec) }),
    service: played ? { distribution: 'trace', file: trace } : lawForm(service.spec),
    servers: servers.spec,
  };
  const yaml = yamlText(form);
  // A trace is found beside the scenario once both are written.
  if (!played) parseScenario(yaml, { file: name });
  const laws = played
    ? [`arrivals and services: those of the log again, from ${trace}`]
    : [population?.why ?? arrivals.why, service.why];
  return { yaml, choices: [...laws, servers.why] };
}

const told = <T>(what: string, spec: T | undefined): Chosen<T> | undefined =>
  spec === undefined ? undefined : { spec, why: `${what}: as told` };

function clientsIn({ population }: Inferred): { clients: number; think?: number; why: string } | undefined {
  const { verdict, clients, think = 0 } = population ?? ({} as Partial<OpenOrClosed>);
  if (verdict !== 'closed' || clients === undefined) return undefined;
  return {
    clients,
    ...(think > 1e-6 && { think: Number(think.toPrecision(4)) }),
    why: `arrivals: ${clients} clients who wait for one answer before they ask again, for the arrivals slow down as customers are present`,
  };
}

/** Customers per second, where one number says it. */
const rateOf = ({ rate }: ArrivalSpec): number | undefined => (typeof rate === 'number' ? rate : undefined);

const countIn = ({ customers, rows, badCount }: Inferred): string =>
  rows > 0
    ? `${rows - badCount} rows`
    : customers === undefined
      ? 'figures'
      : `${customers} customers counted`;
