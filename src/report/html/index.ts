import { readFileSync } from 'node:fs';
import { compiled } from '../../compiled.js';
import type { Study } from '../../study/study.js';
import { renderPage } from './page.js';

/** The report as one file that needs no network: tables, charts and the program that draws them. */
export const renderHtml = (study: Study): string =>
  renderPage(study, {
    script: {
      loader: built('loader.js'),
      program: built('browser.js'),
      packed: readFileSync(file('browser.js.gz')).toString('base64'),
    },
    style: built('browser.css'),
  });

/** What the build has bundled for the browser. */
export const built = (name: string): string => readFileSync(file(name), 'utf8');

const file = (name: string) => compiled(import.meta.url, `./${name}`);
