import { type MeasureName, parseQuantileName } from '../../result/measure.js';
import type { Estimate, PartResult, Result } from '../../result/result.js';
import type { Study } from '../../study/study.js';
import { type Cell, cellOf } from './cell.js';
import { type Column, columnsOf, resultsInOrder } from './columns.js';
import { type MeasureLabel, measureLabel } from './measure-label.js';
import { plain } from './plain.js';
import { type NumberedSource, sourcesOf } from './sources.js';

/** One line: what an engine says of one station or class. */
export interface PartRow {
  /** The name as the scenario has it. */
  readonly key: string;
  /** The name to show. */
  readonly name: string;
  readonly by: Column;
  /** One for each measure; undefined where the engine cannot say. */
  readonly cells: readonly (Cell | undefined)[];
}

/** The stations one by one, or the classes: one after the other, each by every engine that tells of it. */
export interface PartTable {
  readonly title: string;
  /** What one of them is called. */
  readonly noun: string;
  /** What its numbers speak of. */
  readonly about: string;
  /** Only measures that some engine told. */
  readonly measures: readonly MeasureLabel[];
  readonly rows: readonly PartRow[];
  /** The engine, where all rows are of one. */
  readonly only?: Column;
}

const kinds = [
  {
    of: 'stations',
    title: 'Stations',
    noun: 'station',
    about: 'for each visit',
    measures: [
      ...['throughput', 'utilisation', 'meanNumberInQueue', 'meanWait', 'meanSojourn'],
      ...['p99Wait', 'p99Sojourn', 'meanServers', 'peakServers', 'wastedWork', 'growthRate'],
    ],
  },
  {
    of: 'classes',
    title: 'Classes',
    noun: 'class',
    about: 'for whole journeys',
    measures: [
      ...['throughput', 'meanWait', 'meanSojourn', 'p90Sojourn', 'p99Sojourn'],
      ...[
        'probabilityOfLoss',
        'probabilityOfBaulking',
        'probabilityOfAbandonment',
        'probabilityOfDeadLetter',
        'growthRate',
      ],
    ],
  },
  {
    of: 'visits',
    title: 'Classes at the stations',
    noun: 'station: class',
    about: 'for each visit of the class',
    measures: ['throughput', 'utilisation', 'meanNumberInSystem', 'meanWait', 'meanSojourn', 'p99Sojourn'],
  },
] as const;

type Kind = (typeof kinds)[number]['of'];

/** The stations, the classes, or each class at each station, by the name to show. */
function named({ stations = {}, classes = {} }: Result, of: Kind): Readonly<Record<string, PartResult>> {
  if (of === 'stations') return stations;
  if (of === 'classes') return classes;
  const visits = Object.entries(stations).flatMap(([station, { classes: visitors = {} }]) =>
    Object.entries(visitors).map(([name, part]) => [`${station}: ${name}`, part] as const),
  );
  return Object.fromEntries(visits);
}

/** The tables of stations, of classes and of classes at stations, each only where some engine tells of them. */
export function namedPartsOf(study: Study): PartTable[] {
  const sources = sourcesOf(study);
  return kinds.flatMap(({ of, measures, ...kind }) => {
    const found = partsOf(study, of);
    const told = measures.filter(name => found.some(({ part }) => estimateOf(part, name)));
    if (told.length === 0) return [];
    const only = new Set(found.map(({ by }) => by.engine)).size === 1 ? found[0].by : undefined;
    return [
      {
        ...kind,
        measures: told.map(measureLabel),
        rows: found.map(row => rowOf(row, told, sources)),
        ...(only && { only }),
      },
    ];
  });
}

interface Found {
  readonly name: string;
  readonly by: Column;
  readonly part: PartResult;
}

/** In the order of the scenario, then of the engines. */
function partsOf(study: Study, of: Kind): Found[] {
  const columns = columnsOf(study);
  const told = resultsInOrder(study).map(result => named(result, of));
  const names = [...new Set(told.flatMap(parts => Object.keys(parts)))];
  return names.flatMap(name =>
    told.flatMap((parts, i) => {
      return Object.hasOwn(parts, name) ? [{ name, by: columns[i], part: parts[name] }] : [];
    }),
  );
}

const rowOf = (
  { name, by, part }: Found,
  told: readonly string[],
  sources: readonly NumberedSource[],
): PartRow => ({
  key: name,
  name: plain(name, 60),
  by,
  cells: told.map(measure => cellOf(estimateOf(part, measure), sources)),
});

function estimateOf(part: PartResult, name: string): Estimate | undefined {
  const percentile = parseQuantileName(name);
  if (percentile === undefined) return part.measures[name as MeasureName];
  const quantiles = percentile.of === 'wait' ? part.waitQuantiles : part.sojournQuantiles;
  return quantiles.find(({ p }) => Math.abs(p - percentile.p) < 1e-9);
}
