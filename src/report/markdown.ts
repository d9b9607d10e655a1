import type { Study } from '../study/study.js';
import { formatPercent } from '../units.js';
import { columnAbout } from './content/columns.js';
import { formatEstimate, isLopsided } from './content/estimate.js';
import { factsOf, judgedBy, thresholdMeasures, warningsOf } from './content/facts.js';
import { gapsOf, partAbout, partsOf } from './content/gap.js';
import { liveChecksOf } from './content/live-checks.js';
import { plain, title } from './content/plain.js';
import { type Cell, type Row, type Table, tableOf } from './content/table.js';

/** Pictures beside the report: path from the report's own folder, and what they show. */
export interface Picture {
  readonly path: string;
  readonly about: string;
}

/** The report as GitHub-flavoured Markdown, for a pull request or a design document. */
export function renderMarkdown(study: Study, pictures: readonly Picture[] = []): string {
  const table = tableOf(study);
  const sections = [
    `# ${escaped(title(study.scenario.name))}`,
    ...(study.scenario.description ? [escaped(plain(study.scenario.description))] : []),
    study.verdict.map((line, i) => (i === 0 ? `**${escaped(line)}**` : escaped(line))).join('\n\n'),
    ...thresholds(study),
    ...measures(table),
    ...gaps(study),
    ...parts(study),
    ...checks(study),
    ...warnings(study),
    ...unanswered(study),
    ...pictures.map(({ path, about }) => `![${escaped(about)}](${path})`),
    ...sources(table),
    `## To repeat\n\n${grid(
      ['', ''],
      factsOf(study).map(row => [row[0], code(row[1])]),
    )}`,
  ];
  return `${sections.filter(section => section !== '').join('\n\n')}\n`;
}

function measures(table: Table): string[] {
  if (table.rows.length === 0) return [];
  const judged = table.rows.some(row => row.judgement);
  const head = ['measure', ...table.columns.map(({ title: name }) => name), ...(judged ? ['verdict'] : [])];
  const rows = table.rows.map(row => [
    `${row.label.name}${row.label.symbol ? `, ${row.label.symbol}` : ''}`,
    ...row.cells.map(cell => number(row, cell)),
    ...(judged ? [verdict(row)] : []),
  ]);
  const models = table.columns.map(
    ({ engine, title: name, model }) =>
      `- **${name}**: ${columnAbout[engine]}${model ? `; ${escaped(model)}` : ''}`,
  );
  const lopsided = table.rows.some(({ cells }) => cells.some(cell => cell && isLopsided(cell.estimate)));
  const marks = `= exact, ≈ approximation, ± half-width of the interval${lopsided ? ', ends in brackets where it is lopsided' : ''}${table.between ? `; verdict: ${table.between}` : ''}.`;
  return [`## Side by side\n\n${grid(head, rows)}`, `${models.join('\n')}\n\n${marks}`];
}

const number = ({ label }: Row, cell?: Cell): string =>
  cell
    ? `${cell.mark ? `${cell.mark} ` : ''}${formatEstimate(label.unit, cell.estimate)}${cell.source === undefined ? '' : ` \\[${cell.source}\\]`}`
    : '';

const verdict = ({ judgement }: Row): string =>
  judgement ? `${judgement.verdict} (${judgement.difference})` : '';

function thresholds(study: Study): string[] {
  const about = thresholdMeasures(study);
  const words = { pass: '✅ passed', fail: '❌ failed', inconclusive: '❔ undecided' };
  const lines = study.thresholds.map((threshold, i) => {
    const by = judgedBy(threshold, about[i]);
    return `- ${words[threshold.outcome]}: ${code(plain(threshold.text))}${by ? `, ${by}` : ''}`;
  });
  return lines.length > 0 ? [`## Thresholds\n\n${lines.join('\n')}`] : [];
}

function gaps(study: Study): string[] {
  const rows = gapsOf(study);
  if (rows.length === 0) return [];
  const head = ['time', 'workload (asked to twin)', 'broker and client (twin to measured)', 'together'];
  return [
    `## Where the gap comes from\n\nFor each message.\n\n${grid(
      head,
      rows.map(({ name, workload, broker, total }) => [name, workload, broker, total]),
    )}`,
  ];
}

function parts(study: Study): string[] {
  const found = partsOf(study);
  if (found === undefined) return [];
  const rows = found.map(({ name, text, share }) => [name, text, formatPercent(share, 2), partAbout[name]]);
  return [`## The life of a message\n\n${grid(['part', 'mean', 'share', 'what'], rows)}`];
}

function checks(study: Study): string[] {
  const rows = liveChecksOf(study).map(({ name, passed, value, limit, advice }) => [
    passed ? '✅' : '❌',
    name,
    value,
    limit,
    passed ? '' : advice,
  ]);
  return rows.length > 0
    ? [`## Checks of the live run\n\n${grid(['', 'check', 'found', 'limit', 'advice'], rows)}`]
    : [];
}

function warnings(study: Study): string[] {
  const lines = warningsOf(study).map(
    ({ from, message, advice }) => `- **${from}**: ${escaped(message)}${advice ? ` ${escaped(advice)}` : ''}`,
  );
  return lines.length > 0 ? [`## Warnings\n\n${lines.join('\n')}`] : [];
}

function unanswered(study: Study): string[] {
  const lines = study.unanswered.map(({ engine, reason }) => `- **${engine}**: ${escaped(plain(reason))}`);
  return lines.length > 0 ? [`## Not answered\n\n${lines.join('\n')}`] : [];
}

function sources({ sources: list }: Table): string[] {
  const lines = list.map(({ number: n, citation }) => `${n}. ${escaped(plain(citation.text))}`);
  return lines.length > 0 ? [`## Sources\n\n${lines.join('\n')}`] : [];
}

function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
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
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const room = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${room}${text}${room}${fence}`;
}
