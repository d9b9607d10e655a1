import type { TimeSeries, Warning } from '../../../result/result.js';
import type { Scenario } from '../../../scenario/type.js';
import type { Answer, Card } from '../model.js';
import type { Word } from '../words.js';

/** What is known of a part of a system: a station, a class, or the whole. */
export interface PartAnswer extends Answer {
  readonly exactness: Card['exactness'];
}

/** A station, and where it has customers of several classes, each of these there, by name. */
export interface PlaceAnswer extends PartAnswer {
  readonly classes?: Readonly<Record<string, PartAnswer>>;
}

export interface SystemAnswer extends PartAnswer {
  /** In Kendall's notation, or in a few words. */
  readonly model: string;
  /** What it takes for granted. */
  readonly assumptions?: readonly string[];
  /** By name, where there is more than the whole. */
  readonly stations?: Readonly<Record<string, PlaceAnswer>>;
  readonly classes?: Readonly<Record<string, PartAnswer>>;
  readonly series?: readonly TimeSeries[];
  readonly warnings: readonly Warning[];
}

/** A way from a scenario to formulas: one file, one line in the registry. */
export interface Answerer {
  /** Words of a scenario that it understands beyond those that every formula looks at. */
  readonly knows: readonly Word[];
  /** The answer, or why it has none; undefined where it has nothing to do with such a scenario. */
  readonly answer: (scenario: Scenario) => SystemAnswer | string | undefined;
}
