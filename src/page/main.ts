import { startReport } from './report.js';
import { startWorker } from './worker.js';

/** One program for the page and for the thread that it starts, so that what both need is in the file once. */
if (typeof document === 'undefined') startWorker();
else startReport(document.currentScript?.textContent ?? '');
