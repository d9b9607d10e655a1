import { describe, expect, test } from 'vitest';
import { sojourn } from './sojourn.js';

const scenario = 'scenarios/quickstart.yaml';
const brief = ['--set', 'live.messages=60', '--seconds', '1', '--in-flight', '4'];
/** Five runs, three of which a busy machine makes three times. */
const timeout = 200_000;

describe('sojourn bench --compare', () => {
  test('puts a scenario to two queues in turn, kills, and counts', async () => {
    const words = ['--compare', '--kill', '--broker', 'zeromq,in-process', '--rounds', '1', '--json'];
    const { code, stdout, stderr } = await sojourn(['bench', scenario, ...words, ...brief], { timeout });
    expect([0, 5]).toContain(code);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ schema: 1, rounds: 1, unavailable: [] });
    const [zeromq, inProcess] = report.queues;
    expect(zeromq).toMatchObject({
      broker: 'zeromq',
      facts: { topology: { kind: 'shared' }, guarantee: 'at-least-once', packages: ['zeromq'] },
    });
    expect(inProcess).toMatchObject({ broker: 'in-process', facts: { weight: { packages: 0, bytes: 0 } } });
    const uncounted = [zeromq, inProcess].filter(({ summary }) => summary.served === undefined);
    expect(code).toBe(uncounted.length > 0 ? 5 : 0);
    for (const { turns, summary } of report.queues) {
      expect(turns.map((turn: { seed: number }) => turn.seed)).toEqual([1]);
      expect(summary.idleDelivery).toMatchObject({ rounds: 1 });
      expect(summary.through).toMatchObject([{ inFlight: 4, perSecond: { rounds: 1 } }]);
      // A run counts, or it is said why not.
      for (const { served, problem } of turns) expect(served === undefined).toBe(problem !== undefined);
    }
    for (const { killed, restarted } of zeromq.turns) {
      expect(killed).toMatchObject({ messages: 60, lost: 0 });
      expect(restarted).toMatchObject({ messages: 60 });
    }
    // Its consumers live in its own process: there is none to kill.
    for (const turn of inProcess.turns) expect(turn.killed).toBeUndefined();
    const order = [...stderr.matchAll(/round 1 of 1: (\S+)/g)].map(([, name]) => name);
    expect(order).toEqual(['zeromq', 'in-process']);
    expect(report.verdict.join('\n')).toContain('When a consumer was killed: nothing lost by zeromq.');
  });

  test('a setting that a queue does not have is no run of it, and the others are measured', async () => {
    const words = ['--compare', '--broker', 'zeromq,in-process', '--rounds', '1', '--set', 'live.credit=2'];
    const { code, stdout } = await sojourn(['bench', scenario, ...words, ...brief], { timeout });
    expect(code).toBe(6);
    expect(stdout).toContain('! in-process: the scenario sets live.credit, which this queue does not have');
    expect(stdout).toMatch(/zeromq +one queue, up to 2 messages bound to each consumer/);
  });

  test.each([
    [['--compare'], '--compare: there is no scenario to put to the queues; name its file'],
    [[scenario, '--rounds', '3'], '--rounds says how queues are compared: it needs --compare'],
    [[scenario, '--kill'], '--kill says how queues are compared: it needs --compare'],
    [[scenario, '--compare', '--rounds', '0'], '--rounds 0: expected a whole number from 1 to 100'],
    [[scenario, '--compare', '--payload', '5'], '--payload: --compare takes it from the scenario'],
    [[scenario, '--compare', '--target', 'mean wait<1s'], '--target: looks for a rate'],
    [[scenario, '--compare', '--kill', '--set', 'servers=1'], '--kill: kills one of several consumers'],
    [['scenarios/kill-worker.yaml', '--compare'], '--compare: live.faults breaks things on purpose'],
  ])('%j is refused in one clear message', async (words, message) => {
    const { code, stdout, stderr } = await sojourn(['bench', ...words]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
