import type { Study } from '../../study/study.js';
import { formatPercent } from '../../units.js';
import { factsOf, judgedBy, thresholdMeasures, warningsOf } from '../content/facts.js';
import { gapsOf, partAbout, partsOf } from '../content/gap.js';
import { liveChecksOf } from '../content/live-checks.js';
import { plain, title } from '../content/plain.js';
import { type Table, tableOf } from '../content/table.js';
import { measures, partTables } from './tables.js';
import { code, escaped, grid } from './text.js';

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
    ...partTables(study),
    ...gaps(study),
    ...parts(study),
    ...checks(study),
    ...warnings(study),
    ...unanswered(study),
    ...charts(pictures),
    ...sources(table),
    `## To repeat\n\n${grid(
      ['', ''],
      factsOf(study).map(row => [row[0], code(row[1])]),
    )}`,
  ];
  return `${sections.filter(section => section !== '').join('\n\n')}\n`;
}

/** The first for everyone, the others for who opens them. */
function charts(pictures: readonly Picture[]): string[] {
  const [first, ...others] = pictures.map(({ path, about }) => `![${escaped(about)}](${path})`);
  if (first === undefined) return [];
  if (others.length === 0) return [first];
  const summary = `<summary>${others.length} more charts</summary>`;
  return [first, `<details>${summary}\n\n${others.join('\n\n')}\n\n</details>`];
}

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
