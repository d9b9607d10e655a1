/**
 * Text that came from a user, on one line and without anything that steers a terminal or turns the reading
 * direction; cut with an ellipsis when it is longer than `longest` characters.
 */
export function plain(text: string, longest = 500): string {
  // A cut before the work keeps a hostile megabyte cheap; characters beyond 16 bits take two units.
  const line = text
    .slice(0, 4 * longest)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
  const characters = [...line];
  const cut = characters.length > longest || text.length > 4 * longest;
  return cut ? `${characters.slice(0, longest - 1).join('')}…` : line;
}

/** The same as a whole sentence: a capital at the beginning, a stop at the end. */
export function sentence(text: string, longest = 1000): string {
  const line = plain(text, longest);
  const [first = '', ...rest] = line;
  return first.toUpperCase() + rest.join('') + (/[.!?…:]$/.test(line) || line === '' ? '' : '.');
}

/** Short enough for a title. */
export const title = (text: string): string => plain(text, 70);

/** As a title begins; the p of a percentile stays as it is. */
export const capital = (text: string): string =>
  /^p\d/.test(text) ? text : text.slice(0, 1).toUpperCase() + text.slice(1);
