import { log } from '../numerics/log.js';
import type { Columns } from './columns.js';
import { type Customer, eachCustomer } from './customers.js';
import { Dispersion } from './dispersion.js';
import { bestFit } from './fit.js';
import type { Inferred } from './inferred.js';
import { Moments } from './moments.js';
import { IngestError } from './problem.js';
import { effectiveServers, Replay } from './replay.js';
import { Sample } from './sample.js';

const scales = [1, 10, 60, 600, 3600];
const sampleSize = 2000;

/**
 * Reads a CSV or NDJSON log of customers twice, in constant memory: what it says of arrivals, services and waits,
 * and then how many servers would make customers wait as they did.
 * @throws IngestError when it cannot be read or says too little
 */
export function importLog(file: string, mapped: Columns): Inferred {
  const gaps = new Moments();
  const services = new Moments();
  const waits = new Moments();
  const sample = new Sample(sampleSize);
  const dispersions = scales.map(scale => new Dispersion(scale));
  let [customers, together, longest, longestWait, waited] = [0, 0, 0, 0, 0];
  let first: number | undefined;
  let last = 0;
  const reading = eachCustomer(file, mapped, customer => {
    const time = customer.arrived ?? customer.started ?? customer.finished;
    if (time === undefined) return 'it has no time';
    if (first !== undefined && time < last)
      return `it came ${last - time} s before the row above: expected rows in the order of arrival`;
    if (first !== undefined) {
      gaps.add(time - last);
      if (time === last) together++;
    }
    first ??= time;
    last = time;
    customers++;
    for (const dispersion of dispersions) dispersion.add(time);
    const service = serviceOf(customer);
    if (service !== undefined) {
      services.add(service);
      sample.add(service);
      longest = Math.max(longest, service);
    }
    const wait = waitOf(customer);
    if (wait !== undefined) {
      waits.add(wait);
      longestWait = Math.max(longestWait, wait);
      if (wait > 0) waited++;
    }
    return undefined;
  });
  const { columns } = reading;
  const span = last - (first ?? last);
  if (customers < 2 || !(span > 0))
    throw new IngestError(
      `${file} holds ${customers} customers at ${span > 0 ? 'different times' : 'one time'}: expected at least two, at different times` +
        reading.bad
          .slice(0, 3)
          .map(({ line, problem }) => `\n  ${file}:${line}: ${problem}`)
          .join(''),
    );
  const rate = (customers - 1) / span;
  const erlangs = services.count > 0 ? rate * services.mean : undefined;
  const tried = erlangs !== undefined && waits.count > 0 ? triedServers(file, mapped, erlangs) : [];
  const effective = effectiveServers(tried, waits.mean);
  const sorted = sample.sorted();
  const tailIndex = hill(sorted);
  return {
    ...reading,
    file,
    customers,
    arrivals: {
      span,
      rate,
      ...(gaps.scv !== undefined && { scv: gaps.scv }),
      together: together / customers,
      dispersion: dispersions.flatMap(dispersion => dispersion.summary() ?? []),
      by: columns.arrived ? 'arrived' : columns.started ? 'started' : 'finished',
    },
    ...(services.mean > 0 && {
      service: {
        mean: services.mean,
        ...(services.scv !== undefined && { scv: services.scv }),
        longest,
        ...(tailIndex !== undefined && { tailIndex }),
        fit: bestFit(sorted),
        sampled: sorted.length,
      },
    }),
    ...(waits.count > 0 && { wait: { mean: waits.mean, longest: longestWait, share: waited / waits.count } }),
    ...(erlangs !== undefined && {
      servers: { erlangs, ...(effective !== undefined && { effective }), tried },
    }),
  };
}

/** The log once more, behind several numbers of servers. */
function triedServers(file: string, mapped: Columns, erlangs: number) {
  const replay = new Replay(erlangs);
  let last = Number.NEGATIVE_INFINITY;
  eachCustomer(file, mapped, customer => {
    const service = serviceOf(customer);
    const { arrived } = customer;
    if (arrived !== undefined && service !== undefined && arrived >= last) {
      replay.add(arrived, service);
      last = arrived;
    }
    return undefined;
  });
  return replay.waits();
}

export function serviceOf({ started, finished, service }: Customer): number | undefined {
  return service ?? (started !== undefined && finished !== undefined ? finished - started : undefined);
}

const waitOf = ({ arrived, started }: Customer): number | undefined =>
  arrived !== undefined && started !== undefined ? started - arrived : undefined;

/** B. M. Hill, Annals of Statistics 3, 1975 (from memory); undefined for a sample of fewer than 40 beyond. */
function hill(sorted: Float64Array): number | undefined {
  const count = Math.floor(sorted.length / 20);
  const edge = sorted[sorted.length - 1 - count];
  if (count < 40 || !(edge > 0)) return undefined;
  let sum = 0;
  for (let i = sorted.length - count; i < sorted.length; i++) sum += log(sorted[i] / edge);
  return sum > 0 ? count / sum : undefined;
}
