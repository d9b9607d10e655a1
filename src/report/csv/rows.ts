export type Cell = string | number | boolean | undefined;

/** Rows as a table for programs (RFC 4180); an empty cell where something cannot be said. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  `${rows.map(row => row.map(cellText).join(',')).join('\r\n')}\r\n`;

function cellText(value: Cell): string {
  const text = typeof value === 'string' ? harmless(value) : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A sheet takes text that begins so for a formula; the apostrophe makes it text again. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
