import type { EngineName, Result } from '../../result/result.js';
import type { Study } from '../../study/study.js';
import { plain } from './plain.js';

export const columnOrder = ['theory', 'simulation', 'twin', 'live'] as const satisfies readonly EngineName[];

/** What reports call the column of an engine. */
export const columnTitles = {
  theory: 'theory',
  simulation: 'simulation',
  twin: 'twin',
  live: 'measured',
} as const satisfies Record<EngineName, string>;

/** What the column says, for readers who do not know the tool. */
export const columnAbout = {
  theory: 'what queueing theory predicts for the scenario as asked',
  simulation: 'what a simulation of the scenario as asked shows',
  twin: 'what the model makes of the very messages that were sent to the real queue',
  live: 'what the real queue did',
} as const satisfies Record<EngineName, string>;

export interface Column {
  readonly engine: EngineName;
  readonly title: string;
  readonly model?: string;
  readonly customers?: number;
  /** What its model takes for granted. */
  readonly assumptions?: readonly string[];
}

/** The engines that answered, in the order of the table. */
export const columnsOf = (study: Study): Column[] =>
  resultsInOrder(study).map(({ engine, model, customers, assumptions }) => ({
    engine,
    title: columnTitles[engine],
    ...(model !== undefined && { model: plain(model, 160) }),
    ...(customers !== undefined && { customers }),
    ...(assumptions !== undefined && { assumptions }),
  }));

export const resultsInOrder = ({ results }: Study): Result[] =>
  columnOrder.flatMap(engine => results.find(result => result.engine === engine) ?? []);

export const resultOf = ({ results }: Study, engine: EngineName): Result | undefined =>
  results.find(result => result.engine === engine);
