import type { RunCheck } from './check.js';
import { meanServiceOf, serviceLimit, tailLimit } from './limits.js';
import { momentsError } from './moments.js';
import { percentile } from './percentile.js';

const variationTolerance = 0.1;

export const services: RunCheck = {
  about: 'services last as long as their messages ask',
  advice: 'use longer services, or fewer consumers',
  priorityHelps: true,
  falseAlarms: 0,
  readings: ({ observations }) => {
    const { started, finished, service } = observations;
    const meanService = meanServiceOf(observations);
    const taken = finished.map((end, i) => end - started[i]);
    const overrun = taken.map((time, i) => Math.max(0, time - service[i]));
    const { mean, scv } = momentsError(service, taken);
    return [
      {
        name: 'end of service, late by, p99',
        value: percentile(overrun, 0.99),
        limit: tailLimit(meanService),
        unit: 'seconds',
      },
      { name: 'mean service, off by', value: mean, limit: serviceLimit(meanService), unit: 'seconds' },
      { name: 'variation of services, off by', value: scv, limit: variationTolerance, unit: 'share' },
    ];
  },
};
