import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The installed version of a package, whether or not it exports its package.json. */
export function packageVersion(name: string): string {
  let folder = dirname(require.resolve(name));
  for (;;) {
    const manifest = manifestIn(folder);
    if (manifest?.name === name) return manifest.version;
    const parent = dirname(folder);
    if (parent === folder) return 'unknown version';
    folder = parent;
  }
}

function manifestIn(folder: string): { name: string; version: string } | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    // No manifest here: it stands further up.
    return undefined;
  }
}
