/** Every measure the tool knows: one name in code, JSON and reports. */
export const measures = {
  throughput: { symbol: 'X', unit: 'rate', about: 'customers served per second' },
  utilisation: { symbol: 'ρ', unit: 'fraction', about: 'mean busy fraction of a server' },
  meanNumberInQueue: { symbol: 'Lq', unit: 'count', about: 'time average of the customers waiting' },
  meanNumberInSystem: {
    symbol: 'L',
    unit: 'count',
    about: 'time average of the customers waiting or in service',
  },
  meanWait: { symbol: 'Wq', unit: 'duration', about: 'mean waiting time of an accepted customer' },
  meanSojourn: {
    symbol: 'W',
    unit: 'duration',
    about: 'mean time from arrival to end of service of an accepted customer',
  },
  probabilityOfWait: { symbol: 'P(wait)', unit: 'fraction', about: 'share of accepted customers that wait' },
  probabilityOfLoss: {
    symbol: 'P(loss)',
    unit: 'fraction',
    about: 'share of arrivals turned away by a full station',
  },
  probabilityOfAbandonment: {
    symbol: 'P(abandon)',
    unit: 'fraction',
    about: 'share of customers that give up waiting',
  },
  probabilityOfBaulking: {
    symbol: 'P(baulk)',
    unit: 'fraction',
    about: 'share of arrivals that turn away when they see how many are there',
  },
  probabilityOfDeadLetter: {
    symbol: 'P(dead)',
    unit: 'fraction',
    about: 'share of customers put to the dead letters, since their work failed too often',
  },
  attemptRate: {
    symbol: 'Xa',
    unit: 'rate',
    about: 'attempts per second to serve a customer, those in vain counted in; throughput counts successes',
  },
  amplification: { symbol: 'A', unit: 'count', about: 'attempts for each customer' },
  wastedWork: {
    symbol: 'Bw',
    unit: 'count',
    about: 'mean number of servers busy with work that counts for nothing',
  },
  meanTransfer: {
    symbol: 'T',
    unit: 'duration',
    about: 'mean time a message spends between a free consumer and its hands',
  },
  meanService: { symbol: 'S', unit: 'duration', about: 'mean service time' },
  meanCycle: {
    symbol: 'C',
    unit: 'duration',
    about: 'mean time from one request of a client to its next: the sojourn and the thinking',
  },
  meanServers: {
    symbol: 'c',
    unit: 'count',
    about: 'time average of the servers that are paid for: busy, idle or being started',
  },
  peakServers: {
    symbol: 'max c',
    unit: 'count',
    about: 'most servers paid for at a time, on average over the runs',
  },
  timeAboveTarget: {
    symbol: 'P(above)',
    unit: 'fraction',
    about: 'share of the looks of an autoscaler that find its signal above the target',
  },
  growthRate: {
    symbol: 'dL/dt',
    unit: 'rate',
    about: 'customers by which an unstable queue grows each second',
  },
} as const satisfies Record<string, Measure>;

export interface Measure {
  readonly symbol: string;
  readonly unit: 'rate' | 'fraction' | 'count' | 'duration';
  readonly about: string;
}

export type MeasureName = keyof typeof measures;

/** The percentiles that every engine reports where it can. */
export const reportedQuantiles = [0.5, 0.9, 0.95, 0.99, 0.999] as const;

/** `p99Wait`, `p99.9Sojourn`: the name of a percentile where a measure's name is asked for. */
export const quantileName = (p: number, of: 'wait' | 'sojourn'): string =>
  `p${Number((p * 100).toFixed(6))}${of === 'wait' ? 'Wait' : 'Sojourn'}`;

/** The inverse of `quantileName`; undefined for any other name. */
export function parseQuantileName(name: string): { p: number; of: 'wait' | 'sojourn' } | undefined {
  const match = /^p(\d+(?:\.\d+)?)(Wait|Sojourn)$/.exec(name);
  if (!match) return undefined;
  const p = Number(match[1]) / 100;
  return p > 0 && p < 1 ? { p, of: match[2] === 'Wait' ? 'wait' : 'sojourn' } : undefined;
}
