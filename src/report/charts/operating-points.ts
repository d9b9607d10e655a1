import type { ChartDataset } from 'chart.js';
import { estimateOf } from '../../result/estimate-of.js';
import type { MeasureName } from '../../result/measure.js';
import type { EngineName, Result } from '../../result/result.js';
import type { Study } from '../../study/study.js';
import { resultsInOrder } from '../content/columns.js';
import { engineColours } from './colours.js';
import { engineLabel } from './engine-label.js';

type Line = ChartDataset<'line', { x: number; y: number }[]>;

export interface OperatingPoint {
  readonly result: Result;
  readonly x: number;
  readonly y: number;
}

/** Where each engine that was asked or measured puts the scenario itself. */
export const operatingPoints = (study: Study, x: MeasureName, y: MeasureName): OperatingPoint[] =>
  resultsInOrder(study).flatMap(result => {
    const [across, up] = [x, y].map(measure => estimateOf(result, measure)?.value);
    return across === undefined || up === undefined ? [] : [{ result, x: across, y: up }];
  });

const shapes: Readonly<Record<EngineName, Line['pointStyle']>> = {
  theory: 'circle',
  simulation: 'triangle',
  twin: 'rect',
  live: 'rectRot',
};

/** One mark for each engine, its shape its own as well as its colour. */
export const marks = (points: readonly OperatingPoint[], across: number, up: number): Line[] =>
  points.map(({ result, x, y }) => ({
    label: `here, ${engineLabel(result)}`,
    data: [{ x: x / across, y: y / up }],
    showLine: false,
    pointStyle: shapes[result.engine],
    pointRadius: result.engine === 'theory' ? 8 : 6,
    pointHoverRadius: 9,
    borderColor: engineColours[result.engine],
    borderWidth: 2,
    backgroundColor: result.engine === 'theory' ? 'transparent' : engineColours[result.engine],
    order: 0,
  }));
