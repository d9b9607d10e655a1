import type { Level } from '../../ingest/index.js';
import { PlanningProblem } from '../problem.js';

/** What one level tells of the system: seconds. */
export interface Calibrated {
  readonly service: number;
  readonly think: number;
  /** How each was found, in words. */
  readonly why: readonly string[];
}

/**
 * Service and think time from one level. What was not measured follows from the response time law N = X (R + Z)
 * (E. D. Lazowska et al., "Quantitative System Performance", 1984, section 3.4; from memory).
 * @throws PlanningProblem when the level does not tell them
 */
export function calibratedBy(level: Level, place: string): Calibrated {
  const { clients, servers, throughput, response, wait, service, think } = level;
  const serviceFound =
    service !== undefined
      ? { value: service, why: 'service as measured' }
      : response !== undefined && wait !== undefined
        ? { value: response - wait, why: 'service: response less wait' }
        : response !== undefined && clients <= servers
          ? {
              value: response,
              why: 'service: the response, for with no more clients than servers nobody waits',
            }
          : undefined;
  if (serviceFound === undefined || !(serviceFound.value > 0))
    throw new PlanningProblem(
      `${place}: the service time cannot be told from this level; expected a column service, or response and wait`,
    );
  const inside = response ?? wait ?? (clients <= servers ? 0 : undefined) ?? Number.NaN;
  const stay = response ?? inside + serviceFound.value;
  const thinkFound =
    think !== undefined
      ? { value: think, why: 'think time as measured' }
      : throughput !== undefined
        ? { value: clients / throughput - stay, why: 'think time: N / X less the response' }
        : undefined;
  if (thinkFound === undefined || !(thinkFound.value >= 0))
    throw new PlanningProblem(
      `${place}: the think time cannot be told from this level${thinkFound ? `: N / X less the response is ${thinkFound.value} s` : ''}; expected a column think, or throughput, response and wait`,
    );
  return {
    service: serviceFound.value,
    think: thinkFound.value,
    why: [serviceFound.why, thinkFound.why],
  };
}

/** Seconds of service at a level, measured or by the response time law; undefined: not told. */
export function serviceAt(level: Level, think: number): number | undefined {
  const { clients, throughput, response, wait, service } = level;
  if (service !== undefined) return service;
  const stay = response ?? (throughput === undefined ? undefined : clients / throughput - think);
  const left = stay === undefined || wait === undefined ? undefined : stay - wait;
  return left !== undefined && left > 0 ? left : undefined;
}
