import { describe, expect, test } from 'vitest';
import type { CheckedRun, RunCheck } from '../../../src/engines/live/checks/check.js';
import { gate } from '../../../src/engines/live/checks/gate.js';
import { runChecks } from '../../../src/engines/live/checks/index.js';
import type { Observations } from '../../../src/measurement/observation.js';
import { synthetic } from '../../measurement/synthetic.js';
import { calmHost, checked, clean, depthOf } from './checked.js';

function judged(observations: Observations, more: Parameters<typeof checked>[1] = {}) {
  const checks = gate(checked(observations, more));
  return { checks, failed: checks.filter(({ passed }) => !passed).map(({ name }) => name) };
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
    const { checks, failed } = judged(synthetic({ servers }), { servers });
    expect(failed).toEqual([]);
    expect(checks).toHaveLength(18);
  });

  test('lets a run pass whose services end a tenth of a millisecond late, as real ones do', () => {
    expect(judged(synthetic({ late: 1e-4 })).failed).toEqual([]);
  });

  test('leaves out what cannot be told, and lets a single message pass', () => {
    const { checks, failed } = judged(synthetic({ messages: 1 }), { host: {}, depth: undefined });
    expect(failed).toEqual([]);
    expect(checks.map(({ name }) => name)).not.toContain("Little's law, off by");
    for (const { value, limit } of checks) expect(value + limit).not.toMatch(/NaN|Infinity|undefined/);
  });

  const run = synthetic();
  test.each<[string, Observations, Partial<CheckedRun>, string[]]>([
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
    [
      'a run that takes all there is',
      run,
      { host: { ...calmHost, ownCores: Number.MAX_VALUE } },
      ['processor time of the run itself'],
    ],
    [
      'a client that grows slower and slower',
      changed(run, { finished: (time, i) => time + (1e-3 * i) / run.count }),
      {},
      ['cost of a message, change over the run'],
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

  test('catches a broker that serves the message that came last first, which changes no mean', () => {
    const { failed } = judged(lastFirst(run));
    expect(failed).toEqual(['messages overtaken by later ones']);
  });

  test('catches arrivals of another law, and services of one, though both are carried out as drawn', () => {
    const regular = { ...run, intended: run.intended.map((_, i) => i / 140) };
    const evenly = { ...regular, sent: regular.intended.slice() };
    expect(judged(evenly).failed).toContain('law of arrivals, off by');
    const service = new Float64Array(run.count).fill(0.01);
    const alike = { ...run, service, finished: run.started.map(start => start + 0.01) };
    expect(judged(alike).failed).toContain('law of services, off by');
  });

  /** For each check a run that fails it: the compiler asks for one of every new check. */
  const broken: Readonly<Record<keyof typeof runChecks, () => CheckedRun>> = {
    senderLateness: () => checked(changed(run, { sent: time => time + 4e-3 })),
    arrivalRate: () => checked(changed(run, { sent: time => time * 1.02 })),
    arrivalVariation: () => checked(changed(run, { sent: time => Math.ceil(time / 0.05) * 0.05 })),
    arrivalLaw: () => checked(run, { sends: run.sent.map((_, i) => i / 140) }),
    services: () => checked(synthetic({ late: 4e-4 })),
    serviceLaw: () => checked(changed(run, { finished: (_, i) => run.started[i] + 0.01 })),
    stretch: () => checked(run, { stretch: 1.4 }),
    drift: () => checked(changed(run, { finished: (time, i) => time + (1e-3 * i) / run.count })),
    hiccups: () => checked(run, { host: { hiccups: 4e-3 } }),
    steal: () => checked(run, { host: { stolenCores: 0.3 } }),
    otherLoad: () => checked(run, { host: { otherCores: Number.MAX_VALUE } }),
    ownLoad: () => checked(run, { host: { ownCores: Number.MAX_VALUE } }),
    littlesLaw: () => checked(run, { depth: depthOf(synthetic({ utilisation: 0.5 })) }),
    topology: () => checked(run, { consumers: 3 }),
    order: () => checked(lastFirst(run)),
    everyMessage: () => checked(run, { ledger: { ...clean, lost: 1 } }),
  };
  test.each(Object.entries<RunCheck>(runChecks))(
    '%s: what it looks for, what to change, and a limit that a sound run keeps',
    (name, check) => {
      expect(check.about).not.toBe('');
      expect(check.advice).not.toBe('');
      expect(check.falseAlarms).toBeLessThanOrEqual(1e-3);
      const sound = check.readings(checked(run, { stretch: 1.1 }));
      expect(sound).not.toEqual([]);
      expect(sound.filter(({ value, limit }) => Math.abs(value) > limit)).toEqual([]);
      const faulty = check.readings(broken[name as keyof typeof runChecks]());
      expect(faulty.filter(({ value, limit }) => Math.abs(value) > limit)).not.toEqual([]);
    },
  );

  test('says the figures of each check in numbers, too', () => {
    const { checks } = judged(synthetic({ late: 4e-4 }));
    const { measured, bound, ...mean } = checks.find(({ name }) => name === 'mean service, off by') ?? {};
    expect(mean).toMatchObject({ passed: false, unit: 'seconds', falseAlarms: 0 });
    expect(measured).toBeCloseTo(4e-4, 9);
    expect(bound).toBeCloseTo(3e-4, 9);
  });

  test.runIf(process.platform === 'linux')(
    'tells those who are late of real-time priority, unless the run had it',
    () => {
      const advised = (realTime: boolean) =>
        gate(checked(synthetic({ late: 4e-4 }), { realTime }))
          .filter(({ advice }) => /chrt/.test(advice))
          .map(({ name }) => name);
      expect(advised(false)).toEqual([
        ...['sender lateness, p99', 'sender lateness, median', 'end of service, late by, p99'],
        ...['mean service, off by', 'variation of services, off by'],
      ]);
      expect(advised(true)).toEqual([]);
    },
  );

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

/** The same sends and services, and the latest message first: the recursion by hand. */
function lastFirst(run: Observations): Observations {
  const [received, started, finished] = [run.received.slice(), run.started.slice(), run.finished.slice()];
  const consumer = run.consumer.slice();
  const free = [0, 0];
  const waiting: number[] = [];
  let next = 0;
  for (let served = 0; served < run.count; served++) {
    const at = free.indexOf(Math.min(...free));
    if (waiting.length === 0) waiting.push(next++);
    const now = Math.max(free[at], run.sent[waiting[waiting.length - 1]]);
    while (next < run.count && run.sent[next] <= now) waiting.push(next++);
    const message = waiting.pop() as number;
    received[message] = started[message] = now;
    finished[message] = free[at] = now + run.service[message];
    consumer[message] = at;
  }
  return { ...run, received, started, finished, consumer };
}
