import { cite } from '../engines/theory/citation.js';
import { runLength } from '../engines/theory/formulas/run-length.js';
import { loadOf, problemOf } from '../engines/theory/problem.js';
import type { Citation } from '../result/result.js';
import { singleStation } from '../scenario/single-station.js';
import type { Scenario } from '../scenario/type.js';

/** How long one must watch to know the mean number present. */
export interface NeededLength {
  readonly precision: number;
  readonly confidence: number;
  readonly arrivals: number;
  readonly kind: 'approximation';
  readonly source: Citation;
}

/** Known for M/M/1 below saturation; undefined elsewhere. @param precision relative half-width */
export function neededLength(scenario: Scenario, precision: number): NeededLength | undefined {
  const station = singleStation(scenario);
  if (typeof station === 'string') return undefined;
  const { arrivals, service, servers, capacity, discipline } = station;
  const markovian = arrivals.process === 'poisson' && service.distribution === 'exponential';
  if (!markovian || servers !== 1 || capacity !== undefined || discipline !== 'fcfs') return undefined;
  const utilisation = loadOf(problemOf(station));
  if (utilisation >= 1) return undefined;
  const { confidence } = scenario.run;
  const { arrivals: needed } = runLength.solve({ utilisation, precision, confidence });
  return {
    precision,
    confidence,
    arrivals: needed,
    kind: 'approximation',
    source: cite(runLength.sources[0]),
  };
}
