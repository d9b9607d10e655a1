import { readFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import type { Provenance } from './study.js';

const { name, version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as {
  name: string;
  version: string;
};

export const toolVersion = version;

/** Where the numbers come from. No date: the same seed gives the same bytes; a live run carries its own. */
export function provenance(command: string, seed: number): Provenance {
  const processors = cpus();
  return {
    tool: name,
    version,
    command,
    seed,
    node: process.versions.node,
    platform: `${platform()} ${arch()}`,
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
  };
}
