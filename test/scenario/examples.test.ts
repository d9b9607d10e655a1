import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { kendall } from '../../src/scenario/kendall.js';
import { loadScenario } from '../../src/scenario/load.js';
import { offeredLoad } from '../../src/scenario/offered-load.js';
import { singleStation } from '../../src/scenario/single-station.js';

const folder = fileURLToPath(new URL('../../scenarios/', import.meta.url));
const model = (name: string): string => {
  const station = singleStation(loadScenario(`${folder}${name}.yaml`));
  return typeof station === 'string' ? station : kendall(station);
};

describe('every file in scenarios/', () => {
  it.each(readdirSync(folder).filter(name => name.endsWith('.yaml')))(
    '%s is a scenario and says what it shows',
    file => {
      const scenario = loadScenario(folder + file);
      expect(scenario.name).toBe(file.replace('.yaml', ''));
      expect(scenario.description?.length).toBeGreaterThan(80);
    },
  );
});

it.each([
  ['quickstart', 'M/M/2', 0.7],
  ['redis-list', 'M/M/2', 0.7],
  ['mm1', 'M/M/1', 0.9],
  ['mmc', 'M/M/3', 0.8],
  ['loss', 'M/M/3/10', 160 / 150],
  ['mg1', 'M/G/1', 0.7],
  ['ggc', 'H2/E4/4', 0.85],
  ['unstable', 'M/M/2', 1.2],
  ['email-workers', 'M/M/12', 10 / 12],
])('%s is %s', (name, kendallName, utilisation) => {
  expect(model(name)).toBe(kendallName);
  expect(offeredLoad(loadScenario(`${folder}${name}.yaml`)).queue.utilisation).toBeCloseTo(utilisation, 12);
});

it('infinite-servers has no utilisation', () => {
  expect(model('infinite-servers')).toBe('M/G/∞');
  expect(offeredLoad(loadScenario(`${folder}infinite-servers.yaml`)).queue).toEqual({
    arrivalRate: 50,
    erlangs: 10,
  });
});

it('checkout loads its two stations', () => {
  expect(model('checkout')).toBe('the scenario has 2 stations');
  const { api, db } = offeredLoad(loadScenario(`${folder}checkout.yaml`));
  // 90/s x 20 ms + 20/s x 45 ms = 2.7; 0.7 x 110/s x 8 ms = 0.616.
  expect(api.erlangs).toBeCloseTo(2.7, 12);
  expect(db.erlangs).toBeCloseTo(0.616, 12);
});
