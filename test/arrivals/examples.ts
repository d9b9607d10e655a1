import type { ArrivalSpec, processes } from '../../src/arrivals/index.js';
import { few } from '../traces/few.js';

type Parameters = Omit<ArrivalSpec, 'process'>;

/** Sets of parameters for every kind of process: at least one for each of its forms. */
export const examples: Readonly<Record<keyof typeof processes, readonly Parameters[]>> = {
  poisson: [{ rate: 120 }],
  deterministic: [{ rate: 4 }, { interval: 0.3 }],
  renewal: [
    { interarrival: { distribution: 'gamma', mean: 0.01, scv: 0.3 } },
    { interarrival: { distribution: 'lognormal', mean: 2, scv: 2 } },
    { rate: 50, scv: 0.4 },
    { rate: 2, scv: 5 },
  ],
  batch: [
    { rate: 30, size: 5 },
    { rate: 30, size: 1 },
    { rate: 30, meanSize: 3.5 },
    { batchRate: 2, size: 2 },
    { batchRate: 2, meanSize: 4 },
    { batchRate: 2, meanSize: 1 },
  ],
  mmpp: [
    { rates: [20, 2], holding: [0.5, 1] },
    { rates: [30, 0, 5], holding: [0.2, 0.1, 0.4], transitions: [0, 0.5, 0.5, 1, 0, 0, 0.2, 0.8, 0] },
  ],
  map: [
    { d0: [-3, 1, 0.5, -1], d1: [1.5, 0.5, 0, 0.5] },
    { d0: [0, 2, 0, 0], d1: [0, 0, 3, 0] },
  ],
  profile: [
    { rates: [20, 0, 5], durations: [0.5, 0.3, 1] },
    { rates: [40, 10], durations: [2] },
    { hourly: Array.from({ length: 24 }, (_, h) => (h < 6 ? 0 : h) / 36000) },
  ],
  sinusoidal: [
    { rate: 10, amplitude: 0.8, period: 2 },
    { rate: 10, amplitude: 1, period: 0.1 },
  ],
  trace: [
    { file: few },
    { file: few, class: 'page' },
    { file: few, speed: 3 },
    { file: few, class: 'export', speed: 0.5 },
  ],
  'on-off': [
    { rate: 10, meanOn: 0.2, meanOff: 0.6 },
    { onRate: 100, meanOn: 0.1, meanOff: 0.05 },
  ],
};

/** Every example as a complete specification. */
export const specs: readonly ArrivalSpec[] = Object.entries(examples).flatMap(([process, all]) =>
  all.map(parameters => ({ process, ...parameters }) as ArrivalSpec),
);
