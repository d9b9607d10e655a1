import type { QuantityKind } from './quantity.js';

interface NamedMeasure {
  readonly kind: QuantityKind;
  /** How people say it in a threshold, besides its name. */
  readonly phrases: readonly string[];
}

/** The measures of a result, as thresholds and `run.stopOn` name them. */
export const measureNames: Readonly<Record<string, NamedMeasure>> = {
  throughput: { kind: 'rate', phrases: ['throughput', 'goodput'] },
  utilisation: { kind: 'fraction', phrases: ['utilisation', 'utilization'] },
  meanNumberInQueue: { kind: 'number', phrases: ['queue length', 'mean queue length', 'number in queue'] },
  meanNumberInSystem: { kind: 'number', phrases: ['number in system'] },
  meanWait: { kind: 'duration', phrases: ['mean wait'] },
  meanSojourn: { kind: 'duration', phrases: ['mean sojourn'] },
  probabilityOfWait: { kind: 'fraction', phrases: ['probability of wait'] },
  probabilityOfLoss: { kind: 'fraction', phrases: ['loss', 'probability of loss'] },
  probabilityOfAbandonment: { kind: 'fraction', phrases: ['abandonment', 'probability of abandonment'] },
  probabilityOfBaulking: { kind: 'fraction', phrases: ['baulking', 'probability of baulking'] },
  probabilityOfDeadLetter: { kind: 'fraction', phrases: ['dead letters', 'probability of dead letter'] },
  attemptRate: { kind: 'rate', phrases: ['attempts'] },
  amplification: { kind: 'number', phrases: ['amplification'] },
  wastedWork: { kind: 'number', phrases: ['wasted work'] },
  meanTransfer: { kind: 'duration', phrases: ['mean transfer'] },
  meanService: { kind: 'duration', phrases: ['mean service'] },
  meanCycle: { kind: 'duration', phrases: ['mean cycle'] },
  meanServers: { kind: 'number', phrases: ['servers', 'mean servers'] },
  peakServers: { kind: 'number', phrases: ['peak servers'] },
  timeAboveTarget: { kind: 'fraction', phrases: ['time above target'] },
  growthRate: { kind: 'rate', phrases: ['growth rate'] },
};

/** What a percentile is called in a result: `p99.9Wait`. Undefined for what is no percentile. */
export function percentileName(text: string): string | undefined {
  const match = /^p(\d{1,3}(?:\.\d{1,6})?)\s*(wait|sojourn)$/i.exec(text);
  if (!match) return undefined;
  const percent = Number(match[1]);
  if (!(percent > 0 && percent < 100)) return undefined;
  return `p${percent}${match[2].toLowerCase() === 'wait' ? 'Wait' : 'Sojourn'}`;
}
