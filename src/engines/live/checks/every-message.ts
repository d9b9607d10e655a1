import type { RunCheck } from './check.js';

export const everyMessage: RunCheck = {
  about: 'every message comes once',
  advice: 'look at the broker: it lost or repeated messages',
  falseAlarms: 0,
  readings: ({ ledger: { lost, duplicated } }) => [
    {
      name: 'every message once',
      value: lost + duplicated,
      limit: 0,
      unit: 'messages',
      inWords: `${lost} lost, ${duplicated} twice`,
    },
  ],
};
