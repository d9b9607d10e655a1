import { readFileSync } from 'node:fs';
import { decodeMessages, type SentMessages } from '../../study/live-answer.js';
import { Problem } from '../problem.js';
import type { RunArguments } from './arguments.js';

/** So many bad rows are shown; the rest are counted. */
const shown = 10;

/** The messages that `--replay` names, if it was given. */
export function replayOf(args: RunArguments, scenarios: number): { replay?: SentMessages } {
  const { replay: path, engines } = args;
  if (path === undefined) return {};
  if (engines !== undefined && !engines.includes('live'))
    throw new Problem(`--replay asks for a live run, but --engines ${engines} leaves it out`);
  if (scenarios > 1) throw new Problem('--replay: expected one scenario, whose live run sends the messages');
  const read = decodeMessages(textOf(path));
  if (!('bad' in read)) return { replay: read };
  const lines = read.bad.slice(0, shown).map(({ line, problem }) => `${path}:${line}: ${problem}`);
  const more = read.bad.length > shown ? [`and ${read.bad.length - shown} more bad rows`] : [];
  throw new Problem(
    [...lines, ...more, 'expected the messages.ndjson of a run with --messages, or rows like it'].join('\n'),
  );
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message;
    throw new Problem(`--replay ${path}: ${why}`);
  }
}
