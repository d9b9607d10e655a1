import { complexTransform, mixedTransform, product } from '../laws/complex-transform.js';
import type { Answer, Source } from '../model.js';
import { timeFrom } from '../times/from-transform.js';
import { interruptedSojournOf, type PriorityLevel, waitedWith, waitOf } from '../times/priorities.js';
import { mixedTimes } from '../times/simple.js';
import type { StationCase } from './case.js';

/** Visitors of the same priority, the most urgent first: their places among the visitors. */
export type Levels = readonly (readonly number[])[];

type Laws = Pick<Answer, 'wait' | 'sojourn'>;

const source: Source = { ref: 'takacs1964', at: 'transforms of the waits' };

/** The levels as transforms see them, each server so much faster; undefined where a service has none in closed form. */
function seen(
  { visitors }: StationCase,
  levels: Levels,
  speed: number,
): readonly PriorityLevel[] | undefined {
  const transforms = visitors.map(({ service }) => complexTransform(service));
  const known = transforms.flatMap(transform => transform ?? []);
  if (known.length < visitors.length) return undefined;
  return levels.map(level => {
    const rates = level.map(k => visitors[k].arrivals.rate);
    const rate = rates.reduce((sum, each) => sum + each, 0);
    const work = level.reduce((sum, k, i) => sum + rates[i] * visitors[k].service.mean, 0);
    const service = mixedTransform(
      rates,
      level.map(k => known[k]),
    );
    const faster: PriorityLevel['service'] = s => service({ re: s.re / speed, im: s.im / speed });
    return { rate, meanService: work / rate / speed, service: speed === 1 ? service : faster };
  });
}

const levelOf = (levels: Levels, k: number): number => levels.findIndex(level => level.includes(k));

/**
 * Laws of wait and sojourn of each visitor where no service is interrupted. While all servers are busy, several of one
 * exponential law are like one that is as fast as they are together.
 */
export function waitLaws(
  given: StationCase,
  levels: Levels,
  means: readonly number[],
  probabilityOfWait: number,
): readonly Laws[] {
  const { visitors, servers } = given;
  const all = seen(given, levels, servers);
  if (all === undefined) return visitors.map(() => ({}));
  const load = all.reduce((sum, { rate, meanService }) => sum + rate * meanService, 0);
  const waits = levels.map((_, l) => {
    const wait = waitOf(all, l);
    return servers === 1 ? wait : waitedWith(probabilityOfWait, load, wait);
  });
  const laws = levels.map((level, l) =>
    timeFrom(waits[l], { mean: means[level[0]], atOnce: 1 - probabilityOfWait, source }),
  );
  return visitors.map(({ service }, k) => {
    const wait = laws[levelOf(levels, k)];
    const own = complexTransform(service);
    const mean = means[k] + service.mean;
    const sojourn = own && timeFrom(product(waits[levelOf(levels, k)], own), { mean, atOnce: 0, source });
    return wait && sojourn ? { wait, sojourn } : {};
  });
}

/** Laws of the sojourn of each visitor where services at one server are interrupted and resumed. */
export function interruptedSojournLaws(
  given: StationCase,
  levels: Levels,
  means: readonly number[],
): readonly Laws[] {
  const all = seen(given, levels, 1);
  if (all === undefined) return given.visitors.map(() => ({}));
  return given.visitors.map(({ service }, k) => {
    const own = complexTransform(service);
    const sojourn =
      own &&
      timeFrom(interruptedSojournOf(all, levelOf(levels, k), own), { mean: means[k], atOnce: 0, source });
    return sojourn ? { sojourn } : {};
  });
}

/** Of all visitors together, where the law of each is known. */
export function lawsTogether({ visitors, arrivals }: StationCase, byClass: readonly Answer[]): Laws {
  const shares = visitors.map(visitor => visitor.arrivals.rate / arrivals.rate);
  const mixed = (of: 'wait' | 'sojourn'): Laws => {
    const laws = byClass.flatMap(answer => answer[of] ?? []);
    if (laws.length < byClass.length) return {};
    const scale = byClass.reduce((sum, { measures }, k) => {
      const mean = (of === 'wait' ? measures.meanWait : measures.meanSojourn)?.value ?? 0;
      return sum + shares[k] * mean;
    }, 0);
    return { [of]: mixedTimes(shares, laws, scale) };
  };
  return { ...mixed('wait'), ...mixed('sojourn') };
}
