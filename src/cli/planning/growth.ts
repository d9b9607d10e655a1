import type { Growth } from '../../study/run-size.js';
import { parseFraction } from '../../units.js';
import { Problem } from '../problem.js';

const periods = ['day', 'week', 'month', 'quarter', 'year'];

/** `10%/week`, `5% a month`: by how much the arrivals grow in each period. */
export function growthOf(text: string | undefined): Growth | undefined {
  if (text === undefined) return undefined;
  const [, fraction = '', period = ''] =
    /^(.*?)(?:\s*\/\s*|\s+(?:a|per)\s+)(\w+?)s?$/.exec(text.trim()) ?? [];
  const parsed = parseFraction(fraction);
  if (parsed.ok && parsed.value > 0 && periods.includes(period)) return { fraction: parsed.value, period };
  throw new Problem(
    `--growth ${text}: expected a percentage above 0 and a ${periods.join(', ')}, such as 10%/week`,
  );
}
