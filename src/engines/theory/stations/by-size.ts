import { all, noLimit, oneServer, poissonArrivals } from '../conditions.js';
import { sizeBased } from '../formulas/size-based.js';
import type { StationAnswerer } from './answerer.js';
import { staying } from './staying.js';
import { together } from './together.js';
import { wholeOnly } from './whole-only.js';

const rules = {
  sjf: 'shortestFirst',
  srpt: 'shortestRemaining',
  psjf: 'preemptiveShortest',
  fb: 'leastAttained',
} as const;

/** The size of the work, or how much of it has been done, decides who is served. Of several classes only the mean over all is known. */
export const bySize: StationAnswerer = {
  knows: [],
  answer: given => {
    const { discipline, arrivals, service, visitors } = given;
    if (!Object.hasOwn(rules, discipline)) return undefined;
    const held = all(poissonArrivals, oneServer, noLimit)(given);
    if (held !== true) return held;
    const found = sizeBased.solve({ arrivalRate: arrivals.rate, service });
    const whole = staying(
      {
        rate: arrivals.rate,
        meanSojourn: found[rules[discipline as keyof typeof rules]],
        // Who shares with those who have had least does not wait and then get served.
        ...(discipline !== 'fb' && { meanService: service.mean }),
      },
      sizeBased.sources[0],
    );
    const load = arrivals.rate * service.mean;
    const { measures } = whole;
    const one = { ...given, visitors: [{ ...visitors[0], arrivals, service }] };
    return {
      by: sizeBased,
      byClass: wholeOnly(given, whole),
      measures: {
        ...together(one, [whole]),
        ...(discipline === 'sjf' &&
          measures.meanWait && { probabilityOfWait: { ...measures.meanWait, value: load } }),
      },
    };
  },
};
