import type { Distribution } from '../contract.js';
import { family } from '../definition.js';

const time = { kind: 'duration', min: 0, about: 'The one value that every draw takes.' } as const;

/** The same time again and again. */
export const deterministic = family(
  {
    name: 'deterministic',
    about: 'Always the same time.',
    parameters: { value: time, mean: { ...time, about: 'Another name for `value`.' } },
  },
  form => [form(['value'], ({ value }) => always(value)), form(['mean'], ({ mean }) => always(mean))],
);

const always = (value: number): Distribution => ({
  kendall: 'D',
  mean: value,
  scv: 0,
  thirdMoment: value * value * value,
  tailIndex: Number.POSITIVE_INFINITY,
  cdf: t => (t >= value ? 1 : 0),
  quantile: p => (p > 0 ? value : 0),
  fill: block => {
    block.fill(value);
  },
});
