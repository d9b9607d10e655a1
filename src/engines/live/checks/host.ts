import { cpus } from 'node:os';
import type { RunCheck } from './check.js';
import type { HostReadings } from './host-meter.js';
import { calmer, meanServiceOf } from './limits.js';

const longestHiccup = 2.5e-3;
const mostStolen = 0.1;
/** Share of all cores that others may use at services of 10 ms; longer services bear more, up to `mostOtherEver`. */
const mostOther = 0.2;
const mostOtherEver = 0.6;
/** Share of all cores beyond which sender, consumers and broker wait for each other. */
const mostOwn = 0.85;

const told = (
  name: string,
  value: HostReadings[keyof HostReadings],
  limit: number,
  unit: 'seconds' | 'cores',
) => (value === undefined ? [] : [{ name, value, limit, unit }]);

export const hiccups: RunCheck = {
  about: 'a thread that only sleeps wakes in time',
  advice: calmer,
  falseAlarms: 0,
  readings: ({ host }) => told('hiccups of the host, p99', host.hiccups, longestHiccup, 'seconds'),
};

export const steal: RunCheck = {
  about: 'the host of a virtual machine lets it run',
  advice: 'run on a machine that is not oversubscribed',
  falseAlarms: 0,
  readings: ({ host }) => told('processor time stolen', host.stolenCores, mostStolen, 'cores'),
};

export const otherLoad: RunCheck = {
  about: 'other programs leave the processor alone',
  advice: calmer,
  falseAlarms: 0,
  readings: ({ host, observations }) => {
    const share = Math.min(mostOtherEver, mostOther * (meanServiceOf(observations) / 0.01));
    return told('load of other programs', host.otherCores, cpus().length * share, 'cores');
  },
};

export const ownLoad: RunCheck = {
  about: 'sender, consumers and broker have processor time to spare',
  advice: 'ask for a lower rate or fewer consumers, or run on more cores',
  falseAlarms: 0,
  readings: ({ host }) =>
    told('processor time of the run itself', host.ownCores, cpus().length * mostOwn, 'cores'),
};
