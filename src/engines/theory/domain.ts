import { type Distribution, ParameterError } from '../../distributions/contract.js';

interface Numbers {
  readonly kind: 'number';
  readonly expected: string;
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
  /** Infinity is allowed besides. */
  readonly endless?: boolean;
}

interface List {
  readonly kind: 'list';
  readonly expected: string;
  readonly of: Domain;
  readonly shortest: number;
  readonly longest: number;
}

interface Fields {
  readonly kind: 'fields';
  readonly expected: string;
  readonly fields: Readonly<Record<string, Domain>>;
}

interface Law {
  readonly kind: 'law';
  readonly expected: string;
  /** The highest moment that has to be finite. */
  readonly moments: 1 | 2 | 3;
}

/** Made by a function that has looked at its own parameters. */
interface Made {
  readonly kind: 'made';
  readonly expected: string;
}

/** The values that a parameter of a formula may have: data, so that tests can draw from it. */
export type Domain = Numbers | List | Fields | Law | Made;

/** Whatever lies beyond is no time and no rate that anybody has seen, and cubes of it still fit a double. */
const [least, most] = [1e-30, 1e30];

/** Per second. */
export const rate: Domain = { kind: 'number', expected: 'a rate from 1e-30 to 1e30 per second', least, most };
export const rateOrNone: Domain = { ...rate, expected: 'a rate of at most 1e30 per second, or 0', least: 0 };
/** Seconds. */
export const duration: Domain = {
  kind: 'number',
  expected: 'a time from 1e-30 to 1e30 seconds',
  least,
  most,
};
export const durationOrNone: Domain = {
  ...duration,
  expected: 'a time of at most 1e30 seconds, or 0',
  least: 0,
};
export const scv: Domain = { kind: 'number', expected: 'a number from 0 to 1e9', least: 0, most: 1e9 };
export const chance: Domain = { kind: 'number', expected: 'a number from 0 to 1', least: 0, most: 1 };
export const utilisation: Domain = {
  kind: 'number',
  expected: 'a number above 0 and below 1',
  least: Number.MIN_VALUE,
  most: 1 - Number.EPSILON / 2,
};
/** A distribution of times whose mean lies in the domain of durations, and whose moments are finite so far. */
export const lawOf = (moments: 1 | 2 | 3): Domain => ({
  kind: 'law',
  expected: `a law whose mean is a time from 1e-30 to 1e30 seconds${['', ', of finite variance', ', of finite third moment'][moments - 1]}`,
  moments,
});
export const law = lawOf(1);

export const whole = (from: number, to: number): Domain => ({
  kind: 'number',
  expected: `a whole number from ${from} to ${to}`,
  least: from,
  most: to,
  whole: true,
});

export const wholeOrEndless = (from: number, to: number): Domain => ({
  ...whole(from, to),
  kind: 'number',
  expected: `a whole number from ${from} to ${to}, or Infinity`,
  least: from,
  most: to,
  endless: true,
});

export const list = (of: Domain, shortest = 1, longest = 50): Domain => ({
  kind: 'list',
  expected: `a list of ${shortest} to ${longest}`,
  of,
  shortest,
  longest,
});

export const fields = (of: Readonly<Record<string, Domain>>): Domain => ({
  kind: 'fields',
  expected: `${Object.keys(of).join(', ')}`,
  fields: of,
});

export const made = (expected: string): Domain => ({ kind: 'made', expected });

/** @throws ParameterError that names the parameter, its value and its domain. */
export function checkDomain(name: string, value: unknown, domain: Domain): void {
  const wrong = (shown: unknown = value) => new ParameterError(name, shown, domain.expected);
  switch (domain.kind) {
    case 'number': {
      if (typeof value !== 'number') throw wrong(nameOf(value));
      if (domain.endless && value === Number.POSITIVE_INFINITY) return;
      if (!(value >= domain.least && value <= domain.most)) throw wrong();
      if (domain.whole && !Number.isInteger(value)) throw wrong();
      return;
    }
    case 'list': {
      if (!Array.isArray(value)) throw wrong(nameOf(value));
      if (value.length < domain.shortest || value.length > domain.longest)
        throw wrong(`${value.length} values`);
      for (const [i, item] of value.entries()) checkDomain(`${name}[${i}]`, item, domain.of);
      return;
    }
    case 'fields': {
      if (typeof value !== 'object' || value === null) throw wrong(nameOf(value));
      for (const [field, of] of Object.entries(domain.fields)) {
        checkDomain(`${name}.${field}`, (value as Readonly<Record<string, unknown>>)[field], of);
      }
      return;
    }
    case 'law': {
      const { mean, scv, thirdMoment } = (value ?? {}) as Partial<Distribution>;
      if (!(typeof mean === 'number' && mean >= least && mean <= most)) throw wrong(`a law of mean ${mean}`);
      if (domain.moments >= 2 && !Number.isFinite(scv)) throw wrong('a law of infinite variance');
      if (domain.moments >= 3 && !Number.isFinite(thirdMoment)) throw wrong('a law of infinite third moment');
      return;
    }
    case 'made':
      if (value === undefined) throw wrong('nothing');
  }
}

const nameOf = (value: unknown): string =>
  value === undefined ? 'nothing' : (JSON.stringify(value)?.slice(0, 40) ?? typeof value);

/** @throws ParameterError unless there is a steady state. */
export function checkStable(load: number): void {
  if (!(load < 1)) throw new ParameterError('utilisation', load, 'a number below 1, for a steady state');
}
