import type { Distribution } from '../../../distributions/contract.js';
import { expm1 } from '../../../numerics/near-zero.js';
import { checkStable, lawOf, rate } from '../domain.js';
import { formula } from '../formula.js';
import { resolvedTail } from '../laws/resolved-tail.js';
import { NotCovered } from '../not-covered.js';
import { meanWaitOf } from './idle-server.js';

export interface RepeatedServices {
  readonly urgentRate: number;
  readonly urgentService: Distribution;
  readonly rate: number;
  /** Interrupted by every urgent customer who comes. */
  readonly service: Distribution;
}

/** What becomes of an interrupted service. */
type Again = 'restart' | 'resample';

/** Interruptions: their rate, and the first two moments of how long each lasts. */
interface Interruptions {
  readonly rate: number;
  readonly mean: number;
  readonly square: number;
}

interface Completion {
  /** From the begin of a service to its end, interruptions counted in. */
  readonly mean: number;
  readonly square: number;
  /** In which the server works on it, and how much of that is lost. */
  readonly work: number;
  readonly lost: number;
}

const repeated = (
  again: Again,
  told: { readonly name: string; readonly formula: string; readonly assumption: string },
) =>
  formula({
    kendall: `M/G/1 priorities, preemptive ${again}`,
    name: told.name,
    exactness: 'exact',
    assumptions: [
      'Poisson arrivals of two classes',
      'independent service times of any law, one for each class',
      'one server, who leaves the other class at once when an urgent customer comes',
      told.assumption,
      'unlimited queue',
    ],
    formula: told.formula,
    breaks:
      'Long services that are interrupted often may never end: a service whose tail is too long has no mean.',
    sources: [
      { ref: 'gaver1962', at: 'preemptive repeat' },
      { ref: 'fuhrmann1985', at: 'decomposition' },
    ],
    parameters: { urgentRate: rate, urgentService: lawOf(2), rate, service: lawOf(2) },
    solve: (given: RepeatedServices) => {
      const { urgentRate, urgentService, rate: otherRate, service } = given;
      const urgentLoad = urgentRate * urgentService.mean;
      checkStable(urgentLoad);
      // A busy period of the urgent ones.
      const mean = urgentService.mean / (1 - urgentLoad);
      const square = (urgentService.mean ** 2 * (1 + urgentService.scv)) / (1 - urgentLoad) ** 3;
      const completion = completionOf(service, { rate: urgentRate, mean, square }, again);
      const load = otherRate * completion.mean;
      checkStable(load);
      // Who finds the server with the urgent ones, and nobody of its own class, waits for what is left of their busy period.
      const wait = (otherRate * completion.square) / (2 * (1 - load)) + (urgentLoad * square) / (2 * mean);
      return {
        sojourns: [meanWaitOf(urgentRate, urgentService) + urgentService.mean, wait + completion.mean],
        wastedWork: otherRate * completion.lost,
        utilisation: urgentLoad + otherRate * completion.work,
      };
    },
  });

export const preemptiveRestart = repeated('restart', {
  name: 'two classes, interrupted services begin anew, the same',
  assumption: 'an interrupted service begins anew, and needs as long as before',
  formula: 'E C = (E e^(ΛS) - 1) (1 / Λ + E B), W = Wq(M/G/1 of C) + ρ_1 E B² / (2 E B) + E C',
});

export const preemptiveResample = repeated('resample', {
  name: 'two classes, interrupted services begin anew, drawn anew',
  assumption: 'an interrupted service begins anew, and needs a time drawn anew',
  formula: 'E C = (1 / E e^(-ΛS) - 1) (1 / Λ + E B), W = Wq(M/G/1 of C) + ρ_1 E B² / (2 E B) + E C',
});

/** Of services that are interrupted and begin anew until one comes through. */
function completionOf(
  service: Distribution,
  { rate: often, mean, square }: Interruptions,
  again: Again,
): Completion {
  /**
   * @param last the attempt that comes through, and its square @param cut all others together, the sum of their squares,
   * and how many they are, geometrically distributed
   */
  const total = (
    [last, lastSquare]: readonly [number, number],
    [cut, cutSquare, count]: readonly [number, number, number],
  ): Completion => {
    const before = cut + count * mean;
    return {
      mean: last + before,
      square: lastSquare + 2 * last * before + cutSquare + 2 * mean * cut + count * square + 2 * before ** 2,
      work: last + cut,
      lost: cut,
    };
  };
  const over = (f: (s: number) => number): number => meanOver(service, f);
  if (again === 'restart') {
    const of = (s: number): Completion => {
      const share = excess(often * s);
      return total([s, s * s], [often * s * s * share, s * s * (2 * share - 1), expm1(often * s)]);
    };
    const averaged = (part: keyof Completion): number => over(s => of(s)[part]);
    return {
      mean: averaged('mean'),
      square: averaged('square'),
      work: averaged('work'),
      lost: averaged('lost'),
    };
  }
  const survives = (s: number): number => Math.exp(-often * s);
  /** The integral of x Λ e^(-Λx) up to s. */
  const cutAt = (s: number): number => often * s * s * (1 - (1 + often * s) * excess(-often * s));
  const through = over(survives);
  const last = [1, 2].map(power => over(s => s ** power * survives(s)) / through) as [number, number];
  const cut = [
    over(cutAt) / through,
    over(s => (2 * cutAt(s)) / often - s * s * survives(s)) / through,
    over(s => -expm1(-often * s)) / through,
  ] as [number, number, number];
  return total(last, cut);
}

/** (e^x - 1 - x) / x². */
const excess = (x: number): number =>
  Math.abs(x) < 1e-3 ? 1 / 2 + x / 6 + (x * x) / 24 : (expm1(x) - x) / (x * x);

/** E f(S) of a function that grows. @throws NotCovered where its growth outruns the tail of the law, or nearly */
function meanOver(service: Distribution, f: (s: number) => number): number {
  if (service.kendall === 'D') return f(service.mean);
  const law = resolvedTail(service);
  if (law === undefined) throw new NotCovered('a law that jumps and bends too often to be followed');
  const sum = law.points.reduce((total, s, i) => total + law.mass[i] * f(s), law.atOnce * f(law.edges[0]));
  const unseen = Math.abs(f(service.quantile(1 - tail))) * tail;
  if (!(Number.isFinite(sum) && unseen <= 1e-7 * sum))
    throw new NotCovered('services so long that they hardly ever come through');
  return sum;
}

/** As far as laws of services are looked at. */
const tail = 1e-12;
