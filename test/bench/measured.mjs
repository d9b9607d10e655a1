// What the tables of the bench have in common: a program's JSON, medians, the machine in words.
import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';

export const here = name => fileURLToPath(new URL(name, import.meta.url));

/** What a program prints, as JSON. */
export const told = (program, words, { timeout = 300_000, env = {} } = {}) =>
  JSON.parse(
    execFileSync(program, words, {
      encoding: 'utf8',
      timeout,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
    }),
  );

export const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export const spread = (values, digits = 2) =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;

export const machine = () =>
  `${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, load ${loadavg()[0].toFixed(1)}`;
