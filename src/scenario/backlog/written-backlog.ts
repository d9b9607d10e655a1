import type { z } from 'zod';
import { choice, isMapping } from '../choice.js';
import { collection } from '../mapping.js';
import { quantity } from '../quantity.js';
import type { CountsByClass } from '../type.js';

const about = 'Customers who are there when the run begins. Absent: none.';
const count = quantity({ kind: 'integer', min: 1, max: 10_000_000, about });
const byClass = collection(count, 'classes', 1000, `${about} By class of customers.`);

/** How many customers are at a station at the start. */
export const backlog = choice<CountsByClass>(
  [count, byClass] as readonly z.ZodType<CountsByClass>[],
  value => (isMapping(value) ? byClass : count),
  about,
);
