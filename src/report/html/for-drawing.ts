import type { Result } from '../../result/result.js';
import type { Study } from '../../study/study.js';

/** More digits than any screen shows, and half the size. */
const digits = 6;

/** The study as the page holds it: curves to six digits, nothing that only other programs read. */
export const forDrawing = (study: Study): Study => ({ ...study, results: study.results.map(rounded) });

const rounded = ({ blocks, ...result }: Result): Result => ({ ...result, ...short(pick(result)) });

/** Whatever is only drawn. */
function pick({ tails, series, laws }: Result): Pick<Result, 'tails' | 'series' | 'laws'> {
  return { ...(tails && { tails }), ...(series && { series }), ...(laws && { laws }) };
}

const short = <T>(curves: T): T =>
  JSON.parse(
    JSON.stringify(curves, (_, value) =>
      typeof value === 'number' ? Number(value.toPrecision(digits)) : value,
    ),
  );
