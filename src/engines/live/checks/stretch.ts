import type { RunCheck } from './check.js';

const mostStretched = 0.25;

/** The twin has the services as long as they were; beyond this it is no longer the scenario that was measured. */
export const stretch: RunCheck = {
  about: 'services that keep a processor busy last about as long as they take on an idle one',
  advice: 'close other programs, or use fewer consumers: they share what one of them was measured to need',
  falseAlarms: 0,
  readings: run =>
    run.stretch === undefined
      ? []
      : [{ name: 'services stretched by', value: run.stretch - 1, limit: mostStretched, unit: 'share' }],
};
