import type { WrittenClass } from './customer-class.js';
import type { WrittenStation } from './station.js';
import { defaultClass, defaultStation } from './type.js';
import type { WrittenScenario } from './written-scenario.js';

/** A class or a station, wherever it is written. */
export interface Part<T> {
  readonly name: string;
  /** Of the keys that it consists of. */
  readonly path: readonly string[];
  /** Parts that are wrong in themselves are undefined. */
  readonly written: Partial<T>;
}

export const classesOf = (written: Partial<WrittenScenario>): Part<WrittenClass>[] =>
  'classes' in written
    ? partsOf<WrittenClass>('classes', written.classes)
    : [{ name: defaultClass, path: [], written }];

export const stationsOf = (written: Partial<WrittenScenario>): Part<WrittenStation>[] =>
  'stations' in written
    ? partsOf<WrittenStation>('stations', written.stations)
    : [{ name: defaultStation, path: [], written }];

const partsOf = <T>(key: string, parts: Readonly<Record<string, Partial<T>>> | undefined): Part<T>[] =>
  Object.entries(parts ?? {}).flatMap(([name, written]) =>
    typeof written === 'object' && written !== null ? [{ name, path: [key, name], written }] : [],
  );
