import { KeyedLine } from './keyed.js';
import type { LineContext, WaitingLine } from './line.js';

/** Shortest job first: the customer whose service takes least, of equal ones the first to come. */
export const sjf = ({ population }: LineContext): WaitingLine => new KeyedLine(() => population.demand);
