import { ArrivalsSeen, burstsIn } from './inference/arrivals-seen.js';
import { Moments } from './inference/moments.js';
import { openOrClosed } from './inference/open-or-closed.js';
import { Presence } from './inference/presence.js';
import { effectiveServers, Replay } from './inference/replay.js';
import { ServiceByLoadSeen } from './inference/service-by-load.js';
import { ServicesSeen } from './inference/services-seen.js';
import type { Inferred } from './inferred.js';
import { IngestError } from './problem.js';
import { endOf, serviceOf, timeOf, waitOf } from './rows/customer.js';
import { type RowSource, readRows } from './rows/read-rows.js';

/**
 * Reads a log of customers twice, in constant memory: what it says of arrivals, services and waits, and then how
 * many servers would make customers wait as they did.
 * @throws IngestError when it cannot be read or says too little
 */
export function inferFromRows(file: string, format: string, source: RowSource): Inferred {
  const arrivals = new ArrivalsSeen();
  const services = new ServicesSeen();
  const waits = new Moments();
  const presence = new Presence();
  const byLoad = new ServiceByLoadSeen();
  let [longestWait, waited] = [0, 0];
  let by: 'arrived' | 'started' | 'finished' | undefined;
  let followed = false;
  const reading = readRows(source, customer => {
    const time = timeOf(customer);
    arrivals.add(time);
    by ??=
      customer.arrived !== undefined ? 'arrived' : customer.started !== undefined ? 'started' : 'finished';
    const service = serviceOf(customer);
    if (service !== undefined) services.add(service);
    const wait = waitOf(customer);
    if (wait !== undefined) {
      waits.add(wait);
      longestWait = Math.max(longestWait, wait);
      if (wait > 0) waited++;
    }
    const end = endOf(customer);
    if (end !== undefined && by !== 'finished') {
      const found = presence.add(time, customer.started, end, customer.line);
      if (service !== undefined) byLoad.add(found, service);
      followed = true;
    }
  });
  const came = arrivals.summary(by);
  if (came === undefined) throw tooLittle(file, arrivals.count, reading);
  const took = services.summary();
  const loaded = byLoad.summary();
  const erlangs = services.moments.count > 0 ? came.rate * services.moments.mean : undefined;
  const tried = erlangs !== undefined && waits.count > 0 ? triedServers(source, erlangs) : [];
  const effective = effectiveServers(tried, waits.mean);
  const { mostInService, mostInServiceLine } = presence;
  const population = followed
    ? openOrClosed(presence.levels, presence.gapByFound.errors, burstsIn(came.dispersion, came.rate))
    : undefined;
  return {
    ...reading,
    file,
    format,
    customers: arrivals.count,
    arrivals: came,
    ...(took && { service: took }),
    ...(loaded && { serviceByLoad: loaded }),
    ...(waits.count > 0 && {
      wait: { mean: waits.mean, longest: longestWait, share: waited / waits.count },
    }),
    ...(erlangs !== undefined && {
      servers: {
        erlangs,
        ...(mostInService > 0 && { most: { servers: mostInService, line: mostInServiceLine } }),
        ...(effective !== undefined && { effective }),
        tried,
      },
    }),
    ...(population && { population }),
  };
}

function tooLittle(file: string, customers: number, { bad }: Pick<Inferred, 'bad'>): IngestError {
  const rows = bad.slice(0, 3).map(({ line, problem }) => `\n  ${file}:${line}: ${problem}`);
  return new IngestError(
    `${file} holds ${customers} customers at one time: expected at least two, at different times${rows.join('')}`,
  );
}

/** The log once more, behind several numbers of servers. */
function triedServers(source: RowSource, erlangs: number) {
  const replay = new Replay(erlangs);
  readRows(source, customer => {
    const service = serviceOf(customer);
    if (customer.arrived !== undefined && service !== undefined) replay.add(customer.arrived, service);
  });
  return replay.waits();
}
