import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { simulate } from '../../src/engines/simulation/index.js';
import { predict } from '../../src/engines/theory/index.js';
import { parseScenario } from '../../src/scenario/parse.js';
import { layOut } from '../../src/study/lay-out.js';
import { scratch, sojourn } from '../cli/sojourn.js';
import { Browser, noChromium } from '../report/chromium.js';

const browserTest = noChromium !== undefined && !process.env.CI ? test.skip : test;

/** One of each kind of algorithm and law that computes in a way of its own. */
const scenarios = {
  'M/M/c by the recursion': 'arrivals: 70/s\nservice: 20ms\nservers: 2',
  'shared service':
    'arrivals: 40/s\nservice: { distribution: weibull, mean: 20ms, scv: 3 }\nservers: 1\ndiscipline: ps',
  'priorities, lognormal services': `
classes: { urgent: { arrivals: 10/s, priority: 1 }, patient: { arrivals: { process: renewal, rate: 20/s, scv: 0.5 } } }
stations: { desk: { servers: 1, service: { distribution: lognormal, mean: 25ms, scv: 2 }, discipline: priority } }`,
  'a network with a choice': `
arrivals: { process: sinusoidal, rate: 50/s, amplitude: 60%, period: 2s }
stations:
  a: { servers: 1, service: 20ms }
  b: { servers: 1, service: { distribution: gamma, mean: 20ms, scv: 0.7 } }
  c: { servers: 2, service: { distribution: erlang, mean: 15ms, k: 3 } }
routes: { arrive: { join-shortest-queue: [a, b] }, a: c, b: c, c: { a: 0.1, leave: 0.9 } }`,
  'impatience, retries and a limit': `
classes: { callers: { arrivals: 60/s, patience: { distribution: pareto, mean: 80ms, alpha: 3 }, retry: { delay: 100ms, maxAttempts: 3 } } }
stations: { desk: { servers: 1, service: 20ms, capacity: 4, whenFull: retry } }`,
};

/** Asks the engine's thread of the page, whose address the page has given away. */
const ask = (study: object) => `new Promise((resolve, reject) => {
  const thread = new originalWorker(threadAddress);
  thread.onerror = ({ message }) => reject(new Error(message));
  thread.onmessage = ({ data }) => {
    if (data.kind === 'failure') reject(new Error(data.problem));
    if (data.kind !== 'answer') return;
    thread.terminate();
    resolve(JSON.stringify(data.study.results.find(({ engine }) => engine === 'simulation')));
  };
  thread.postMessage(${JSON.stringify({ study })});
})`;

browserTest(
  'the simulation gives the same bytes in Node and in the page, whatever the kind of scenario',
  async () => {
    const out = scratch();
    const file = join(out, 'study.yaml');
    writeFileSync(file, 'name: study\narrivals: 70/s\nservice: 20ms\nservers: 2\n');
    await sojourn(['run', file, '--engines', 'theory', '--out', out]);
    const browser = new Browser();
    try {
      await browser.open(pathToFileURL(join(out, 'study', 'report.html')).href);
      await browser.evaluate(`
      window.originalWorker = Worker;
      window.Worker = class extends Worker { constructor(address) { super(address); window.threadAddress = address; } };
      location.hash = '#servers=3'; 0`);
      await browser.until('window.threadAddress');
      for (const [about, text] of Object.entries(scenarios)) {
        const scenario = parseScenario(`${text}\nrun: { precision: 5%, maxCustomers: 60000 }\nname: same`);
        const simulated = await simulate(scenario);
        if (!simulated.answered) throw new Error(`${about}: ${simulated.reason}`);
        const provenance = {
          tool: 'sojourn',
          version: '0',
          command: '',
          node: '',
          platform: '',
          cpu: '',
          cores: 1,
          seed: 1,
        };
        const there = await browser.evaluate(ask({ scenario, provenance }));
        // Laid out as the page does: the first answer carries what is said of all of them.
        const outcomes = [
          ['theory', predict(scenario)],
          ['simulation', simulated],
        ] as const;
        const here = layOut(scenario, outcomes, provenance).results.find(
          ({ engine }) => engine === 'simulation',
        );
        expect(there, about).toBe(JSON.stringify(here));
      }
    } finally {
      await browser.close();
    }
  },
);
