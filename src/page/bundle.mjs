import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Bundles the browser side of the report, program, its loader and style sheet, to where the report reads it from. */
const here = name => fileURLToPath(new URL(name, import.meta.url));

await build({
  entryPoints: [
    { in: here('main.ts'), out: 'browser' },
    { in: here('style.css'), out: 'browser' },
    { in: here('loader.ts'), out: 'loader' },
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

// Packed here, not when a report is written, so that every machine that runs this build writes the same bytes.
const program = here('../../dist/report/html/browser.js');
writeFileSync(`${program}.gz`, gzipSync(readFileSync(program), { level: 9 }));
