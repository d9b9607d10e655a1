import { isMapping } from './choice.js';
import { classKeys } from './customer-class.js';
import type { Mistake } from './error.js';
import { nearest } from './nearest.js';
import { shown } from './shown.js';
import { type Path, parseSource } from './source.js';
import { stationShape } from './station.js';
import { defaultClass, defaultStation } from './type.js';
import { named } from './written.js';

/**
 * A change of the scenario, as given on the command line: `servers=5`, `stations.api.servers=2`; nothing after
 * the sign takes the key away, as in `capacity=`.
 */
export interface Setting {
  readonly text: string;
  readonly path: Path;
}

export interface Changed {
  readonly value: unknown;
  readonly settings: readonly Setting[];
  readonly mistakes: readonly Mistake[];
}

/** What is wrong with a setting; it becomes a mistake with the setting as its place. */
class SettingError extends Error {
  readonly mistake: Mistake;

  constructor(mistake: Mistake) {
    super(mistake.message);
    this.mistake = mistake;
  }
}

const refuse = (message: string, expected?: string, suggestion?: string): never => {
  throw new SettingError({ message, expected, suggestion });
};

/** The data of a scenario with the settings applied, in their order; neither is checked here. */
export function changed(data: unknown, texts: readonly string[]): Changed {
  let value = data;
  const settings: Setting[] = [];
  const mistakes: Mistake[] = [];
  for (const text of texts) {
    try {
      const { steps, written } = parsed(text);
      const path = placed(value, steps);
      value = put(value, path, written, []);
      settings.push({ text, path });
    } catch (error) {
      if (!(error instanceof SettingError)) throw error;
      mistakes.push({ ...error.mistake, setting: text });
    }
  }
  return { value, settings, mistakes };
}

function parsed(text: string): { steps: string[]; written: unknown } {
  const equals = text.indexOf('=');
  const form = 'path=value, such as servers=5 or service.mean=30ms';
  if (equals < 0) return refuse('there is no "=" here', form);
  const steps = text
    .slice(0, equals)
    .split('.')
    .map(step => step.trim());
  if (steps.some(step => step === '' || step === '__proto__'))
    return refuse('this is no path into a scenario', form);
  const { value, mistakes } = parseSource(text.slice(equals + 1));
  if (mistakes.length > 0) return refuse(mistakes[0].message, mistakes[0].expected);
  return { steps, written: value };
}

/** Short paths lead into the only station or class of a long form, and long paths into short forms. */
function placed(data: unknown, steps: readonly string[]): Path {
  if (!isMapping(data)) return steps;
  return (
    placedIn(data, steps, 'stations', Object.keys(stationShape), defaultStation) ??
    placedIn(data, steps, 'classes', classKeys, defaultClass) ??
    steps
  );
}

function placedIn(
  data: Readonly<Record<string, unknown>>,
  steps: readonly string[],
  long: string,
  keys: readonly string[],
  usual: string,
): Path | undefined {
  const [first, name, ...rest] = steps;
  const parts = data[long];
  const names = isMapping(parts) ? Object.keys(parts) : [usual];
  if (keys.includes(first) && isMapping(parts)) {
    if (names.length === 1) return [long, names[0], ...steps];
    const choices = names.slice(0, 5).map(one => [long, one, ...steps].join('.'));
    return refuse(`there are ${names.length} ${long}`, choices.join(', '));
  }
  if (first !== long || name === undefined) return undefined;
  if (!names.includes(name)) {
    const near = nearest(name, names);
    const suggestion = near && [long, near, ...rest].join('.');
    return refuse(`there is no "${shown(name)}" among the ${long}`, names.join(', '), suggestion);
  }
  return isMapping(parts) ? undefined : rest;
}

/** The data with the value at the path; everything else is shared. */
function put(data: unknown, path: Path, value: unknown, before: Path): unknown {
  if (path.length === 0) return value;
  const [step, ...rest] = path;
  const inside = [...before, step];
  if (Array.isArray(data)) {
    const index = Number(step);
    if (!(Number.isInteger(index) && index >= 0 && index < data.length))
      return refuse(
        `"${inside.join('.')}" is no place in a list of ${data.length}`,
        `0 to ${data.length - 1}`,
      );
    return data.with(index, put(data[index], rest, value, inside));
  }
  const mapping = isMapping(data) ? data : (longForm(data, before, String(step)) as Record<string, unknown>);
  const there = Object.hasOwn(mapping, step) ? mapping[step] : undefined;
  const part = put(there, rest, value, inside);
  if (part !== null) return { ...mapping, [step]: part };
  const { [step]: _, ...others } = mapping;
  return others;
}

/** What a single value stands for, so that a part of it can be set: `20ms` has a mean. */
function longForm(data: unknown, path: Path, step: string): Readonly<Record<string, unknown>> {
  if (data === undefined || data === null) return {};
  const isArrivals = path[path.length - 1] === 'arrivals';
  if (isArrivals && step === 'rate') return { process: 'poisson' };
  if (isArrivals && step === 'process') return { rate: data };
  if (!isArrivals && step === 'mean') return { distribution: 'exponential' };
  if (!isArrivals && (step === 'scv' || step === 'distribution')) return { mean: data };
  return refuse(`"${path.join('.')}" is ${named(data)}, which has no "${shown(step)}"`);
}
