import { scalabilitySpeed } from '../../../scenario/server-side/capacity.js';
import type { LoadDependenceSpec } from '../../../scenario/server-side/type.js';
import { exponentialService, orderBlindToService } from '../conditions.js';
import { loadDependentStation } from '../formulas/load-dependent.js';
import type { StationAnswer, StationAnswerer } from './answerer.js';
import { byShare } from './by-share.js';
import type { StationCase } from './case.js';
import { outsideEndlessQueue } from './endless-queue.js';
import { fromFormula } from './from-formula.js';
import { staying } from './staying.js';
import { together } from './together.js';

const why = 'the speed of service depends on the number of customers, and';

/** Servers whose pace depends on how many customers are there. */
export const loadDependent: StationAnswerer = {
  knows: ['station.loadDependence'],
  answer: given => {
    const { station, discipline } = given;
    if (station.loadDependence === undefined) return undefined;
    return discipline === 'ps'
      ? shared(given, station.loadDependence)
      : inLine(given, station.loadDependence);
  },
};

/** With 1, 2, ... customers, as far as it changes. */
export const speedsOf = (law: LoadDependenceSpec, servers: number): readonly number[] =>
  'byNumber' in law
    ? law.byNumber
    : Array.from({ length: servers }, (_, k) => scalabilitySpeed(k + 1, law.contention, law.coherence));

function inLine(given: StationCase, law: LoadDependenceSpec): StationAnswer | string {
  const { arrivals, service, servers, oneLaw } = given;
  const outside = outsideEndlessQueue(given, exponentialService, orderBlindToService);
  if (outside !== undefined) return `${why} ${outside}`;
  if (!oneLaw) return `${why} services differ by class`;
  const found = loadDependentStation.solve({
    arrivalRate: arrivals.rate,
    meanService: service.mean,
    speeds: speedsOf(law, servers),
    servers,
  });
  const answer = fromFormula(given, loadDependentStation, found);
  return { by: loadDependentStation, ...answer, byClass: byShare(given, answer) };
}

/** Everybody is served at once, so that the law of the services does not matter, and each stays in proportion to its work. */
function shared(given: StationCase, law: LoadDependenceSpec): StationAnswer | string {
  const { arrivals, service, visitors } = given;
  const outside = outsideEndlessQueue(given);
  if (outside !== undefined) return `${why} ${outside}`;
  if (!('byNumber' in law)) return `${why} there is no end to how many share it`;
  const { meanSojourn } = loadDependentStation.solve({
    arrivalRate: arrivals.rate,
    meanService: service.mean,
    speeds: law.byNumber,
    servers: Number.POSITIVE_INFINITY,
  });
  const byClass = visitors.map(({ arrivals: { rate }, service: { mean } }) =>
    staying({ rate, meanSojourn: (meanSojourn * mean) / service.mean }, loadDependentStation.sources[0]),
  );
  const { utilisation, meanService, ...measures } = together(given, byClass);
  return { by: loadDependentStation, byClass, measures };
}
