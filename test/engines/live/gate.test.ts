import { describe, expect, test } from 'vitest';
import { type GateInput, gate } from '../../../src/engines/live/checks/gate.js';
import type { DepthSamples, Observations } from '../../../src/measurement/observation.js';
import { synthetic } from '../../measurement/synthetic.js';

const clean = { sent: 2000, received: 2000, acknowledged: 2000, lost: 0, duplicated: 0, outOfOrder: 0 };
const calmHost = { hiccups: 2e-4, stolenCores: 0, otherCores: 0.05 };

function judged(observations: Observations, more: Partial<GateInput> = {}) {
  const input = {
    observations,
    consumers: 2,
    topology: { kind: 'shared' as const },
    ledger: clean,
    host: calmHost,
    depth: depthOf(observations),
    ...more,
  };
  const checks = gate(input);
  return { checks, failed: checks.filter(({ passed }) => !passed).map(({ name }) => name) };
}

/** The number in the system every 10 ms, counted from the messages themselves. */
function depthOf({ sent, finished }: Observations): DepthSamples {
  const last = Math.max(...finished);
  const time = Float64Array.from({ length: Math.ceil(last / 0.01) + 1 }, (_, i) => i * 0.01);
  const inSystem = time.map(t => sent.filter((begin, i) => begin <= t && t < finished[i]).length);
  return { time, numberInSystem: inSystem };
}

/** The same run with some of its columns changed, message by message. */
function changed(
  observations: Observations,
  columns: Partial<Record<'sent' | 'finished', (time: number, i: number) => number>>,
): Observations {
  const { sent = (time: number) => time, finished = (time: number) => time } = columns;
  return {
    ...observations,
    sent: observations.sent.map(sent),
    finished: observations.finished.map(finished),
  };
}

describe('the gate', () => {
  test.each([1, 2, 4])('lets a perfect run of %i consumers pass', servers => {
    const { checks, failed } = judged(synthetic({ servers }), { consumers: servers });
    expect(failed).toEqual([]);
    expect(checks).toHaveLength(13);
  });

  test('lets a run pass whose services end a tenth of a millisecond late, as real ones do', () => {
    expect(judged(synthetic({ late: 1e-4 })).failed).toEqual([]);
  });

  test('leaves out what cannot be told, and lets a single message pass', () => {
    const { checks, failed } = judged(synthetic({ messages: 1 }), { host: {}, depth: undefined });
    expect(failed).toEqual([]);
    expect(checks.map(({ name }) => name)).not.toContain("Little's law, off by");
    for (const { value } of checks) expect(value).not.toMatch(/NaN|Infinity|undefined/);
  });

  const run = synthetic();
  test.each<[string, Observations, Partial<GateInput>, string[]]>([
    [
      'a sender that is often a little late',
      changed(run, { sent: time => time + 2e-4 }),
      {},
      ['sender lateness, median'],
    ],
    [
      'a sender that is now and then very late',
      changed(run, { sent: (time, i) => (i % 50 === 0 ? time + 4e-3 : time) }),
      {},
      ['sender lateness, p99'],
    ],
    ['services that end late', synthetic({ late: 4e-4 }), {}, ['mean service, off by']],
    [
      'services that all last the same',
      changed(run, { finished: (_, i) => run.started[i] + 0.01 }),
      {},
      ['variation of services, off by'],
    ],
    [
      'a few services that end very late',
      changed(run, { finished: (time, i) => (i % 50 === 0 ? time + 4e-3 : time) }),
      {},
      ['end of service, late by, p99'],
    ],
    [
      'a host that stops now and then',
      run,
      { host: { ...calmHost, hiccups: 4e-3 } },
      ['hiccups of the host, p99'],
    ],
    ['a stolen processor', run, { host: { ...calmHost, stolenCores: 0.3 } }, ['processor time stolen']],
    [
      'a busy machine',
      run,
      { host: { ...calmHost, otherCores: Number.MAX_VALUE } },
      ['load of other programs'],
    ],
    [
      'a broker that counts other messages than were sent',
      run,
      { depth: { ...depthOf(run), numberInSystem: depthOf(run).numberInSystem.map(n => n + 1) } },
      ["Little's law, off by"],
    ],
    ['a lost message', run, { ledger: { ...clean, received: 1999, lost: 1 } }, ['every message once']],
    ['a message that came twice', run, { ledger: { ...clean, duplicated: 1 } }, ['every message once']],
  ])('catches %s', (_, observations, more, names) => {
    const { checks, failed } = judged(observations, more);
    expect(failed).toEqual(expect.arrayContaining(names));
    for (const check of checks) {
      expect(check.limit).not.toBe('');
      expect(check.advice).not.toBe('');
    }
  });

  test('catches a sender that cannot keep up with the rate', () => {
    const { failed } = judged(changed(run, { sent: time => time * 1.02 }));
    expect(failed).toContain('arrival rate, off by');
  });

  test('catches a sender that sends in lumps', () => {
    const { failed } = judged(changed(run, { sent: time => Math.ceil(time / 0.05) * 0.05 }));
    expect(failed).toContain('variation of arrivals, off by');
  });

  test('catches a broker that deals messages out in turn instead of keeping one queue', () => {
    const free = [0, 0];
    const started = run.sent.map((time, i) => {
      const start = Math.max(time, free[i % 2]);
      free[i % 2] = start + run.service[i];
      return start;
    });
    const dealt = {
      ...run,
      started,
      received: started,
      finished: started.map((start, i) => start + run.service[i]),
      consumer: run.consumer.map((_, i) => i % 2),
    };
    expect(judged(dealt).failed).toContain('one central queue, off by');
  });
});
