import { serviceIn } from './buckets/service.js';
import { described } from './inference/rate-over-time.js';
import type { Inferred } from './inferred.js';
import type { Summary } from './summary.js';

/** What somebody else has summed up, in the words of what is inferred from logs. */
export function inferFromSummary(file: string, format: string, summary: Summary): Inferred {
  const { from, notes, customers, rate, span, counts, buckets, meanService, rows = 0, bad = [] } = summary;
  const overTime = counts && described(counts, 1, { stretches: 2, each: 1 });
  const service = buckets && serviceIn(buckets);
  const mean = meanService ?? (service?.mean.low === service?.mean.high ? service?.mean.low : undefined);
  return {
    file,
    format,
    from,
    notes,
    rows,
    badCount: bad.length,
    bad: bad.slice(0, 10),
    ...(customers !== undefined && { customers }),
    ...(rate !== undefined && {
      arrivals: {
        rate,
        dispersion: [],
        ...(span !== undefined && { span }),
        ...(overTime && { overTime }),
      },
    }),
    ...(service && { buckets: service }),
    ...(meanService !== undefined && { meanService }),
    ...(rate !== undefined && mean !== undefined && { servers: { erlangs: rate * mean, tried: [] } }),
  };
}
