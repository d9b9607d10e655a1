import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the browser side of the report, program and style sheet, to where the report reads it from. */
const here = name => fileURLToPath(new URL(name, import.meta.url));

await build({
  entryPoints: [
    { in: here('main.ts'), out: 'browser' },
    { in: here('style.css'), out: 'browser' },
  ],
  outdir: here('../../dist/report/html'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
});
