import { join } from 'node:path';
import { readTracesFromFiles } from '../../src/traces/files.js';
import { root } from '../architecture/imports.js';

readTracesFromFiles();

/** Ten requests, two of them at one time, three of them exports. */
export const few = join(root, 'test/traces/few.csv');
