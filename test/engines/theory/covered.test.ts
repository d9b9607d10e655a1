import { expect, test } from 'vitest';
import { simulate } from '../../../src/engines/simulation/index.js';
import { predict } from '../../../src/engines/theory/index.js';
import { estimateOf } from '../../../src/result/estimate-of.js';
import { quantileName } from '../../../src/result/measure.js';
import type { PartResult, Result } from '../../../src/result/result.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { coveredScenarios } from './covered-scenarios.js';

/** Some thousand values are compared below; the seeds are fixed, so what is covered once always is. */
const cheap = ['run.confidence=0.999', 'run.precision=10%', 'run.maxCustomers=300000', 'run.seed=4'];

const names = Object.keys(coveredScenarios);

test('there are thirty of them, and more', () => expect(names.length).toBeGreaterThan(30));

test.each(names)('%s: the simulation covers every exact value, of stations and classes too', async name => {
  const scenario = parseScenario(coveredScenarios[name], { set: cheap });
  const [theory, simulation] = [predict(scenario, { curves: false }), await simulate(scenario)];
  if (!theory.answered) throw new Error(theory.reason);
  if (!simulation.answered) throw new Error(simulation.reason);
  const missed: string[] = [];
  let compared = 0;
  const compare = (where: string, exact: PartResult, sampled: PartResult) => {
    const percentiles = [
      ...exact.waitQuantiles.map(({ p }) => quantileName(p, 'wait')),
      ...exact.sojournQuantiles.map(({ p }) => quantileName(p, 'sojourn')),
    ];
    for (const measure of [...Object.keys(exact.measures), ...percentiles]) {
      const [known, seen] = [estimateOf(exact, measure), estimateOf(sampled, measure)];
      if (known?.kind !== 'exact' || seen?.kind !== 'sampled') continue;
      compared++;
      const slack = 1e-9 * Math.abs(known.value);
      if (known.value < seen.low - slack || known.value > seen.high + slack)
        missed.push(`${where} ${measure}: ${known.value} not in ${seen.low} to ${seen.high}`);
    }
  };
  compare('whole', theory.result, simulation.result);
  for (const of of ['stations', 'classes'] as const)
    for (const [part, exact] of Object.entries(theory.result[of] ?? {}))
      compare(`${of} ${part}`, exact, partOf(simulation.result, of, part));
  expect(missed).toEqual([]);
  expect(compared).toBeGreaterThan(1);
});

function partOf(result: Result, of: 'stations' | 'classes', name: string): PartResult {
  const part = result[of]?.[name];
  if (part === undefined) throw new Error(`the simulation says nothing of ${name}`);
  return part;
}
