import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { charts } from '../src/report/charts/index.js';
import { decodeStudy, encodeStudy } from '../src/report/json.js';
import { loadScenario } from '../src/scenario/load.js';
import { runStudy } from '../src/study/run-study.js';
import { root } from './architecture/imports.js';

const folder = join(root, 'scenarios');
const files = readdirSync(folder).filter(name => name.endsWith('.yaml'));

/** One interval in ten thousand may miss by chance; the seeds are fixed, so none ever does. */
const careful = ['run.confidence=0.9999', 'run.precision=10%', 'run.maxCustomers=2000000'];

test('there are scenarios', () => {
  expect(files.length).toBeGreaterThan(8);
});

describe.each(files)('scenarios/%s', file => {
  test('is answered without a queue, and where theory is exact the simulation agrees', async () => {
    const scenario = loadScenario(join(folder, file), { set: careful });
    const { study } = await runStudy(scenario, {
      engines: ['theory', 'simulation'],
      workers: 1,
      command: '',
    });
    expect(study.results.length).toBeGreaterThan(0);
    expect(decodeStudy(encodeStudy(study))).toEqual(JSON.parse(JSON.stringify(study)));
    for (const { config } of Object.values(charts)) config(study);
    for (const { measure, columns } of study.comparisons) {
      const { theory, simulation } = columns;
      if (theory?.kind !== 'exact' || simulation?.kind !== 'sampled' || simulation.reached === false)
        continue;
      expect(simulation.low, measure).toBeLessThanOrEqual(theory.value);
      expect(simulation.high, measure).toBeGreaterThanOrEqual(theory.value);
    }
  });
});
