import type { Scenario } from '../type.js';
import { classForm, runForm, stationForm } from './scenario-form.js';
import { inline } from './yaml.js';

/**
 * What `--set` has to be told to make the second scenario of the first: a setting for each key of a class, of a
 * station or of the run that differs. Whatever else differs is not said.
 */
export function settingsBetween(before: Scenario, after: Scenario): string[] {
  return [
    ...partSettings('classes', before.classes, after.classes, classForm),
    ...partSettings('stations', before.stations, after.stations, stationForm),
    ...keySettings('run.', runForm(before.run), runForm(after.run)),
  ];
}

function partSettings<T>(
  parts: string,
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  form: (part: T) => Readonly<Record<string, unknown>>,
): string[] {
  const names = Object.keys(before);
  return names.flatMap(name =>
    keySettings(names.length === 1 ? '' : `${parts}.${name}.`, form(before[name]), form(after[name])),
  );
}

const keySettings = (
  prefix: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(key => {
    const [old, now] = [before[key], after[key]].map(value => (value === undefined ? '' : inline(value)));
    return old === now ? [] : [`${prefix}${key}=${now}`];
  });
