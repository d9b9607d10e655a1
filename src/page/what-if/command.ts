import { commandLine } from '../../scenario/text/command-line.js';
import { settingsBetween } from '../../scenario/text/settings-between.js';
import type { Scenario } from '../../scenario/type.js';
import type { Study } from '../../study/study.js';

/** The command of the report, told what the reader has changed: it gives the numbers of the page. */
export function commandFor({ scenario, provenance }: Study, changed: Scenario): string {
  const given = provenance.command.replace(/ --engines [\w,]+/, '');
  const settings = settingsBetween(scenario, changed).flatMap(setting => ['--set', setting]);
  return `${given} ${commandLine(['--engines', 'theory,simulation', ...settings])}`;
}
