import type { Result } from '../../result/result.js';
import { columnTitles } from '../content/columns.js';
import { plain } from '../content/plain.js';

/** The name of an engine in a legend, with the formula or the broker: `theory (M/M/2)`, `measured (zeromq)`. */
export function engineLabel({ engine, model, live }: Result): string {
  const more = live?.broker ?? (engine === 'theory' ? model : undefined);
  return more === undefined ? columnTitles[engine] : `${columnTitles[engine]} (${plain(more, 40)})`;
}
