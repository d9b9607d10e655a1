import { renderTheory } from '../../report/index.js';
import { parseScenario, ScenarioError } from '../../scenario/load.js';
import { type Notation, NotationError, parseNotation } from '../../scenario/notation.js';
import { askClosed, askTheory, type TheoryAnswer, type TheoryReply } from '../../study/ask-theory.js';
import { parseDuration } from '../../units.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { coloured, print, show } from '../output.js';
import { blaming } from '../planning/model.js';
import { Problem } from '../problem.js';
import type { TheoryArguments } from './arguments.js';
import { checkFlags, settingsOf } from './flags.js';

/** `sojourn theory`: what theory says of a station in Kendall's notation. */
export function theory(args: TheoryArguments): ExitCode {
  const { notation, answers } = answersTo(args);
  if (args.json) print(JSON.stringify({ schema: 1, model: notation.text, answers }, null, 2));
  else {
    const width = Math.min(100, process.stdout.columns ?? 100);
    show(renderTheory(answers, { colour: coloured(process.stdout), width }));
  }
  return exitCode.done;
}

/** @throws Problem that names the flag, or the place in the notation, that is to blame */
export function answersTo(args: TheoryArguments): {
  readonly notation: Notation;
  readonly answers: readonly TheoryAnswer[];
} {
  const notation = read(args.model);
  checkFlags(notation, args);
  const reply = notation.population === undefined ? open(notation, args) : closed(notation, args);
  if (!reply.answered) throw new Problem(`no formula for ${notation.text}: ${reply.reason}`);
  return { notation, answers: reply.answers };
}

function read(model: string): Notation {
  try {
    return parseNotation(model);
  } catch (error) {
    if (error instanceof NotationError) throw new Problem(error.message);
    throw error;
  }
}

function open(notation: Notation, args: TheoryArguments): TheoryReply {
  const flags = settingsOf(notation, args);
  try {
    const set = flags.map(({ setting }) => setting);
    return askTheory(notation, parseScenario('{}', { file: notation.text, set }));
  } catch (error) {
    throw error instanceof ScenarioError ? blaming(error, flags) : error;
  }
}

function closed(notation: Notation, { think = '', service = '' }: TheoryArguments): TheoryReply {
  const { text, arrivals, service: law } = notation;
  if (arrivals.letter !== 'M' || law.letter !== 'M')
    throw new Problem(`${text}: a finite population has exponential times; expected M/M/c//N`);
  return askClosed(notation, { think: time('--think', think), service: time('--service', service) });
}

function time(flag: string, text: string): number {
  const parsed = parseDuration(text);
  if (parsed.ok && parsed.value > 0) return parsed.value;
  throw new Problem(`${flag} ${text}: expected a time above 0, such as 20ms`);
}
