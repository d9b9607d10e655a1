import { type Document, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Mistake } from './error.js';
import { firstExcess, mostAliases } from './excess.js';
import { shown } from './shown.js';
import { type Path, walker } from './walker.js';

export type { Path } from './walker.js';

/** A YAML (or JSON) text, the data in it, and where in the text each piece of the data stands. */
export interface Source {
  readonly value: unknown;
  /** What is wrong with the text as YAML. The data is complete only when nothing is. */
  readonly mistakes: readonly Mistake[];
  /** The place of the deepest part of the path that the text has, and whether that is all of it. */
  readonly find: (path: Path, at: 'key' | 'value') => Found;
}

export interface Found {
  readonly line: number;
  readonly column: number;
  readonly complete: boolean;
}

export function parseSource(text: string): Source {
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const nothing = (mistakes: Mistake[]): Source => ({
    value: undefined,
    mistakes,
    find: () => ({ line: 1, column: 1, complete: false }),
  });

  const excess = firstExcess(text);
  if (excess !== undefined) {
    const before = text.slice(0, excess.offset).split('\n');
    const column = before[before.length - 1].length + 1;
    return nothing([{ line: before.length, column, message: excess.message, expected: excess.expected }]);
  }

  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  const syntax = document.errors.map(error => ({
    ...place(error.pos[0]),
    message: error.code === 'MULTIPLE_DOCS' ? 'a second document begins here' : `not YAML: ${error.message}`,
  }));
  if (syntax.length > 0) return nothing(firstOfEachLine(syntax));

  const tags = document.warnings.map(warning => ({ ...place(warning.pos[0]), message: warning.message }));
  const mistakes = [...tags, ...wrongKeys(document, place), ...badAliases(document, place)];
  const start = (node: Node) => place(node.range?.[0] ?? 0);
  const follow = walker(document);
  const find = (path: Path, at: 'key' | 'value'): Found => {
    const { node, complete } = follow(path, at);
    return { ...(node ? start(node) : { line: 1, column: 1 }), complete };
  };
  try {
    return { value: document.toJS({ maxAliasCount: mostAliases }), mistakes, find };
  } catch (error) {
    // The one complaint that is left once unresolved and circular aliases are told apart above.
    if (!(error instanceof ReferenceError)) throw error;
    const message = 'the aliases of this file unfold to too much data';
    return nothing(mistakes.length > 0 ? mistakes : [{ line: 1, column: 1, message }]);
  }
}

type Place = (offset: number) => { line: number; column: number };

/** A slip of the pen sets off a cascade; the first complaint of a line is the telling one. */
function firstOfEachLine(mistakes: readonly Mistake[]): Mistake[] {
  const seen = new Set<number | undefined>();
  return mistakes.filter(({ line }) => !seen.has(line) && seen.add(line));
}

function wrongKeys(document: Document, place: Place): Mistake[] {
  const mistakes: Mistake[] = [];
  visit(document, {
    Map: (_, map) => {
      const first = new Map<string, number>();
      for (const { key } of map.items) {
        if (!isScalar(key)) {
          const at = place((key as Node | null)?.range?.[0] ?? map.range?.[0] ?? 0);
          mistakes.push({ ...at, message: 'this cannot be a key', expected: 'one word' });
          continue;
        }
        const name = String(key.value);
        const { line, column } = place(key.range?.[0] ?? 0);
        // The one name that an object cannot have as a key of its own without care.
        if (name === '__proto__') mistakes.push({ line, column, message: 'this cannot be a key' });
        const earlier = first.get(name);
        if (earlier === undefined) first.set(name, line);
        else
          mistakes.push({
            line,
            column,
            message: `"${shown(name)}" stands here twice: first in line ${earlier}`,
          });
      }
    },
  });
  return mistakes;
}

function badAliases(document: Document, place: Place): Mistake[] {
  const mistakes: Mistake[] = [];
  visit(document, {
    Alias: (_, alias, ancestors) => {
      const target = alias.resolve(document);
      const name = shown(alias.source);
      const at = place(alias.range?.[0] ?? 0);
      if (target === undefined)
        mistakes.push({ ...at, message: `no anchor "&${name}" stands before this alias` });
      else if (ancestors.includes(target))
        mistakes.push({ ...at, message: `the anchor "&${name}" contains itself` });
    },
  });
  return mistakes;
}
