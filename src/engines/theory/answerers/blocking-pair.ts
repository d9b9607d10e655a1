import { arrivalProcessOf } from '../../../arrivals/index.js';
import { entrance, exit } from '../../../scenario/place.js';
import { onlyTo } from '../../../scenario/routes/next-places.js';
import { isOpen } from '../../../scenario/supply-rate.js';
import { limitedTandem } from '../formulas/blocking-line.js';
import { endlessTandem } from '../formulas/endless-tandem.js';
import type { Source, Value } from '../model.js';
import { stationCase } from '../stations/case.js';
import type { Answerer, PartAnswer } from './answerer.js';

/** Two servers in line with little room between: who finds the second full keeps the first. */
export const blockingPair: Answerer = {
  knows: ['station.whenFull'],
  answer: ({ classes, stations, routes }) => {
    const names = Object.keys(stations);
    const blocking = names.filter(
      name => stations[name].whenFull === 'block' && stations[name].capacity !== undefined,
    );
    if (blocking.length === 0) return undefined;
    const [second] = blocking;
    const first = names.find(name => name !== second);
    const [[name, customers], ...others] = Object.entries(classes);
    const line =
      names.length === 2 &&
      first !== undefined &&
      onlyTo(routes[entrance], first) &&
      onlyTo(routes[first], second) &&
      onlyTo(routes[second], exit);
    if (!line || others.length > 0 || !isOpen(customers))
      return 'customers hold their servers while the next station is full, in more than a line of two for one class';
    const arrivals = arrivalProcessOf(customers.arrivals);
    const cases = [first, second].map(each => stationCase(stations[each], [{ name, customers, arrivals }]));
    const simple = cases.every(
      ({ servers, service, discipline }) => servers === 1 && service.kendall === 'M' && discipline === 'fcfs',
    );
    if (!simple || arrivals.kendall !== 'M')
      return 'customers hold their servers while the next station is full, and not all is exponential before single servers';
    const given = {
      arrivalRate: arrivals.rate,
      first: 1 / cases[0].service.mean,
      second: 1 / cases[1].service.mean,
      buffer: cases[1].capacity - 1,
    };
    const limited = Number.isFinite(cases[0].capacity);
    const formula = limited ? limitedTandem : endlessTandem;
    const found = limited
      ? limitedTandem.solve({ ...given, capacity: cases[0].capacity })
      : { ...endlessTandem.solve(given), probabilityOfLoss: undefined };
    const { throughput, meanAtFirst, meanAtSecond, meanSojourn, probabilityOfLoss } = found;
    const [source]: readonly Source[] = formula.sources;
    const value = (number: number): Value => ({ value: number, source });
    const part = (present: number): PartAnswer => ({
      exactness: 'exact',
      measures: {
        throughput: value(throughput),
        meanNumberInSystem: value(present),
        meanSojourn: value(present / throughput),
      },
    });
    return {
      exactness: 'exact',
      model: formula.kendall,
      assumptions: formula.assumptions,
      measures: {
        throughput: value(throughput),
        meanNumberInSystem: value(meanAtFirst + meanAtSecond),
        meanSojourn: value(meanSojourn),
        ...(probabilityOfLoss !== undefined && { probabilityOfLoss: value(probabilityOfLoss) }),
      },
      stations: { [first]: part(meanAtFirst), [second]: part(meanAtSecond) },
      warnings: [],
    };
  },
};
