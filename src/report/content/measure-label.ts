import { type Measure, type MeasureName, measures, parseQuantileName } from '../../result/measure.js';
import { durationScale, rateScale, type Scale } from '../../units.js';

/** How reports call a measure. */
export interface MeasureLabel {
  readonly name: string;
  /** Absent for percentiles, whose name says it. */
  readonly symbol?: string;
  readonly unit: Measure['unit'];
  readonly about: string;
}

const names = {
  throughput: 'throughput',
  utilisation: 'utilisation',
  meanNumberInQueue: 'mean number waiting',
  meanNumberInSystem: 'mean number in system',
  meanWait: 'mean wait',
  meanSojourn: 'mean sojourn',
  probabilityOfWait: 'probability of waiting',
  probabilityOfLoss: 'probability of loss',
  probabilityOfAbandonment: 'probability of giving up',
  probabilityOfBaulking: 'probability of baulking',
  probabilityOfDeadLetter: 'probability of dead letter',
  attemptRate: 'attempts',
  amplification: 'attempts for each customer',
  wastedWork: 'mean servers wasted',
  meanTransfer: 'mean transfer',
  meanService: 'mean service',
  meanCycle: 'mean cycle of a client',
  meanServers: 'mean servers',
  peakServers: 'peak servers',
  timeAboveTarget: 'time above target',
  growthRate: 'growth of the queue',
} as const satisfies Record<MeasureName, string>;

/** The label of a measure or of a percentile; a name that is neither stands for itself. */
export function measureLabel(measure: string): MeasureLabel {
  const percentile = parseQuantileName(measure);
  if (percentile) {
    const share = Number((percentile.p * 100).toFixed(6));
    return {
      name: `p${share} ${percentile.of}`,
      unit: 'duration',
      about: `${share} % of the customers have a ${percentile.of === 'wait' ? 'waiting' : 'sojourn'} time of at most this`,
    };
  }
  if (!Object.hasOwn(measures, measure)) return { name: measure, unit: 'count', about: measure };
  const known = measure as MeasureName;
  return { name: names[known], ...measures[known] };
}

/** The unit in which an axis shows a measure of about this size. */
export function scaleOf(unit: MeasureLabel['unit'], typical: number): Scale {
  if (unit === 'duration') return durationScale(typical);
  if (unit === 'rate') return rateScale(typical);
  return unit === 'fraction' ? { divisor: 0.01, suffix: ' %' } : { divisor: 1, suffix: '' };
}
