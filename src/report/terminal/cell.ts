import type { Estimate } from '../../result/result.js';
import type { Cell } from '../content/cell.js';
import { formatCompactEstimate, formatEstimate } from '../content/estimate.js';
import type { MeasureLabel } from '../content/measure-label.js';
import type { Page } from './page.js';

/** How much a number says: less where there is less room, but never without its interval. */
export interface CellDetail {
  readonly format: (unit: MeasureLabel['unit'], estimate: Estimate) => string;
  readonly sources: boolean;
  /** Spaces between the columns. */
  readonly gap: number;
}

export const fullCell: CellDetail = { format: formatEstimate, sources: true, gap: 3 };
export const compactCell: CellDetail = { format: formatCompactEstimate, sources: false, gap: 2 };

export function number(
  unit: MeasureLabel['unit'],
  cell: Cell | undefined,
  { paint }: Page,
  { format, sources }: CellDetail,
): string {
  if (cell === undefined) return paint.dim('-');
  const mark = cell.mark === '' ? '' : `${paint.dim(cell.mark)} `;
  const source = sources && cell.source !== undefined ? paint.dim(` [${cell.source}]`) : '';
  return mark + format(unit, cell.estimate) + source;
}

const colourCodes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');

/** Whether no line shows more characters than the page is wide; colours do not show. */
export const fits = (lines: readonly string[], { width }: Page): boolean =>
  lines.every(line => line.replace(colourCodes, '').length <= width);
