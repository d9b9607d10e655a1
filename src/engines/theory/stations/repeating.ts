import { oneServer } from '../conditions.js';
import { preemptiveResample, preemptiveRestart } from '../formulas/preemptive-repeat.js';
import type { Value } from '../model.js';
import type { StationAnswerer } from './answerer.js';
import { outsideEndlessQueue } from './endless-queue.js';
import { staying } from './staying.js';
import { together } from './together.js';

const why = 'interrupted services begin anew, and';

/** Two classes, of which the urgent one interrupts services of the other, which begin anew. */
export const repeating: StationAnswerer = {
  knows: ['station.discipline.interrupted'],
  answer: given => {
    const { station, visitors, discipline } = given;
    const { interrupted } = station.discipline;
    if (interrupted === undefined) return undefined;
    const outside = outsideEndlessQueue(given, oneServer);
    if (outside !== undefined) return `${why} ${outside}`;
    if (discipline !== 'priority-preemptive') return `${why} the discipline is ${discipline}`;
    const priorities = visitors.map(({ customers }) => customers.priority ?? 0);
    if (visitors.length !== 2 || priorities[0] === priorities[1])
      return `${why} there are not two classes of different priority`;
    const first = priorities[0] > priorities[1] ? 0 : 1;
    const [urgent, other] = [visitors[first], visitors[1 - first]];
    const by = interrupted === 'restart' ? preemptiveRestart : preemptiveResample;
    const { sojourns, wastedWork, utilisation } = by.solve({
      urgentRate: urgent.arrivals.rate,
      urgentService: urgent.service,
      rate: other.arrivals.rate,
      service: other.service,
    });
    const [source] = by.sources;
    const value = (number: number): Value => ({ value: number, source });
    const byClass = visitors.map(({ arrivals }, k) =>
      staying({ rate: arrivals.rate, meanSojourn: sojourns[k === first ? 0 : 1] }, source),
    );
    const { meanService, ...measures } = together(given, byClass);
    return {
      by,
      byClass,
      measures: { ...measures, wastedWork: value(wastedWork), utilisation: value(utilisation) },
    };
  },
};
