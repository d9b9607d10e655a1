import type { LiveRecord } from '../result/result.js';

/**
 * How far a real queue that follows its model may lie from its twin, relative. Measured: 90 runs on Redis and
 * ZeroMQ with services of 10 ms; what is left there is the wake-up of the consumers, about 0.15 ms a message.
 */
const virtualMargins: Readonly<Record<string, number>> = {
  meanWait: 0.02,
  meanNumberInQueue: 0.02,
  meanSojourn: 0.03,
  meanNumberInSystem: 0.03,
  p50Wait: 0.05,
  p90Wait: 0.03,
  p99Wait: 0.04,
  p50Sojourn: 0.05,
  p90Sojourn: 0.03,
  p99Sojourn: 0.04,
};

const virtualDefault = 0.03;
/** A natural consumer, or one that keeps a processor busy, is compared with the twin whose services carry the mean overhead. */
const naturalMargin = 0.06;
/** Below 10 ms the same overhead weighs more. */
const shortServices = 0.0095;
const shortServiceMargin = 0.06;

export function liveMargin(measure: string, service: LiveRecord['service'], meanService: number): number {
  if (service !== 'virtual') return naturalMargin;
  if (meanService < shortServices) return shortServiceMargin;
  return virtualMargins[measure] ?? virtualDefault;
}

/** A simulation that reached its precision lies within twice of it; wider would hide a fault, narrower would flip. */
export const simulationMargin = (precision: number): number => 2 * precision;
