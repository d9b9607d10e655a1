import { percentilesFor, type Question } from '../../result/question.js';
import type { Scenario } from '../../scenario/type.js';
import { clientsOf } from './clients-rate.js';
import type { EstimateContext } from './estimates.js';
import { refusalsFor } from './refusals.js';
import { originOf } from './setup.js';
import { absentIn, type System, timesOfCustomers } from './system.js';

/** What the estimates of a scenario need to know of it. */
export function contextOf(
  scenario: Scenario,
  { tailIndex }: System,
  { percentiles = percentilesFor(scenario), byClass = false }: Question = {},
): EstimateContext {
  const { run } = scenario;
  const stations = Object.values(scenario.stations);
  return {
    servers: stations.length === 1 ? Number(stations[0].servers) : Number.NaN,
    origin: originOf(scenario),
    precision: run.precision,
    confidence: run.confidence,
    refusals: refusalsFor(tailIndex, clientsOf(scenario) !== undefined),
    absent: [...absentIn(scenario), ...(byClass ? timesOfCustomers : [])],
    percentiles,
  };
}
