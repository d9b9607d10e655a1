import type { Cell } from '../content/cell.js';
import { formatEstimate, formatInterval } from '../content/estimate.js';
import type { MeasureLabel } from '../content/measure-label.js';
import { html, type Markup } from './markup.js';

/** A number with its mark, its source and its interval; `column` stands before it where the page has no room for columns. */
export function number(unit: MeasureLabel['unit'], cell?: Cell, column?: string): Markup {
  const named = column === undefined ? undefined : html` data-column="${column}"`;
  if (cell === undefined) return html`<td class="number none"${named} aria-label="not known">–</td>\n`;
  const { estimate, mark, source } = cell;
  const interval = formatInterval(unit, estimate);
  return html`<td class="number"${named}>${mark ? html`<abbr title="${marks[mark]}">${mark}</abbr> ` : undefined}${formatEstimate(unit, estimate)}${
    source === undefined ? undefined : html` <a href="#source-${source}">[${source}]</a>`
  }${interval ? html`<small>${interval}</small>` : undefined}</td>\n`;
}

const marks = { '=': 'exact', '≈': 'approximation' } as const;
