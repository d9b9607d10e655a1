import type { Scenario } from '../../../scenario/type.js';
import { moreChoices } from '../formulas/more-choices.js';
import { mostServers, type ShortestQueue, shortestQueue } from '../formulas/shortest-queue.js';
import type { Answer, Source, TimeDistribution, Value } from '../model.js';
import { type SideBySide, sideBySide } from '../networks/side-by-side.js';
import { dealt, roundOf } from '../networks/turns.js';
import { NotCovered } from '../not-covered.js';
import type { StationAnswer } from '../stations/answerer.js';
import type { StationCase } from '../stations/case.js';
import { fromFormula } from '../stations/from-formula.js';
import { answerAt } from '../stations/index.js';
import type { Answerer, SystemAnswer } from './answerer.js';

/** Stations side by side, each with a queue of its own, and a rule that sends each customer to one of them. */
export const queuesSideBySide: Answerer = {
  knows: ['strategy.strategy', 'strategy.to', 'strategy.weights', 'strategy.d'],
  answer: scenario => {
    const given = sideBySide(scenario);
    if (given === undefined || typeof given === 'string') return given;
    const { strategy, arrivals, cases } = given;
    if (arrivals.kendall !== 'M') return `the arrivals are not Poisson (${arrivals.kendall})`;
    const round = cases.map((_, i) => i);
    switch (strategy.strategy) {
      case 'round-robin':
        return inTurn(given, round);
      case 'weighted-round-robin':
        return inTurn(given, roundOf(strategy.weights ?? round.map(() => 1)));
      case 'join-shortest-queue':
        return byLength(given, cases.length);
      case 'power-of-d':
        return byLength(given, strategy.d ?? 2);
      case 'least-work':
        return byWork(scenario, given);
      default:
        return `customers are sent by ${strategy.strategy}`;
    }
  },
};

const little: Source = { ref: 'little1961', at: 'L = λW' };

/** Each station sees arrivals of its own law; together they are the average. */
function inTurn(
  { strategy, arrivals, cases, caseOf }: SideBySide,
  round: readonly number[],
): SystemAnswer | string {
  if (round.length > 50) return `a round of ${round.length} turns is too long`;
  const stations: StationAnswer[] = [];
  const dealtTo = cases.map((_, i) => caseOf(i, dealt(arrivals, round, i)));
  for (const [i, given] of dealtTo.entries()) {
    if (given.arrivals.rate * given.service.mean >= given.servers && !Number.isFinite(given.capacity))
      return `"${strategy.to[i]}" is offered more than it can serve, so there is no steady state`;
    const found = answerAt(given);
    if (typeof found === 'string') return `at "${strategy.to[i]}": ${found}`;
    stations.push(found);
  }
  const exact = stations.every(({ by }) => by.exactness === 'exact');
  return {
    ...average(stations, dealtTo, arrivals.rate),
    exactness: exact ? 'exact' : 'approximation',
    model: `stations side by side, ${strategy.strategy}`,
    assumptions: [...new Set(stations.flatMap(({ by }) => by.assumptions))],
    stations: Object.fromEntries(
      stations.map(({ by, byClass, warnings, ...answer }, i) => [
        strategy.to[i],
        { ...answer, exactness: by.exactness },
      ]),
    ),
    warnings: stations[0].warnings ?? [],
  };
}

function average(stations: readonly StationAnswer[], cases: readonly StationCase[], rate: number): Answer {
  const shares = cases.map(({ arrivals }) => arrivals.rate / rate);
  const mean = (name: keyof Answer['measures'], weights: readonly number[]) => {
    const values = stations.map(({ measures }) => measures[name]);
    const [first] = values;
    if (first === undefined || values.some(value => value === undefined)) return {};
    const value = values.reduce((sum, each, i) => sum + weights[i] * (each?.value ?? 0), 0);
    return { [name]: { ...first, value } satisfies Value };
  };
  const each = stations.map(() => 1);
  const mixture = (of: 'wait' | 'sojourn'): TimeDistribution | undefined => {
    const laws = stations.map(station => station[of]);
    const [first] = laws;
    const same = cases.every(({ station }) => JSON.stringify(station) === JSON.stringify(cases[0].station));
    return first !== undefined && same && new Set(shares).size === 1 ? first : undefined;
  };
  const [wait, sojourn] = [mixture('wait'), mixture('sojourn')];
  const lossless = stations.every(({ measures }) => measures.probabilityOfLoss === undefined);
  return {
    measures: {
      ...(lossless ? { throughput: { value: rate, source: little, exact: true } } : mean('throughput', each)),
      ...mean('meanNumberInQueue', each),
      ...mean('meanNumberInSystem', each),
      ...(lossless && { ...mean('meanWait', shares), ...mean('meanSojourn', shares) }),
      ...(lossless && mean('probabilityOfWait', shares)),
      ...mean('probabilityOfLoss', shares),
    },
    ...(wait && { wait }),
    ...(sojourn && { sojourn }),
  };
}

/** Equal stations, of which each gets its share in the long run. */
function equals({ cases, strategy }: SideBySide): string | undefined {
  const [first] = cases;
  const same = cases.every(({ station }) => JSON.stringify(station) === JSON.stringify(first.station));
  if (!same) return `customers are sent by ${strategy.strategy} to stations that are not equal`;
  if (
    first.words.length > 0 ||
    Number.isFinite(first.capacity) ||
    first.discipline !== 'fcfs' ||
    first.servers !== 1
  )
    return `customers are sent by ${strategy.strategy} to stations that are more than a server with a queue`;
  return undefined;
}

function byLength(given: SideBySide, choices: number): SystemAnswer | string {
  const wrong = equals(given);
  if (wrong !== undefined) return wrong;
  const { cases, arrivals, strategy } = given;
  const [first] = cases;
  if (first.service.kendall !== 'M') return 'the service times are not exponential';
  const servers = cases.length;
  const station = {
    arrivalRate: arrivals.rate,
    meanService: first.service.mean,
    servers,
    choices: Math.min(choices, servers),
  };
  const [by, found] = shortestOf(station);
  const { utilisation, ...whole } = found;
  const share = {
    ...found,
    throughput: found.throughput / servers,
    meanNumberInSystem: found.meanNumberInSystem / servers,
    meanNumberInQueue: found.meanNumberInQueue / servers,
  };
  const { exactness } = by;
  const { measures, ...laws } = fromFormula(first, by, whole);
  const { meanService, ...ofAll } = measures;
  return {
    measures: ofAll,
    ...laws,
    exactness,
    model: by.kendall,
    assumptions: by.assumptions,
    stations: Object.fromEntries(
      strategy.to.map(name => [name, { ...fromFormula(first, by, share), exactness }]),
    ),
    warnings: exactness === 'exact' ? [] : [expanded],
  };
}

const expanded = {
  code: 'approximation',
  message:
    'So many queues are too many states: the value follows from fewer of them and from the limit of very many.',
  advice: 'Trust the simulation for the value.',
};

/** Exactly where the states can be gone through; where few of many queues are looked at by what so many tend to. */
function shortestOf(station: ShortestQueue) {
  try {
    return [shortestQueue, shortestQueue.solve(station)] as const;
  } catch (error) {
    const few = station.choices > 1 && station.choices < station.servers;
    if (few && (error instanceof NotCovered || station.servers > mostServers))
      return [moreChoices, moreChoices.solve(station)] as const;
    throw error;
  }
}

/** Whoever goes where the least work is waits as long as in one line for all (J. Kiefer and J. Wolfowitz, 1955). */
function byWork(scenario: Scenario, given: SideBySide): SystemAnswer | string {
  const wrong = equals(given);
  if (wrong !== undefined) return wrong;
  const { cases, arrivals } = given;
  const found = answerAt({ ...cases[0], servers: cases.length });
  if (typeof found === 'string') return found;
  const { by, byClass, warnings = [], measures, ...laws } = found;
  const { utilisation, meanService, ...whole } = measures;
  const each = (value: number): Value => ({ value: value / cases.length, source: little, exact: true });
  return {
    measures: whole,
    ...laws,
    exactness: by.exactness,
    model: `one line before ${cases.length} servers (${by.kendall})`,
    assumptions: by.assumptions,
    stations: Object.fromEntries(
      Object.keys(scenario.stations).map(name => [
        name,
        {
          exactness: by.exactness,
          measures: { throughput: each(arrivals.rate), ...(utilisation && { utilisation }) },
        },
      ]),
    ),
    warnings,
  };
}
