/** Control and format characters would move the cursor, hide text or recolour the terminal that shows a message. */
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The same text with one character in place of each that cannot be printed, so that columns stay true. */
export const printable = (text: string): string =>
  text.replace(unprintable, character => (character === '\t' ? ' ' : '\u00b7'));

export const isPrintable = (text: string): boolean => text.search(unprintable) === -1;

const longest = 60;

/** What was written, fit for a message: printable, and cut where it goes on and on. */
export function shown(text: string): string {
  const head = [...text.slice(0, 2 * longest + 2)];
  return printable(head.length > longest ? `${head.slice(0, longest).join('')}...` : text);
}
