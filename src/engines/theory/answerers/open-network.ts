import type { MeasureName } from '../../../result/measure.js';
import { flowsOf } from '../../../scenario/routes/flows.js';
import { isClosed } from '../../../scenario/supply-rate.js';
import type { Scenario } from '../../../scenario/type.js';
import { openNetwork as jackson } from '../formulas/open-network.js';
import type { Answer, Source, Value } from '../model.js';
import { byTwoMoments } from '../networks/by-two-moments.js';
import { type Node, type OpenNetwork, openNetworkOf } from '../networks/open-network.js';
import { overtakeFree } from '../networks/overtake-free.js';
import { saturated } from '../networks/saturated.js';
import { arrivalVariability } from '../networks/variability.js';
import { kendallOf } from '../problem.js';
import type { StationAnswer } from '../stations/answerer.js';
import type { StationCase } from '../stations/case.js';
import { answerAt, stationWords } from '../stations/index.js';
import { meaningOf } from '../words.js';
import type { Answerer, PlaceAnswer, SystemAnswer } from './answerer.js';

/**
 * Customers from outside, who go from station to station by chance. Where the flows are Poisson each station is what
 * it were alone; elsewhere its arrivals are known by two moments.
 */
export const openNetwork: Answerer = {
  knows: [...stationWords, 'branch.as'],
  answer: scenario => {
    if (Object.values(scenario.classes).some(isClosed)) return undefined;
    const network = openNetworkOf(scenario);
    const { nodes, once } = network;
    const unstable = saturated(network);
    if (unstable !== undefined) return unstable;
    if (once) return alone(nodes[0]);
    const clock = network.outside.find(({ cycle }) => cycle !== undefined);
    if (clock) return `the arrivals follow the clock (${clock.kendall})`;
    const variability = nodes.every(({ poisson }) => poisson) ? undefined : arrivalVariability(network);
    const answers: StationAnswer[] = [];
    for (const [i, node] of nodes.entries()) {
      const { given, name } = node;
      const leaves = given.words.length > 0 || Number.isFinite(given.capacity);
      if (given.station.baulking) return `customers baulk at "${name}", in a network`;
      if (given.station.failing) return `work fails at "${name}", in a network`;
      if (given.station.discipline.switchOver && node.classes.length < network.outside.length)
        return `the server of "${name}" passes by lines to which nobody comes`;
      if (leaves && !node.last) return `nothing is known of the flow from "${name}": ${whyUnlike(given)}`;
      const found =
        node.poisson || variability === undefined ? answerAt(given) : byTwoMoments(given, variability[i]);
      if (typeof found === 'string') return `at "${name}": ${found}`;
      answers.push(found);
    }
    return wholeOf(scenario, network, answers);
  },
};

const whyUnlike = ({ words, capacity }: StationCase): string =>
  words.length > 0 ? meaningOf(words[0]) : `the station holds at most ${capacity} customers`;

function alone({ given }: Node): SystemAnswer | string {
  const found = answerAt(given);
  if (typeof found === 'string') return found;
  const { by, byClass, warnings = [], ...answer } = found;
  const { exactness } = by;
  const names = given.visitors.map(({ name }) => name);
  return {
    ...answer,
    exactness,
    model: modelName(kendallOf(given), by.kendall),
    assumptions: by.assumptions,
    ...(names.length > 1 && {
      classes: Object.fromEntries(names.map((name, k) => [name, { ...byClass[k], exactness }])),
    }),
    warnings,
  };
}

/** The problem in Kendall's notation, and the model's where that is another: 'M/E3/1 (by M/G/1)'. */
function modelName(own: string, by: string): string {
  const begin = (name: string): string => name.split('/').slice(0, 2).join('/');
  return begin(own) === begin(by) && !/[-+ ]/.test(by) ? own : `${own} (by ${by})`;
}

const little: Source = { ref: 'little1961', at: 'L = λW' };

function wholeOf(scenario: Scenario, network: OpenNetwork, answers: readonly StationAnswer[]): SystemAnswer {
  const { nodes, outside } = network;
  const exact = answers.every(({ by }) => by.exactness === 'exact');
  const exactness = exact ? 'exact' : 'approximation';
  const entering = outside.reduce((sum, { rate }) => sum + rate, 0);
  const sum = (name: MeasureName): number | undefined => {
    const values = answers.map(({ measures }) => measures[name]?.value);
    return values.includes(undefined)
      ? undefined
      : values.reduce((total: number, value) => total + (value ?? 0), 0);
  };
  const lost = answers.reduce((total, { measures }, i) => {
    const away = (measures.probabilityOfLoss?.value ?? 0) + (measures.probabilityOfAbandonment?.value ?? 0);
    return total + away * nodes[i].given.arrivals.rate;
  }, 0);
  const present = sum('meanNumberInSystem');
  const waiting = answers.some(({ measures }) => measures.meanWait) ? sum('meanNumberInQueue') : undefined;
  const source =
    answers.find(({ measures }) => measures.meanSojourn)?.measures.meanSojourn?.source ?? jackson.sources[0];
  const value = (number: number): Value => ({ value: number, source });
  const lossless = lost === 0;
  const names = Object.keys(scenario.classes);
  const stations = nodes.map(
    ({ name, classes }, i) =>
      [
        name,
        placeOf(
          answers[i],
          classes.map(r => names[r]),
          names.length > 1,
        ),
      ] as const,
  );
  const classes = names.map(
    (name, r) => [name, { ...journeyOf(scenario, network, answers, r), exactness }] as const,
  );
  const journey = overtakeFree(scenario, network);
  return {
    exactness,
    model: exact ? 'network, each station by itself' : 'network by its parts (QNA)',
    assumptions: [...(exact ? flowing : [...flowing, ...apart]), ...held(answers)],
    measures: {
      throughput: { value: entering - lost, source: little, ...(lossless && { exact: true }) },
      ...(present !== undefined && { meanNumberInSystem: value(present) }),
      ...(present !== undefined &&
        lossless && { meanSojourn: { value: present / entering, source: little } }),
      ...(waiting !== undefined && { meanNumberInQueue: value(waiting) }),
      ...(waiting !== undefined && lossless && { meanWait: { value: waiting / entering, source: little } }),
      ...(nodes.length === 1 &&
        answers[0].measures.utilisation && { utilisation: answers[0].measures.utilisation }),
      ...(!lossless && { probabilityOfLoss: value(lost / entering) }),
    },
    ...(journey && { sojourn: journey }),
    stations: Object.fromEntries(stations),
    ...(classes.length > 1 && { classes: Object.fromEntries(classes) }),
    warnings: exact ? [] : [rough],
  };
}

const flowing = [
  'the next station is drawn at random, whatever the queues',
  'unlimited queues, but where everybody leaves the network',
];
const apart = [
  'stations are independent of each other, each with arrivals of the right rate and about the right variability',
];

/** What the models of the stations take for granted, each once. */
const held = (answers: readonly StationAnswer[]): readonly string[] => [
  ...new Set(answers.flatMap(({ by }) => by.assumptions)),
];

const rough = {
  code: 'approximation',
  message:
    'The network has no product form: each station is taken alone, with arrivals of the right rate and about the right variability.',
  advice: 'Trust the simulation for the value.',
};

/** @param told whether to tell of each class that comes to the station, which go by these names */
function placeOf(
  { by: { exactness }, byClass, warnings, ...whole }: StationAnswer,
  visitors: readonly string[],
  told: boolean,
): PlaceAnswer {
  if (!told) return { ...whole, exactness };
  const classes = Object.fromEntries(visitors.map((name, k) => [name, { ...byClass[k], exactness }]));
  return { ...whole, exactness, classes };
}

/** Of those who enter as the class: their visits, each as long as such visits are. */
function journeyOf(
  scenario: Scenario,
  { nodes, outside }: OpenNetwork,
  answers: readonly StationAnswer[],
  r: number,
): Answer {
  const names = Object.keys(scenario.classes);
  const visits = flowsOf(
    scenario,
    names.map((_, k) => Number(k === r)),
  );
  const { rate } = outside[r];
  const sum = (name: MeasureName): number | undefined => {
    let total = 0;
    for (const [i, { classes }] of nodes.entries()) {
      for (const [k, number] of classes.entries()) {
        if (visits[i][number] === 0) continue;
        const value = answers[i].byClass[k].measures[name]?.value;
        if (value === undefined) return undefined;
        total += visits[i][number] * value;
      }
    }
    return total;
  };
  const lossless = answers.every(
    ({ measures }) => !measures.probabilityOfLoss && !measures.probabilityOfAbandonment,
  );
  const [stay, wait] = [lossless ? sum('meanSojourn') : undefined, lossless ? sum('meanWait') : undefined];
  const waits = answers.every(({ measures }) => measures.meanWait) && wait !== undefined;
  const byLittle = (value: number): Value => ({ value, source: little });
  return {
    measures: {
      ...(lossless && { throughput: { value: rate, source: little, exact: true } }),
      ...(stay !== undefined && { meanNumberInSystem: byLittle(rate * stay), meanSojourn: byLittle(stay) }),
      ...(waits && { meanNumberInQueue: byLittle(rate * wait), meanWait: byLittle(wait) }),
    },
  };
}
