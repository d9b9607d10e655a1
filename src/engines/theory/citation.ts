import type { Citation } from '../../result/result.js';
import type { Source } from './model.js';
import { references } from './references.js';

/** A source as reports print it. */
export function cite({ ref, at }: Source): Citation {
  const { text, checked } = references[ref];
  return { ref, at, text: `${text}, ${at}`, checked };
}
