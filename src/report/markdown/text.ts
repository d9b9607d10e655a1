import { plain } from '../content/plain.js';

/** A table; what its cells hold is markup. */
export function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const cellText = (text: string): string => text.replace(/(?<!\\)\|/g, '\\|');

/**
 * Nothing in a text of the user's is markup: no tag, link, picture or heading, and nothing that GitHub makes
 * a link of by itself, which a backslash does not stop but a character without width does.
 */
export const escaped = (text: string): string =>
  plain(text, 2000)
    .replace(/[\\`*_{}[\]<>!|~&$]/g, String.raw`\$&`)
    .replace(/@|#(?=\d)|\b(?:https?|ftp)(?=:)|\bwww(?=\.)/gi, '$&\u200b')
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
    .replace(/^[-+=#]/, String.raw`\$&`);

/** A code span that holds backticks of its own. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const room = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${room}${text}${room}${fence}`;
}
