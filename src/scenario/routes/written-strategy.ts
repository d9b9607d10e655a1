import type { z } from 'zod';
import { isMapping } from '../choice.js';
import { collection, list, mapping } from '../mapping.js';
import { nearest } from '../nearest.js';
import { quantity } from '../quantity.js';
import { mostThings } from '../station.js';
import type { Strategy } from '../type.js';
import { alternatives, type Complaint, identifierText, unknownWord, written } from '../written.js';
import { kindOf, type StrategyName, strategies } from './strategies.js';

export type MeantStrategy = z.ZodType<Strategy> | Complaint;

const names = Object.keys(strategies) as StrategyName[];
const most = 1000;

const places = list(identifierText('One of the places.'), 'places', 'The places to choose between.');
const weights = collection(
  quantity({ kind: 'integer', min: 1, max: most, about: 'How often, of the sum of all weights.' }),
  'places',
  mostThings,
  'How often each place is chosen, in whole numbers.',
);
const looked = quantity({ kind: 'integer', min: 1, max: mostThings, about: 'Places that are looked at.' });

const weighed = (by: Readonly<Record<string, number>>) => ({
  to: Object.keys(by),
  weights: Object.values(by),
});

/** `{ strategy: round-robin, to: [a, b] }`. */
const longForm = (strategy: StrategyName): z.ZodType<Strategy> => {
  const { about, weighs, d } = kindOf(strategy);
  const name = written({ const: strategy, description: about }, () => ({ ok: true, value: strategy }));
  if (weighs)
    return mapping({ strategy: name, to: weights }, about).transform(({ to }) => ({
      strategy,
      ...weighed(to),
    }));
  return mapping({ strategy: name, to: places, ...(d && { d: looked.optional() }) }, about).transform(
    spec => ({ ...(d && { d: d.usual }), ...spec }) as Strategy,
  );
};

/** `{ round-robin: [a, b] }`. */
const shortForm = (strategy: StrategyName): z.ZodType<Strategy> => {
  const { about, weighs, d } = kindOf(strategy);
  if (weighs)
    return mapping({ [strategy]: weights }, about).transform(spec => ({
      strategy,
      ...weighed(spec[strategy]),
    }));
  return mapping({ [strategy]: places }, about).transform(spec => ({
    strategy,
    to: spec[strategy],
    ...(d && { d: d.usual }),
  }));
};

const long = Object.fromEntries(names.map(name => [name, longForm(name)]));
const short = Object.fromEntries(names.map(name => [name, shortForm(name)]));

/** Every way to write one, for editors. */
export const strategyForms: readonly z.ZodType<Strategy>[] = [
  ...Object.values(long),
  ...Object.values(short),
];

export const isStrategyWord = (key: string): boolean => key in strategies;

/** The strategy that is meant; undefined where none is. */
export function meantStrategy(value: Readonly<Record<string, unknown>>): MeantStrategy | undefined {
  const { strategy } = value;
  if (typeof strategy === 'string' && !/^[\d.]/.test(strategy)) {
    if (Object.hasOwn(long, strategy)) return long[strategy];
    return { ...unknownWord(strategy, 'a known way to choose', names), path: ['strategy'] };
  }
  // Shares are numbers or texts: a list or a mapping is the short form of a strategy, or a slip.
  const key = Object.keys(value).find(one => Array.isArray(value[one]) || isMapping(value[one]));
  if (key === undefined) return undefined;
  if (Object.hasOwn(short, key)) return short[key];
  return slip(value, key);
}

function slip(value: Readonly<Record<string, unknown>>, key: string): Complaint {
  if (key === 'to') {
    const mistyped = Object.keys(value).find(one => nearest(one, ['strategy']) !== undefined);
    if (mistyped !== undefined)
      return {
        message: `"${mistyped}" is not known here`,
        suggestion: 'strategy',
        path: [mistyped],
        at: 'key',
      };
    const expected = `strategy: ${alternatives(names)}`;
    return { message: '"strategy" is missing', expected, path: ['strategy'], at: 'missing' };
  }
  return { ...unknownWord(key, 'a known way to choose', names), path: [key], at: 'key' };
}
