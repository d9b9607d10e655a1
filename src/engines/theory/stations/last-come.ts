import { all, finiteMeanService, noLimit, oneServer, poissonArrivals } from '../conditions.js';
import { lastComeInterrupting } from '../formulas/processor-sharing.js';
import type { Source, TimeDistribution } from '../model.js';
import { mmc } from '../models/mmc.js';
import { fromBacklog } from '../recovery.js';
import { alike } from './alike.js';
import type { StationAnswer, StationAnswerer } from './answerer.js';
import type { StationCase } from './case.js';
import { staying } from './staying.js';
import { together } from './together.js';

/** Last come, first served: a wait, or with interruption a sojourn, is a time in which all who came later are served. */
export const lastCome: StationAnswerer = {
  knows: [],
  answer: given => {
    if (given.discipline === 'lcfs') return waiting(given);
    if (given.discipline === 'lcfs-preemptive') return interrupting(given);
    return undefined;
  },
};

/** While one waits in M/M/c those ahead go at rate cμ and others come before it at rate λ: a busy period of M/M/1. */
function waiting(given: StationCase): StationAnswer | string {
  const covered = mmc.covers(given);
  if (covered !== true) return covered;
  const answer = mmc.solve({ ...given, discipline: 'fcfs' });
  const { arrivals, service, servers } = given;
  const { time } = fromBacklog({ arrivalRate: arrivals.rate, meanService: service.mean, servers }, 1);
  const waits = answer.measures.probabilityOfWait?.value ?? 1;
  const wait: TimeDistribution = {
    source: time.source,
    cdf: t => (t < 0 ? 0 : 1 - waits + waits * time.cdf(t)),
    quantile: p => (p <= 1 - waits ? 0 : time.quantile((p - 1 + waits) / waits)),
  };
  return {
    by: mmc,
    measures: answer.measures,
    wait,
    byClass: alike(given, { measures: answer.measures, wait }),
  };
}

const source: Source = { ref: 'kleinrock1975', at: 'section 5.8, busy period' };

/** A sojourn is a busy period: its mean knows only the mean of the services. */
function interrupting(given: StationCase): StationAnswer | string {
  const held = all(poissonArrivals, oneServer, noLimit, finiteMeanService)(given);
  if (held !== true) return held;
  const { arrivals, service, visitors } = given;
  const spare = 1 - arrivals.rate * service.mean;
  const memoryless = given.oneLaw && service.kendall === 'M';
  const { time } = memoryless
    ? fromBacklog({ arrivalRate: arrivals.rate, meanService: service.mean, servers: 1 }, 1)
    : { time: undefined };
  const laws = time && { sojourn: { ...time, source } };
  const byClass = visitors.map(({ arrivals: { rate }, service: { mean } }) =>
    staying({ rate, meanSojourn: mean / spare, meanService: mean, ...laws }, source),
  );
  return { by: lastComeInterrupting, byClass, measures: together(given, byClass), ...laws };
}
