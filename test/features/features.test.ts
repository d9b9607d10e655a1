import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { processes } from '../../src/arrivals/index.js';
import { families } from '../../src/distributions/index.js';
import { disciplines as simulated } from '../../src/engines/simulation/network/disciplines/index.js';
import { classKeys } from '../../src/scenario/customer-class.js';
import { loadScenario } from '../../src/scenario/load.js';
import { strategies } from '../../src/scenario/routes/strategies.js';
import { stationShape } from '../../src/scenario/station.js';
import type { Scenario } from '../../src/scenario/type.js';
import { root } from '../architecture/imports.js';
import { features } from './table.js';

/** All there are of a kind, and whether a scenario uses one. */
const kinds: Readonly<
  Record<string, { all: readonly string[]; uses: (scenario: Scenario, name: string) => boolean }>
> = {
  arrivals: {
    all: Object.keys(processes),
    uses: ({ classes }, name) => Object.values(classes).some(({ arrivals }) => arrivals?.process === name),
  },
  distributions: {
    all: Object.keys(families),
    uses: (scenario, name) => JSON.stringify(scenario).includes(`"distribution":"${name}"`),
  },
  disciplines: {
    all: Object.keys(simulated),
    uses: ({ stations }, name) =>
      Object.values(stations).some(({ discipline }) => discipline.discipline === name),
  },
  strategies: {
    all: Object.keys(strategies),
    uses: ({ routes }, name) => JSON.stringify(routes).includes(`"strategy":"${name}"`),
  },
  routes: {
    all: ['shares', 'branches', 'fork', 'quorum', 'cancel'],
    uses: ({ routes }, name) => {
      const text = JSON.stringify(routes);
      return name === 'shares' ? /0\.\d/.test(text) : text.includes(name);
    },
  },
  classes: {
    all: classKeys,
    uses: ({ classes }, name) => Object.values(classes).some(customers => name in customers),
  },
  stations: {
    all: Object.keys(stationShape),
    uses: ({ stations }, name) => Object.values(stations).some(station => name in station),
  },
  interrupted: {
    all: ['restart'],
    uses: ({ stations }, name) =>
      Object.values(stations).some(({ discipline }) => discipline.interrupted === name),
  },
  runs: { all: ['duration'], uses: ({ run }, name) => name in run },
};

test('every kind is in the table, and every one of its features', () => {
  expect(Object.keys(features)).toEqual(Object.keys(kinds));
  for (const [kind, { all }] of Object.entries(kinds))
    expect(Object.keys(features[kind]).sort(), kind).toEqual([...all].sort());
});

describe.each(Object.entries(features))('%s', (kind, rows) => {
  test.each(Object.entries(rows))('%s has a scenario, which uses it, and a check', (name, row) => {
    const scenario = loadScenario(join(root, 'scenarios', `${row.scenario}.yaml`));
    expect(kinds[kind].uses(scenario, name)).toBe(true);
    const path = join(root, 'test', row.test);
    expect(existsSync(path), row.test).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain(row.title);
  });
});
