import type { Warning } from '../../../result/result.js';
import type { Answer, Card } from '../model.js';
import type { Word } from '../words.js';
import type { StationCase } from './case.js';

/** What is known of a station in its steady state. */
export interface StationAnswer extends Answer {
  /** The entry of the catalogue that says so. */
  readonly by: Pick<Card, 'kendall' | 'exactness' | 'assumptions'>;
  /** Of each class, in the order of the visitors. */
  readonly byClass: readonly Answer[];
  readonly warnings?: readonly Warning[];
}

/** A way from a station to a formula: one file, one line in the registry. */
export interface StationAnswerer {
  /** Words of a scenario that it understands beyond those that every formula looks at. */
  readonly knows: readonly Word[];
  /** The answer, or why it has none; undefined where it has nothing to do with the station. */
  readonly answer: (given: StationCase) => StationAnswer | string | undefined;
}
