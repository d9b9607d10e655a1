import { CST, Lexer } from 'yaml';

export interface Excess {
  readonly offset: number;
  readonly message: string;
  readonly expected: string;
}

export const mostAliases = 50;
const mostWords = 100_000;
const deepest = 50;
const widestIndent = 200;

/**
 * The first place where a text is more than any scenario needs. Looked for before the text is parsed,
 * because a parser's time and memory can grow much faster than the text (keys within keys, aliases of aliases).
 */
export function firstExcess(text: string): Excess | undefined {
  let offset = 0;
  let words = 0;
  let aliases = 0;
  let brackets = 0;
  let dashes = 0;
  let previous: CST.TokenType | null = null;
  for (const token of new Lexer().lex(text)) {
    // The token after this mark is the text of a scalar, whatever it looks like.
    const type: CST.TokenType | null = previous === 'scalar' ? null : CST.tokenType(token);
    const startsLine = previous === 'newline';
    previous = type;
    if (type === 'doc-mode' || type === 'scalar' || type === 'flow-error-end') continue;

    words += 1;
    if (type === 'newline') dashes = 0;
    if (type === 'seq-item-ind') dashes += 1;
    if (type === 'alias') aliases += 1;
    if (type === 'flow-map-start' || type === 'flow-seq-start') brackets += 1;
    if (type === 'flow-map-end' || type === 'flow-seq-end') brackets -= 1;
    const indent = startsLine && type === 'space' ? token.length : 0;

    const excess = (message: string, expected: string): Excess => ({ offset, message, expected });
    if (type === 'explicit-key-ind')
      return excess('a key cannot be introduced by "?"', 'keys that are plain words');
    if (words > mostWords)
      return excess('this file is too long to be a scenario', `at most ${mostWords} words`);
    if (aliases > mostAliases) return excess('this file has too many aliases', `at most ${mostAliases}`);
    if (brackets > deepest)
      return excess('the brackets are nested too deeply', `a depth of at most ${deepest}`);
    if (dashes > deepest) return excess('the lists are nested too deeply', `a depth of at most ${deepest}`);
    if (indent > widestIndent)
      return excess('this line is indented too far', `at most ${widestIndent} columns`);
    offset += token.length;
  }
  return undefined;
}
