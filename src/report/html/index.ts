import { readFileSync } from 'node:fs';
import { compiled } from '../../compiled.js';
import type { Study } from '../../study/study.js';
import { renderPage } from './page.js';

/** The report as one file that needs no network: tables, charts and the program that draws them. */
export const renderHtml = (study: Study): string =>
  renderPage(study, { script: built('browser.js'), style: built('browser.css') });

/** What the build has bundled for the browser. */
export const built = (file: string): string => readFileSync(compiled(import.meta.url, `./${file}`), 'utf8');
