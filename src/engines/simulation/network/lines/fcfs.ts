import { Ring } from '../../ring.js';
import type { WaitingLine } from './line.js';

/** First come, first served. */
export const fcfs = (): WaitingLine => new Ring();
