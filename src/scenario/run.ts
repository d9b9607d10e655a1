import type { z } from 'zod';
import { choice } from './choice.js';
import { list, mapping } from './mapping.js';
import { quantity } from './quantity.js';
import { measureName } from './threshold.js';
import type { RunSpec } from './type.js';
import { oneOf } from './written.js';

export const defaultRun: RunSpec = {
  seed: 1,
  confidence: 0.95,
  precision: 0.05,
  stopOn: ['meanWait', 'meanSojourn', 'p99Sojourn'],
  warmUp: 'auto',
  maxCustomers: 20_000_000,
};

const auto = oneOf({ auto: 'the first eighth' }, 'a warm-up', 'The usual choice.') as z.ZodType<'auto'>;
const seconds = quantity({ kind: 'duration', min: 0, about: 'Simulated time.' });

/** How the simulation is run. */
export const run = mapping(
  {
    seed: quantity({
      kind: 'integer',
      min: 0,
      about: 'The seed of all random numbers: the same seed gives the same bytes.',
    }).optional(),
    confidence: quantity({
      kind: 'fraction',
      min: 0.5,
      max: 0.9999,
      about: 'The level of every interval.',
    }).optional(),
    precision: quantity({
      kind: 'fraction',
      min: 1e-4,
      max: 0.1,
      why: 'wider intervals were seen to miss',
      about: 'The relative half-width at which the simulation stops.',
    }).optional(),
    stopOn: list(measureName, 'measures', 'The measures that must reach the precision.').optional(),
    warmUp: choice<'auto' | number>(
      [auto, seconds],
      value => (value === 'auto' ? auto : seconds),
      'What is left out at the start of every replication: auto, or a simulated time.',
    ).optional(),
    maxCustomers: quantity({
      kind: 'integer',
      min: 1000,
      max: 1e12,
      about: 'The budget of the simulation over all replications.',
    }).optional(),
    duration: quantity({
      kind: 'duration',
      exclusiveMin: 0,
      max: 1e10,
      about: 'What happens in this time from the start is asked for. Absent: the long run.',
    }).optional(),
    replications: quantity({
      kind: 'integer',
      min: 2,
      max: 1000,
      about: 'How many runs of that duration. Absent: as many as the precision needs.',
    }).optional(),
    states: quantity({
      kind: 'integer',
      min: 0,
      max: 1000,
      about: 'The probabilities of 0 to so many customers in the system are told. Absent: they are not kept.',
    }).optional(),
  },
  'How the simulation is run.',
);
