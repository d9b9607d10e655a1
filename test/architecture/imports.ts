import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const src = join(root, 'src');

/** A source file by its path below src, with '/' between the parts. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface Import {
  readonly from: string;
  /** A path below src, or a package. */
  readonly to: string;
  readonly inside: boolean;
}

export function sources(): Source[] {
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
    .map(entry => relative(src, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
    .map(path => ({ path, text: readFileSync(join(src, path), 'utf8') }));
}

/** Comments speak of imports too, and of clocks. */
export const code = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');

const patterns = [
  /(?:^|[\s;}])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]/g,
  /(?:^|[\s;}])import\s*['"]([^'"]+)['"]/g,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  /\bcompiled\(import\.meta\.url,\s*['"]([^'"]+)['"]\)/g,
];

export function importsOf({ path, text }: Source): Import[] {
  const plain = code(text);
  return patterns.flatMap(pattern =>
    [...plain.matchAll(pattern)].map(([, target]) => {
      if (!target.startsWith('.')) return { from: path, to: packageOf(target), inside: false };
      const to = posix.normalize(posix.join(posix.dirname(path), target)).replace(/\.js$/, '.ts');
      return { from: path, to, inside: true };
    }),
  );
}

const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

/** The room that a file belongs to: its folder, or the file itself at top level. */
export function roomOf(path: string): string {
  const parts = path.split('/');
  if (parts.length === 1) return parts[0];
  return parts[0] === 'engines' ? `engines/${parts[1]}` : parts[0];
}
