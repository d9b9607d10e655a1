import type { Study } from '../../study/study.js';
import { type Gate, gatesOf } from './gates.js';

/**
 * The thresholds of studies as JUnit XML, a suite for each scenario. What is undecided is an error: neither
 * passed nor failed, and build servers do not let it pass.
 */
export function renderJunit(studies: readonly Study[]): string {
  const suites = studies.map(study => ({ study, gates: gatesOf(study) }));
  const all = suites.flatMap(({ gates }) => gates);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="sojourn" ${counts(all)}>`,
    ...suites.flatMap(({ study, gates }) => [
      `  <testsuite name="${xml(study.scenario.name)}" ${counts(gates)}>`,
      '    <properties>',
      `      <property name="command" value="${xml(study.provenance.command)}"/>`,
      `      <property name="seed" value="${study.provenance.seed}"/>`,
      '    </properties>',
      ...gates.flatMap(gate => testcase(study, gate)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

const tags = { fail: 'failure', inconclusive: 'error' } as const;

function testcase({ scenario }: Study, { kind, name, outcome, found }: Gate): string[] {
  const head = `    <testcase classname="${xml(scenario.name)}" name="${xml(`${kind}: ${name}`)}"`;
  if (outcome === 'pass')
    return [`${head}>`, `      <system-out>${xml(found)}</system-out>`, '    </testcase>'];
  const tag = tags[outcome];
  const advice = outcome === 'inconclusive' ? ': undecided; a longer run may tell (--precision)' : '';
  return [
    `${head}>`,
    `      <${tag} type="${outcome}" message="${xml(`${found}${advice}`)}"/>`,
    '    </testcase>',
  ];
}

function counts(gates: readonly Gate[]): string {
  const of = (outcome: Gate['outcome']) => gates.filter(gate => gate.outcome === outcome).length;
  return `tests="${gates.length}" failures="${of('fail')}" errors="${of('inconclusive')}"`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML 1.0 has no place for most control characters, not even as entities. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, character => entities[character]);
