import { dueOf } from '../../../measurement/observation.js';
import type { CheckedRun, RunCheck } from './check.js';
import { calmer } from './limits.js';
import { gapsOf, momentsError } from './moments.js';

const rateTolerance = 0.01;
const gapTolerance = 0.05;

/** Gaps between sends against those of the schedule, with what came again as the last time; undefined for one message. */
function compared({ observations }: CheckedRun) {
  const { sent } = observations;
  const planned = gapsOf(dueOf(observations).toSorted());
  if (planned.length < 2) return undefined;
  const { mean, scv } = momentsError(planned, gapsOf(sent.toSorted()));
  return { rate: mean / (mean + planned.reduce((a, b) => a + b, 0) / planned.length), scv };
}

export const arrivalRate: RunCheck = {
  about: 'as many messages a second are sent as the schedule has',
  advice: 'ask for a lower rate',
  falseAlarms: 0,
  readings: run => {
    const error = compared(run);
    if (error === undefined) return [];
    return [{ name: 'arrival rate, off by', value: error.rate, limit: rateTolerance, unit: 'share' }];
  },
};

export const arrivalVariation: RunCheck = {
  about: 'the gaps between sends vary as those of the schedule do',
  advice: calmer,
  falseAlarms: 0,
  readings: run => {
    const error = compared(run);
    if (error === undefined) return [];
    return [{ name: 'variation of arrivals, off by', value: error.scv, limit: gapTolerance, unit: 'share' }];
  },
};
