import { describe, expect, test } from 'vitest';
import type { TheoryArguments } from '../../src/cli/theory/arguments.js';
import { answersTo } from '../../src/cli/theory/theory.js';
import { erlangC } from '../../src/engines/theory/erlang.js';
import { sojourn } from './sojourn.js';

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const flags = (model: string, text: string): TheoryArguments => {
  const words = text.split(/\s+--/).flatMap(word => {
    const [, name, value] = /^(?:--)?(\S+) (.*)$/.exec(word) ?? [];
    return name ? [[camel(name), value]] : [];
  });
  return { model, json: true, ...Object.fromEntries(words) };
};
/** Without the plain text of JSON in between. */
// biome-ignore lint/suspicious/noExplicitAny: as a reader of the JSON sees it
const asked = (model: string, text: string): any =>
  JSON.parse(JSON.stringify(answersTo(flags(model, text)).answers));

/** One exponential phase in disguise. */
const phases = '{ process: renewal, interarrival: { distribution: erlang, mean: 1s, k: 1 } }';

describe('sojourn theory', () => {
  test('M/M/4: every value with its kind and its source', async () => {
    const args = ['theory', 'M/M/4', '--arrivals', '120/s', '--service', '20ms'];
    const [told, json] = await Promise.all([sojourn(args), sojourn([...args, '--json'])]);
    expect([told.code, json.code, told.stderr, json.stderr]).toEqual([0, 0, '', '']);
    expect(told.stdout).toMatch(/^mean wait Wq += {1,2}3\.59 ms +\[2\]$/m);
    const document = JSON.parse(json.stdout);
    expect(document).toMatchObject({ schema: 1, model: 'M/M/4', answers: [{ model: 'M/M/4', by: 'M/M/4' }] });
    const { meanWait, p99Wait } = document.answers[0].measures;
    expect(meanWait).toMatchObject({ kind: 'exact', source: { ref: 'kleinrock1975' } });
    expect(meanWait.value).toBeCloseTo(erlangC(4, 2.4) / (200 - 120), 14);
    expect(p99Wait.value).toBeCloseTo(Math.log(100 * erlangC(4, 2.4)) / 80, 12);
  });

  test('M/G/3: a band, bounds around it, and an example with percentiles', async () => {
    const text = '--arrivals 120/s --service 20ms --scv 2';
    const [general, example] = asked('M/G/3', text);
    const { kind, low, high, bounds, byName } = general.measures.meanWait;
    expect([kind, Object.keys(byName).length]).toEqual(['band', 6]);
    expect(bounds.low).toBeLessThan(low);
    expect(bounds.high).toBeGreaterThan(high);
    expect(general.measures.p99Wait).toBeUndefined();
    expect(example).toMatchObject({ model: 'M/H2/3', by: 'MAP/PH/c' });
    expect(example.measures.p99Wait.kind).toBe('exact');
    const { stdout } = await sojourn(['theory', 'M/G/3', ...text.split(' ')]);
    expect(stdout).toMatch(/^M\/G\/3, any laws of these moments$/m);
    expect(stdout).toMatch(/^ {2}Krämer-Langenbach-Belz +≈ 32\.4 ms$/m);
  });

  test('M/G/1: the mean of Pollaczek and Khinchine whatever the law', () => {
    const [general] = asked('M/G/1', '--arrivals 40/s --service 20ms --scv 2');
    expect(general.measures.meanWait.kind).toBe('exact');
    expect(general.measures.meanWait.value).toBeCloseTo((0.8 * 0.02 * 3) / 2 / 0.2, 14);
  });

  test('a law without phases gets the band alone', () => {
    const answers = asked('E3/LN/2', '--arrivals 80/s --service 20ms --scv 3');
    expect(answers.length).toBe(1);
    expect(answers[0].measures.meanWait.kind).toBe('band');
  });

  test.each([
    ['M/M/5/5', '--arrivals 220/s --service 20ms', 'probabilityOfLoss', 0.234373],
    ['M/D/1', '--arrivals 40/s --service 20ms', 'meanWait', 0.04],
    ['D/M/1', '--arrivals 1/s --service 500ms', 'probabilityOfWait', 0.203188],
    ['M/E2/1', '--arrivals 40/s --service 20ms', 'meanWait', 0.06],
    ['M/M/inf', '--arrivals 220/s --service 20ms', 'meanNumberInSystem', 4.4],
    // Two machines, one repairman: p0 = 1/5 at r = 1.
    ['M/M/1//2', '--think 1s --service 1s', 'utilisation', 0.8],
    ['M/M/1/1//2', '--think 1s --service 1s', 'probabilityOfLoss', 0.5],
    // As many give up as are served: p_n of M/M/∞.
    ['M/M/1+M', '--arrivals 1/s --service 1s --patience 1s', 'meanNumberInSystem', 1],
    // Pairs at half the rate: L = ρ (E X + E X²) / (2 E X (1 - ρ)) = 0.5 · 6 / (4 · 0.5).
    ['M[X]/M/1', '--arrivals 0.5/s --service 1s --batch 2', 'meanNumberInSystem', 1.5],
    // A geometric batch of mean 2: E X² = 6.
    ['M^X/M/1', '--arrivals 0.5/s --service 1s --mean-batch 2', 'meanNumberInSystem', 2],
    [
      'MAP/M/1',
      '--arrivals { process: mmpp, rates: [1/s, 1/s], holding: [1s, 1s] } --service 500ms',
      'meanWait',
      0.5,
    ],
    ['PH/PH/1', `--arrivals ${phases} --service { distribution: exponential, mean: 500ms }`, 'meanWait', 0.5],
    ['M/M/2-PS', '--arrivals 1/s --service 1s', 'meanNumberInSystem', 4 / 3],
    ['M/G/1-LCFS-PREEMPTIVE', '--arrivals 1/s --service 500ms --scv 3', 'meanSojourn', 1],
  ] as const)('%s %s: %s is %d', (model, text, measure, expected) => {
    const [answer] = asked(model, text);
    expect(answer.measures[measure].kind).toBe('exact');
    expect(Math.abs(answer.measures[measure].value / expected - 1)).toBeLessThan(1e-5);
  });

  test('classes by priority: together, and each', () => {
    const [whole, urgent, other] = asked('M/M/1-PRIORITY', '--arrivals 0.4/s,0.3/s --service 1s');
    expect(whole.measures.meanWait.value).toBeCloseTo(0.7 / 0.3, 10);
    expect([urgent.about, other.about]).toEqual(['class 1', 'class 2']);
    expect(urgent.measures.meanWait.value).toBeCloseTo(0.7 / 0.6, 12);
    expect(other.measures.meanWait.value).toBeCloseTo(0.7 / 0.18, 12);
  });

  test('a queue that grows without end has a growth rate and no steady state', () => {
    const [answer] = asked('M/M/4', '--arrivals 220/s --service 20ms');
    expect(answer.measures.growthRate.value).toBeCloseTo(20, 9);
    expect(answer.measures.meanWait).toBeUndefined();
    expect(answer.warnings[0].message).toContain('no steady state');
  });

  test('what it cannot read is shown with its place', async () => {
    const { code, stdout, stderr } = await sojourn(['theory', 'M/Q/7', '--arrivals', '1/s']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('"Q" is no law of the service times\n  | M/Q/7\n  |   ^\n');
  });

  test.each([
    ['M/M/1', '--service 1s', 'M/M/1 needs --arrivals, such as --arrivals 120/s'],
    ['M/G/1', '--arrivals 1/s --service 1s', 'M/G/1 needs --scv, such as --scv 2'],
    ['M/M/1', '--arrivals 1/s --service 1s --scv 2', '--scv 2: M/M/1 has nothing for it'],
    ['M/M/1', '--arrivals 5 --service 1s', '--arrivals 5: "5" has no unit'],
    ['M/G/1', '--arrivals 1/s --service 1s --scv -1', '"-1" is negative'],
    ['M/G/1', '--arrivals 1/s --service 1s --scv NaN', '--scv NaN: "NaN" is not'],
    ['M/M/1//5', '--think soon --service 1s', '--think soon: expected a time above 0'],
    ['M[X]/M/1', '--arrivals 1/s --service 1s', 'M[X]/M/1 needs --batch'],
    ['M/M/1', '--arrivals 1/s --service 1s --batch 2', 'batches are M[X]'],
    ['MAP/M/1', '--arrivals 1/s --service 1s', 'MAP/M/1 needs the law itself'],
    ['M/PH/1', '--arrivals 1/s --service 1s', 'M/PH/1 needs the law itself'],
    ['M/M/1-PRIORITY', '--arrivals 1/s,,2/s --service 1s', 'something is missing beside a comma'],
    ['M/M/1-PRIORITY', '--arrivals 1/s,2/s --service 1s,1s,1s', 'expected one for each of 2 rates'],
    ['D/M/1-PRIORITY', '--arrivals 1/s,2/s --service 1s', 'classes come as Poisson processes'],
    ['M/G/1//5', '--think 1s --service 1s --scv 2', 'expected M/M/c//N'],
    ['M/M/2/3//5', '--think 1s --service 1s', 'room for some of the waiting customers'],
  ] as const)('%s %s is refused by name', (model, text, message) => {
    expect(() => asked(model, text)).toThrow(message);
  });
});
