import type { Estimate } from '../../result/result.js';
import type { Study } from '../../study/study.js';
import { resultsInOrder } from '../content/columns.js';
import { type Cell, csvText } from './rows.js';

const head = [
  ...['scenario', 'seed', 'station', 'class', 'measure', 'engine', 'model'],
  ...['kind', 'value', 'low', 'high', 'confidence', 'verdict'],
];

/** Every number of the study, a row for each, in SI units: of the whole system, then of its stations, its classes, and each class at each station. */
export function measuresCsv(study: Study): string {
  const { scenario, provenance, comparisons } = study;
  const results = resultsInOrder(study);
  const row = (engine: string, measure: string, found: Estimate, part: Part = {}): Cell[] => [
    ...[scenario.name, provenance.seed, part.station, part.class, measure],
    ...[engine, results.find(result => result.engine === engine)?.model],
    ...[found.kind, found.value, ...endsOf(found), part.verdict],
  ];
  const whole = comparisons.flatMap(({ measure, columns, verdict }) =>
    Object.entries(columns).map(([engine, found]) =>
      row(engine, measure, found, verdict === undefined ? {} : { verdict }),
    ),
  );
  const parts = (of: 'stations' | 'classes', key: 'station' | 'class') =>
    results.flatMap(({ engine, [of]: found = {} }) =>
      Object.entries(found).flatMap(([name, part]) =>
        Object.entries(part.measures).map(([measure, estimate]) =>
          row(engine, measure, estimate, { [key]: name }),
        ),
      ),
    );
  const visits = results.flatMap(({ engine, stations = {} }) =>
    Object.entries(stations).flatMap(([station, { classes = {} }]) =>
      Object.entries(classes).flatMap(([name, part]) =>
        Object.entries(part.measures).map(([measure, estimate]) =>
          row(engine, measure, estimate, { station, class: name }),
        ),
      ),
    ),
  );
  return csvText([head, ...whole, ...parts('stations', 'station'), ...parts('classes', 'class'), ...visits]);
}

interface Part {
  readonly station?: string;
  readonly class?: string;
  readonly verdict?: string;
}

const endsOf = (found: Estimate): Cell[] =>
  found.kind === 'sampled' ? [found.low, found.high, found.confidence] : [undefined, undefined, undefined];
