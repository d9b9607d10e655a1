import { distribution } from '../distribution.js';
import { quantity } from '../quantity.js';

/** The keys of a back-off, beside the number of attempts. @param delay what the first delay is */
export const backoffShape = (delay: string) => ({
  delay: distribution(delay),
  multiplier: quantity({
    kind: 'number',
    min: 1,
    max: 1000,
    about: 'Each delay is so many times as long as the one before. Absent: 1.',
  }).optional(),
  cap: quantity({
    kind: 'duration',
    exclusiveMin: 0,
    about: 'What no delay exceeds. Absent: no limit.',
  }).optional(),
  jitter: quantity({
    kind: 'fraction',
    min: 0,
    max: 1,
    about: 'Each delay is shortened at random, by up to this share of it. Absent: 0.',
  }).optional(),
});
