import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { brokerFacts } from '../../../src/engines/live/brokers/facts.js';
import { installWeight } from '../../../src/engines/live/brokers/install-weight.js';
import { brokers } from '../../../src/scenario/brokers.js';

const root = join(import.meta.dirname, '../../..');
const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

test.each(Object.keys(brokers))('what %s needs is what sojourn installs for it', async name => {
  const { packages, weight } = await brokerFacts(name, {});
  for (const one of packages) expect({ ...dependencies, ...peerDependencies }).toHaveProperty(one);
  expect(weight.packages).toBeGreaterThanOrEqual(packages.length);
});

test('a package weighs what its files do, and one that others bring along counts once', () => {
  const folder = join(root, 'node_modules/denque');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name =>
    statSync(join(folder, name)),
  );
  const bytes = files.filter(file => file.isFile()).reduce((sum, { size }) => sum + size, 0);
  expect(installWeight([])).toEqual({ packages: 0, bytes: 0 });
  expect(installWeight(['denque'])).toEqual({ packages: 1, bytes });
  expect(installWeight(['ioredis', 'denque'])).toEqual(installWeight(['ioredis']));
  expect(installWeight(['ioredis']).bytes).toBeGreaterThan(bytes);
});
