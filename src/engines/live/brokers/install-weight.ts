import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What packages bring along where they are installed here, their dependencies counted in, each once. */
export interface InstallWeight {
  readonly packages: number;
  readonly bytes: number;
}

const { resolve } = createRequire(import.meta.url);

/** Optional dependencies count where they are installed. */
export function installWeight(names: readonly string[]): InstallWeight {
  const folders = new Set<string>();
  for (const name of names) gather(installedAt(dirname(resolve(name)), name), folders);
  return {
    packages: folders.size,
    bytes: [...folders].reduce((sum, folder) => sum + bytesIn(folder), 0),
  };
}

function gather(folder: string | undefined, into: Set<string>): void {
  if (folder === undefined || into.has(folder)) return;
  into.add(folder);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }))
    gather(installedAt(folder, name), into);
}

/** As Node looks for it: in the folders of packages from here up. */
function installedAt(from: string, name: string): string | undefined {
  const here = join(from, 'node_modules', name);
  if (existsSync(join(here, 'package.json'))) return here;
  const parent = dirname(from);
  return parent === from ? undefined : installedAt(parent, name);
}

/** Of its own files; packages inside it are counted by themselves. */
function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return sum + (entry.isDirectory() ? bytesIn(path) : lstatSync(path).size);
    }, 0);
}
