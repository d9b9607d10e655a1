import { type Parameter, ParameterError } from './contract.js';

const nouns: Readonly<Record<Parameter['kind'], string>> = {
  duration: 'a duration',
  rate: 'a rate',
  number: 'a number',
  integer: 'a whole number',
  fraction: 'a fraction',
  durations: 'a list of durations',
  rates: 'a list of rates',
  numbers: 'a list of numbers',
  fractions: 'a list of fractions',
  distribution: 'a distribution',
  distributions: 'a list of distributions',
  file: 'the path of a file',
  text: 'a text',
};

/** `a duration above 0`. */
function expectation(parameter: Parameter): string {
  const { min, exclusiveMin, max, exclusiveMax } = parameter;
  const bounds = [
    exclusiveMin !== undefined && `above ${exclusiveMin}`,
    min !== undefined && `at least ${min}`,
    exclusiveMax !== undefined && `below ${exclusiveMax}`,
    max !== undefined && `at most ${max}`,
  ].filter(bound => bound !== false);
  const each = parameter.kind.endsWith('s') && bounds.length > 0 ? ', each' : '';
  return [`${nouns[parameter.kind]}${each}`, bounds.join(' and ')].filter(Boolean).join(' ');
}

function isInside(value: unknown, { kind, min, exclusiveMin, max, exclusiveMax }: Parameter): boolean {
  return (
    typeof value === 'number' &&
    Number.isFinite(value) &&
    (kind !== 'integer' || Number.isSafeInteger(value)) &&
    (min === undefined || value >= min) &&
    (exclusiveMin === undefined || value > exclusiveMin) &&
    (max === undefined || value <= max) &&
    (exclusiveMax === undefined || value < exclusiveMax)
  );
}

const isSpec = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'distribution' in value;

const isFilledList = (value: unknown, fits: (element: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(fits);

function fits(value: unknown, parameter: Parameter): boolean {
  switch (parameter.kind) {
    case 'distribution':
      return isSpec(value);
    case 'distributions':
      return isFilledList(value, isSpec);
    case 'file':
    case 'text':
      return typeof value === 'string' && value !== '';
    case 'durations':
    case 'rates':
    case 'numbers':
    case 'fractions':
      return isFilledList(value, element => isInside(element, parameter));
    default:
      return isInside(value, parameter);
  }
}

/** @throws ParameterError unless the value is of the declared kind and inside its bounds. */
export function checkValue(name: string, parameter: Parameter, value: unknown): void {
  if (!fits(value, parameter)) throw new ParameterError(name, value, expectation(parameter));
}
