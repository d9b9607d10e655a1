import type { Study, ThresholdOutcome } from '../../study/study.js';
import { factsOf, judgedBy, thresholdMeasures, warningsOf } from '../content/facts.js';
import { liveChecksOf } from '../content/live-checks.js';
import { plain } from '../content/plain.js';
import type { Table } from '../content/table.js';
import { type Page, painted } from './page.js';
import { wrapped } from './wrap.js';

const outcomes = {
  pass: ['✓', painted.good],
  fail: ['✗', painted.bad],
  inconclusive: ['?', painted.open],
} as const satisfies Record<ThresholdOutcome['outcome'], readonly [string, string]>;

export function thresholdLines(study: Study, { paint, width }: Page): string[] {
  const about = thresholdMeasures(study);
  return study.thresholds.flatMap((threshold, i) => {
    const [mark, colour] = outcomes[threshold.outcome];
    const by = judgedBy(threshold, about[i]);
    const text = `threshold ${plain(threshold.text)}${by ? `: ${by}` : ''}`;
    return wrapped(text, { width, first: `${mark} ` }).map((line, n) =>
      n === 0 ? paint[colour](mark) + line.slice(mark.length) : line,
    );
  });
}

/** The checks that failed, in full; of the others only how many, unless all are wanted. */
export function checkLines(study: Study, { paint, width }: Page, all: boolean): string[] {
  const checks = liveChecksOf(study);
  if (checks.length === 0) return [];
  const failed = checks.filter(({ passed }) => !passed);
  const passed = checks.length - failed.length;
  const colour = failed.length > 0 ? painted.bad : painted.good;
  return [
    paint[colour](`${passed} of ${checks.length} checks of the live run passed`),
    ...(all ? checks : failed).flatMap(({ name, passed, value, limit, advice }) =>
      passed
        ? wrapped(`${name}: ${value}, limit ${limit}`, { width, first: '  ✓ ' })
        : wrapped(`${name}: ${value}, limit ${limit}. ${advice}`, { width, first: '  ✗ ' }),
    ),
  ];
}

export const warningLines = (study: Study, { paint, width }: Page): string[] =>
  warningsOf(study).flatMap(({ from, message, advice }) =>
    wrapped(`${from}: ${message}${advice ? ` ${advice}` : ''}`, { width, first: '! ' }).map(paint.yellow),
  );

export function sourceLines({ sources }: Table, { paint, width }: Page): string[] {
  const lines = sources.flatMap(({ number, citation }) =>
    wrapped(plain(citation.text), { width, first: `[${number}] ` }),
  );
  return lines.length > 0 ? [paint.bold('Sources'), ...lines.map(paint.dim)] : [];
}

export const factLines = (study: Study, { paint, width }: Page): string[] =>
  factsOf(study).flatMap(([what, value]) =>
    wrapped(value, { width, first: `${what.padEnd(10)}  ` }).map(paint.dim),
  );

export const fileLines = ({ files }: Study, { paint, width }: Page): string[] =>
  files.length === 0
    ? []
    : [paint.bold('Written'), ...files.flatMap(file => wrapped(plain(file), { width, first: '  ' }))];
