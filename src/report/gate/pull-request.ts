import type { Study } from '../../study/study.js';
import { plain, title } from '../content/plain.js';
import { tableOf } from '../content/table.js';
import { measures } from '../markdown/tables.js';
import { code, escaped, grid } from '../markdown/text.js';
import { type Gate, gatesOf } from './gates.js';

const words: Readonly<Record<Gate['outcome'], string>> = {
  pass: '✅ passed',
  fail: '❌ failed',
  inconclusive: '❔ undecided',
};

/** A comment for a pull request: what passed and what did not first, the numbers folded away below. */
export const renderPullRequest = (studies: readonly Study[]): string =>
  `${studies.map(comment).join('\n\n')}\n`;

function comment(study: Study): string {
  const gates = gatesOf(study);
  const rows = gates.map(({ kind, name, outcome, found }) => [
    words[outcome],
    kind === 'threshold' ? code(name) : escaped(name),
    escaped(found),
  ]);
  const numbers = measures(tableOf(study)).map(part => part.replace(/^## .*\n\n/, ''));
  return [
    `### ${headline(gates)} ${escaped(title(study.scenario.name))}`,
    ...(rows.length > 0 ? [grid(['', 'held to', 'found'], rows)] : []),
    ...(study.verdict.length > 0 ? [escaped(study.verdict[0])] : []),
    ...(numbers.length > 0
      ? [`<details><summary>The numbers</summary>\n\n${numbers.join('\n\n')}\n\n</details>`]
      : []),
    `To repeat: ${code(plain(study.provenance.command, 2000))}`,
  ].join('\n\n');
}

function headline(gates: readonly Gate[]): string {
  const outcome = (['fail', 'inconclusive', 'pass'] as const).find(one =>
    gates.some(gate => gate.outcome === one),
  );
  return outcome === undefined ? '' : words[outcome].slice(0, 1);
}
