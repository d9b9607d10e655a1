export interface Wrapping {
  readonly width: number;
  /** Before the first line. */
  readonly first?: string;
  /** Before the others. */
  readonly indent?: string;
}

/** The text in lines of at most `width` characters, broken between words, or within one that is too long. */
export function wrapped(
  text: string,
  { width, first = '', indent = first.replace(/./gu, ' ') }: Wrapping,
): string[] {
  const room = Math.max(10, width - indent.length);
  // A number stays with its unit, and its groups of digits together.
  const bound = text.replace(/(\d) (?=(?:%|[nµm]?s|min|h|d)(?![\p{L}\p{N}])|\d{3}(?!\d))/gu, '$1\u00a0');
  const lines: string[] = [];
  let line = '';
  for (const word of bound.split(' ').flatMap(word => pieces(word, room))) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((content, i) => (i === 0 ? first : indent) + content.replaceAll('\u00a0', ' '));
}

const pieces = (word: string, room: number): string[] =>
  word.length <= room ? [word] : (word.match(new RegExp(`.{1,${room}}`, 'gu')) ?? []);
