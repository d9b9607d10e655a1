import { renderTheory } from '../../report/index.js';
import { parseScenario, ScenarioError } from '../../scenario/load.js';
import { type Notation, NotationError, parseNotation } from '../../scenario/notation.js';
import type { Scenario } from '../../scenario/type.js';
import { askClosed, askTheory, type TheoryAnswer, type TheoryReply } from '../../study/ask-theory.js';
import { type NeededLength, neededLength } from '../../study/run-length.js';
import { parseDuration, parseFraction } from '../../units.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { coloured, print, show } from '../output.js';
import { blaming } from '../planning/model.js';
import { Problem } from '../problem.js';
import type { TheoryArguments } from './arguments.js';
import { checkFlags, settingsOf } from './flags.js';

/** `sojourn theory`: what theory says of a station in Kendall's notation. */
export function theory(args: TheoryArguments): ExitCode {
  const { notation, answers } = answersTo(args);
  const length = lengthFor(notation, args);
  if (args.json)
    print(JSON.stringify({ schema: 1, model: notation.text, answers, ...(length && { length }) }, null, 2));
  else {
    const width = Math.min(100, process.stdout.columns ?? 100);
    show(renderTheory(answers, { colour: coloured(process.stdout), width, ...(length && { length }) }));
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

/** How long one must watch, where that is asked. */
function lengthFor(notation: Notation, args: TheoryArguments): NeededLength | undefined {
  const { precision } = args;
  if (precision === undefined) return undefined;
  const parsed = parseFraction(precision);
  if (!parsed.ok || !(parsed.value >= 1e-6 && parsed.value <= 1))
    throw new Problem(`--precision ${precision}: expected a half-width from 0.0001% to 100%, such as 5%`);
  const length =
    notation.population === undefined ? neededLength(scenarioOf(notation, args), parsed.value) : undefined;
  if (length !== undefined) return length;
  throw new Problem(
    `--precision ${precision}: how long a run must be is known for M/M/1 below saturation; of anything else "sojourn run" tells its plan before it simulates`,
  );
}

const open = (notation: Notation, args: TheoryArguments): TheoryReply =>
  askTheory(notation, scenarioOf(notation, args));

function scenarioOf(notation: Notation, args: TheoryArguments): Scenario {
  const flags = settingsOf(notation, args);
  try {
    const set = flags.map(({ setting }) => setting);
    return parseScenario('{}', { file: notation.text, set });
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
