import type { Study } from '../../study/study.js';
import { escapeHtml } from './escape.js';

/** The report as one page. */
export const renderHtml = (study: Study): string =>
  `<!doctype html><meta charset="utf-8"><title>${escapeHtml(study.scenario.name)}</title>${study.verdict
    .map(line => `<p>${escapeHtml(line)}</p>`)
    .join('')}`;
