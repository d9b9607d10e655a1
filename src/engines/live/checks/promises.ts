import type { Check, Ledger } from '../../../result/result.js';
import type { Guarantee } from '../../../result/topology.js';

/** The only check of a run in which nothing moved any more. */
export const stoodStill = (served: number, count: number): Check => ({
  name: 'messages through',
  passed: false,
  value: `${served} of ${count}`,
  limit: 'all',
  advice: 'look at the broker: it holds messages back, or lost them',
});

/** The only check of a run in which things were made to go wrong. */
export const guaranteeKept = (guarantee: Guarantee, { lost, duplicated }: Ledger): Check =>
  guarantee === 'at-least-once'
    ? {
        name: 'delivered at least once',
        passed: lost === 0,
        value: `${lost} lost`,
        limit: 'none',
        advice: 'look at the broker: it broke its word',
      }
    : {
        name: 'delivered at most once',
        passed: duplicated === 0,
        value: `${duplicated} twice`,
        limit: 'none',
        advice: 'look at the broker: it broke its word',
      };
