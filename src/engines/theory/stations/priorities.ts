import { erlangC } from '../erlang.js';
import {
  nonPreemptive,
  nonPreemptiveServers,
  type PriorityClass,
  preemptiveResume,
  preemptiveServers,
} from '../formulas/priorities.js';
import type { Answer, Card, Source } from '../model.js';
import { interruptedSojourn } from '../times/interrupted.js';
import { percentilesOfPhasesOnly, percentilesTakeTooLong } from '../warnings.js';
import { byWaits } from './alike.js';
import type { StationAnswer, StationAnswerer } from './answerer.js';
import type { StationCase, Visitors } from './case.js';
import { outsideEndlessQueue } from './endless-queue.js';
import { interruptedSojournLaws, type Levels, lawsTogether, waitLaws } from './priority-laws.js';
import { staying } from './staying.js';
import { together } from './together.js';

/** Classes by priority, each a line of its own before the servers. */
export const priorities: StationAnswerer = {
  knows: [],
  answer: given => {
    const { discipline, servers, oneLaw, service } = given;
    if (discipline !== 'priority' && discipline !== 'priority-preemptive') return undefined;
    const outside = outsideEndlessQueue(given);
    if (outside !== undefined) return outside;
    const levels = levelsOf(given);
    const interrupts = discipline === 'priority-preemptive';
    if (servers === 1) return interrupts ? interrupting(given, levels) : waiting(given, levels);
    if (!oneLaw || service.kendall !== 'M')
      return `several servers, and services that are not exponential of one mean: no formula for ${discipline}`;
    return interrupts ? interruptingServers(given, levels) : waitingForServers(given, levels);
  },
};

function levelsOf({ visitors }: StationCase): Levels {
  const of = ({ customers }: Visitors) => customers.priority ?? 0;
  const ranks = [...new Set(visitors.map(of))].sort((a, b) => b - a);
  return ranks.map(rank => visitors.flatMap((each, k) => (of(each) === rank ? [k] : [])));
}

/** All of a level together: its rate, and the first two moments of its services. */
function pooled({ visitors }: StationCase, level: readonly number[]): PriorityClass {
  const members = level.map(k => visitors[k]);
  const rate = members.reduce((sum, { arrivals }) => sum + arrivals.rate, 0);
  const average = (f: (each: Visitors) => number): number =>
    members.reduce((sum, each) => sum + (f(each) * each.arrivals.rate) / rate, 0);
  const mean = average(({ service }) => service.mean);
  const square = average(({ service }) => service.mean ** 2 * (1 + service.scv));
  return { rate, service: { mean, scv: square / mean ** 2 - 1 } };
}

const answerFrom = (given: StationCase, by: Card, byClass: readonly Answer[]): StationAnswer => {
  const laws = lawsTogether(given, byClass);
  return {
    by,
    byClass,
    measures: together(given, byClass),
    ...laws,
    warnings: laws.sojourn
      ? []
      : [by === preemptiveServers ? percentilesTakeTooLong : percentilesOfPhasesOnly],
  };
};

const sourceOf = (card: Card): Source => card.sources[0];

/** To each visitor what its level has. */
const spread = <T>(given: StationCase, levels: Levels, values: readonly T[]): T[] =>
  given.visitors.map((_, k) => values[levels.findIndex(level => level.includes(k))]);

function waiting(given: StationCase, levels: Levels): StationAnswer {
  const waits = nonPreemptive.solve({ classes: levels.map(level => pooled(given, level)) });
  const probabilityOfWait = given.arrivals.rate * given.service.mean;
  const means = spread(given, levels, waits);
  const laws = waitLaws(given, levels, means, probabilityOfWait);
  const each = means.map((meanWait, k) => ({ meanWait, probabilityOfWait, ...laws[k] }));
  return answerFrom(given, nonPreemptive, byWaits(given, sourceOf(nonPreemptive), each));
}

function waitingForServers(given: StationCase, levels: Levels): StationAnswer {
  const { servers, service, arrivals } = given;
  const rates = levels.map(level => pooled(given, level).rate);
  const waits = nonPreemptiveServers.solve({ rates, meanService: service.mean, servers });
  const probabilityOfWait = erlangC(servers, arrivals.rate * service.mean);
  const means = spread(given, levels, waits);
  const laws = waitLaws(given, levels, means, probabilityOfWait);
  const each = means.map((meanWait, k) => ({ meanWait, probabilityOfWait, ...laws[k] }));
  return answerFrom(given, nonPreemptiveServers, byWaits(given, sourceOf(nonPreemptiveServers), each));
}

/** Those of a level differ by how long their own service takes until it is through. */
function interrupting(given: StationCase, levels: Levels): StationAnswer {
  const classes = levels.map(level => pooled(given, level));
  const sojourns = preemptiveResume.solve({ classes });
  const source = sourceOf(preemptiveResume);
  const above = levels.map((_, l) =>
    classes.slice(0, l).reduce((sum, { rate, service }) => sum + rate * service.mean, 0),
  );
  const means = given.visitors.map(({ service }, k) => {
    const l = levels.findIndex(level => level.includes(k));
    return sojourns[l] + (service.mean - classes[l].service.mean) / (1 - above[l]);
  });
  const laws = interruptedSojournLaws(given, levels, means);
  const byClass = given.visitors.map(({ arrivals: { rate }, service }, k) =>
    staying({ rate, meanSojourn: means[k], meanService: service.mean, ...laws[k] }, source),
  );
  return answerFrom(given, preemptiveResume, byClass);
}

function interruptingServers(given: StationCase, levels: Levels): StationAnswer {
  const { servers, service } = given;
  const rates = levels.map(level => pooled(given, level).rate);
  const numbers = preemptiveServers.solve({ rates, meanService: service.mean, servers });
  const sojourns = spread(
    given,
    levels,
    numbers.map((number, l) => number / rates[l]),
  );
  const source = sourceOf(preemptiveServers);
  const laws = levels.map((_, l) => {
    const urgentRate = rates.slice(0, l).reduce((sum, each) => sum + each, 0);
    const meanSojourn = numbers[l] / rates[l];
    return interruptedSojourn({
      ...{ urgentRate, ownRate: rates[l], meanService: service.mean, servers, meanSojourn, source },
    });
  });
  const byClass = spread(given, levels, laws).map((sojourn, k) =>
    staying(
      {
        ...{ rate: given.visitors[k].arrivals.rate, meanSojourn: sojourns[k], meanService: service.mean },
        ...(sojourn && { sojourn }),
      },
      source,
    ),
  );
  return answerFrom(given, preemptiveServers, byClass);
}
