import { all, finiteMeanService, noLimit, oneServer, poissonArrivals } from '../conditions.js';
import { lastComeInterrupting } from '../formulas/processor-sharing.js';
import { complexTransform, mixedTransform } from '../laws/complex-transform.js';
import type { Answer, Source, TimeDistribution } from '../model.js';
import { mg1 } from '../models/mg1.js';
import { mmc } from '../models/mmc.js';
import { fromBacklog } from '../recovery.js';
import { interruptedByAll, lastComeSojourn, lastComeTimes } from '../times/last-come.js';
import { percentilesOfPhasesOnly, warningsOf } from '../warnings.js';
import { alike } from './alike.js';
import type { StationAnswer, StationAnswerer } from './answerer.js';
import type { StationCase } from './case.js';
import { lawsTogether } from './priority-laws.js';
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
  if (mg1.covers(given) === true && given.service.kendall !== 'M') return waitingForRest(given);
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
  const sojourn = lastComeSojourn({ arrivalRate: arrivals.rate, meanService: service.mean, servers }, waits);
  const known = { measures: answer.measures, wait, ...(sojourn && { sojourn }) };
  return { by: mmc, ...known, byClass: alike(given, known), warnings: warningsOf(given, mmc, known) };
}

function waitingForRest(given: StationCase): StationAnswer {
  const { arrivals, service } = given;
  const { measures } = mg1.solve(given);
  const laws = lastComeTimes(arrivals.rate, service);
  const answer = { measures, ...laws };
  return {
    by: mg1,
    ...answer,
    byClass: alike(given, answer),
    warnings: warningsOf(given, mg1, answer),
  };
}

const source: Source = { ref: 'kleinrock1975', at: 'section 5.8, busy period' };

/** A sojourn is a busy period: its mean knows only the mean of the services. */
function interrupting(given: StationCase): StationAnswer | string {
  const held = all(poissonArrivals, oneServer, noLimit, finiteMeanService)(given);
  if (held !== true) return held;
  const { arrivals, service, visitors } = given;
  const spare = 1 - arrivals.rate * service.mean;
  const times = visitors.map(({ service: own }) => own.mean / spare);
  const laws = lawsOf(given, times);
  const byClass = visitors.map(({ arrivals: { rate }, service: { mean } }, k) =>
    staying({ rate, meanSojourn: times[k], meanService: mean, ...laws[k] }, source),
  );
  const law = lawsTogether(given, byClass);
  return {
    by: lastComeInterrupting,
    byClass,
    measures: together(given, byClass),
    ...law,
    warnings: law.sojourn ? [] : [percentilesOfPhasesOnly],
  };
}

function lawsOf(
  { arrivals, service, oneLaw, visitors }: StationCase,
  means: readonly number[],
): readonly Pick<Answer, 'sojourn'>[] {
  if (oneLaw && service.kendall === 'M') {
    const { time } = fromBacklog({ arrivalRate: arrivals.rate, meanService: service.mean, servers: 1 }, 1);
    return visitors.map(() => ({ sojourn: { ...time, source } }));
  }
  const transforms = visitors.flatMap(each => complexTransform(each.service) ?? []);
  if (transforms.length < visitors.length) return visitors.map(() => ({}));
  const services = mixedTransform(
    visitors.map(each => each.arrivals.rate),
    transforms,
  );
  return visitors.map((each, k) => {
    const sojourn = interruptedByAll(arrivals.rate, services, each.service, means[k]);
    return sojourn ? { sojourn } : {};
  });
}
