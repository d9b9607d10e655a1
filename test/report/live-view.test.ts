import { describe, expect, test } from 'vitest';
import { alertText, liveLine, prometheusText } from '../../src/report/index.js';
import type { Result } from '../../src/result/result.js';
import type { LiveNow } from '../../src/study/live-now.js';
import { exact, scenario } from './sample-study.js';

const sampled = (value: number, halfWidth: number) => ({
  kind: 'sampled' as const,
  value,
  halfWidth,
  low: value - halfWidth,
  high: value + halfWidth,
  confidence: 0.95,
  effectiveSamples: 100,
});

const result = (more: Partial<Result>): Result => ({
  schema: 1,
  engine: 'live',
  scenario,
  measures: {},
  waitQuantiles: [],
  sojournQuantiles: [],
  warnings: [],
  ...more,
});

const now: LiveNow = {
  recent: {
    at: 12,
    sent: 505,
    served: 500,
    numberInSystem: 5,
    throughput: 71.5,
    utilisation: 0.715,
    lateness: 0.000_25,
  },
  soFar: result({
    measures: { meanSojourn: sampled(0.15, 0.03) },
    sojournQuantiles: [{ p: 0.5, ...sampled(0.1, 0.02) }],
  }),
  thresholds: [{ text: 'mean sojourn < 100ms', outcome: 'fail' }],
};
const model = result({
  engine: 'theory',
  measures: { throughput: exact(70), utilisation: exact(0.7), meanNumberInSystem: exact(2.745) },
});

test('a line: what is seen, and in brackets what is expected', () => {
  expect(liveLine(now, model)).toBe('71.5/s (70) · 5 in system (2.75) · busy 72 % (70 %) · late 250 µs');
  expect(liveLine(now, undefined)).toBe('71.5/s · 5 in system · busy 72 % · late 250 µs');
});

test('an alert names limit, value and evidence', () => {
  const [threshold] = scenario.thresholds ?? [];
  expect(alertText(threshold, true, now)).toBe(
    'mean sojourn < 100ms: fails so far, 150 ± 30 ms after 500 messages',
  );
});

describe('metrics', () => {
  const text = prometheusText({ scenario: 'a "b"\\\nc', broker: 'zeromq', planned: 1500, now, model });
  const labels = 'scenario="a \\"b\\"\\\\\\nc",broker="zeromq"';

  test('each family has help, type and samples, and a hostile name stays within its quotes', () => {
    expect(text).toContain(
      `# HELP sojourn_messages_served_total Messages served to the end.\n# TYPE sojourn_messages_served_total counter\nsojourn_messages_served_total{${labels}} 500\n`,
    );
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) sojourn_[a-z_]+ .+|sojourn_[a-z_]+\{.+\} [-+0-9.e]+)$/);
  });

  test('times are a summary', () => {
    expect(text).toContain(`sojourn_sojourn_seconds{${labels},quantile="0.5"} 0.1\n`);
    expect(text).toContain(`sojourn_sojourn_seconds_sum{${labels}} 75\n`);
    expect(text).toContain(`sojourn_sojourn_seconds_count{${labels}} 500\n`);
  });

  test('thresholds and the model beside', () => {
    expect(text).toContain(`sojourn_threshold_failed{${labels},threshold="mean sojourn < 100ms"} 1\n`);
    expect(text).toContain(`sojourn_model_number_in_system{${labels},engine="theory"} 2.745\n`);
  });

  test('what cannot be told is left out', () => {
    expect(text).not.toContain('sojourn_wait_seconds');
    expect(text).not.toContain('sojourn_model_wait_seconds');
    expect(prometheusText({ scenario: 'a' })).toBe('');
  });
});
