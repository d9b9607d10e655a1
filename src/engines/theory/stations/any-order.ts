import { exponentialService, poissonArrivals } from '../conditions.js';
import type { Answer } from '../model.js';
import { models } from '../models/index.js';
import { warningsOf } from '../warnings.js';
import type { StationAnswerer } from './answerer.js';
import { wholeOnly } from './whole-only.js';

/** Orders that begin services as they please, but let them end, and look at no service time. */
const finishing = ['priority', 'edf', 'polling'];
const interrupting = ['lcfs-preemptive', 'priority-preemptive', 'edf-preemptive'];
const sharing = ['ps', 'limited-ps', 'dps'];

/**
 * Services of one law, and an order that knows nothing of them: as many customers are present as in order of
 * arrival, and their mean times follow. Where services are interrupted or shared they must be exponential.
 */
export const anyOrder: StationAnswerer = {
  knows: [],
  answer: given => {
    const { discipline, oneLaw, station, servers } = given;
    const finished = finishing.includes(discipline);
    if (!finished && !interrupting.includes(discipline) && !sharing.includes(discipline)) return undefined;
    // What the server does between the lines is looked at elsewhere.
    if (station.discipline.switchOver) return undefined;
    if (!oneLaw) return `services differ by class, and the discipline is ${discipline}`;
    const exponential = finished || exponentialService(given);
    if (exponential !== true) return `the discipline is ${discipline}, and ${exponential}`;
    if (['dps', 'polling'].includes(discipline) && servers !== 1) return `there are ${servers} servers`;
    const inOrder = { ...given, discipline: 'siro' };
    const model = models.find(({ covers }) => covers(inOrder) === true);
    if (model === undefined) return `the discipline is ${discipline}`;
    const solved = model.solve(inOrder);
    const answer = { measures: known(discipline, solved.measures) };
    const poisson = poissonArrivals(given) === true;
    return {
      by: model,
      ...answer,
      byClass: poisson ? wholeOnly(given, answer) : given.visitors.map(onlyRate),
      warnings: sharing.includes(discipline) ? [] : warningsOf(given, model, answer),
    };
  },
};

const onlyRate = () => ({ measures: {} });

/** Without what the order makes of the waits. */
function known(discipline: string, measures: Answer['measures']): Answer['measures'] {
  if (finishing.includes(discipline)) return measures;
  const { probabilityOfWait, ...means } = measures;
  if (interrupting.includes(discipline)) return means;
  const { meanWait, meanNumberInQueue, ...others } = means;
  return others;
}
