import type { Study } from '../study/study.js';
import { currentSchema, upgraded } from './upgrades.js';

/** A text that is no study, and why. */
export class StudyFormatError extends Error {
  readonly problem: string;

  constructor(problem: string) {
    super(`${problem}; expected a study.json as "sojourn run" writes it`);
    this.name = 'StudyFormatError';
    this.problem = problem;
  }

  /** The same, said of a file. */
  in(path: string): StudyFormatError {
    return new StudyFormatError(`${path}: ${this.problem}`);
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** The document as a study of this version, after a look at every part that reports read without asking. */
export function studyOf(document: unknown): Study {
  const written = fields(document, 'the document');
  const study = upgraded(written);
  if (study === undefined) throw new StudyFormatError(versionProblem(written.schema));
  const scenario = fields(study.scenario, 'scenario');
  text(scenario.name, 'scenario.name');
  list(study.results, 'results').forEach((result, i) => {
    checkResult(result, `results[${i}]`);
  });
  list(study.unanswered, 'unanswered').forEach((item, i) => {
    const { engine, reason } = fields(item, `unanswered[${i}]`);
    checkEngine(engine, `unanswered[${i}].engine`);
    text(reason, `unanswered[${i}].reason`);
  });
  list(study.comparisons, 'comparisons').forEach((item, i) => {
    const { measure, columns } = fields(item, `comparisons[${i}]`);
    text(measure, `comparisons[${i}].measure`);
    checkEstimates(columns, `comparisons[${i}].columns`);
  });
  list(study.thresholds, 'thresholds').forEach((item, i) => {
    const { text: written, outcome } = fields(item, `thresholds[${i}]`);
    text(written, `thresholds[${i}].text`);
    text(outcome, `thresholds[${i}].outcome`);
  });
  for (const name of ['verdict', 'files'] as const) {
    list(study[name], name).forEach((line, i) => {
      text(line, `${name}[${i}]`);
    });
  }
  if (study.surroundings !== undefined) {
    const around = fields(study.surroundings, 'surroundings');
    const points = ['byLoad', 'byServers'].flatMap(name =>
      list(around[name], `surroundings.${name}`).map((point, i) => [`${name}[${i}]`, point] as const),
    );
    for (const [name, point] of [['asked', around.asked] as const, ...points]) {
      const at = fields(point, `surroundings.${name}`);
      for (const key of ['offered', 'servers', 'load']) number(at[key], `surroundings.${name}.${key}`);
    }
  }
  const provenance = fields(study.provenance, 'provenance');
  for (const name of ['tool', 'version', 'command', 'node', 'platform', 'cpu']) {
    text(provenance[name], `provenance.${name}`);
  }
  for (const name of ['seed', 'cores']) number(provenance[name], `provenance.${name}`);
  return study as unknown as Study;
}

function versionProblem(schema: unknown): string {
  if (typeof schema !== 'number') return 'not a study: it has no "schema" number';
  return schema > currentSchema
    ? `a study of schema ${schema}, which a newer version wrote; this version reads schema ${currentSchema}`
    : `a study of the unknown schema ${schema}; this version reads schema ${currentSchema}`;
}

function checkResult(value: unknown, at: string): void {
  const result = fields(value, at);
  checkEngine(result.engine, `${at}.engine`);
  checkPart(result, at);
  for (const name of ['stations', 'classes']) {
    for (const [part, of] of Object.entries(fields(result[name] ?? {}, `${at}.${name}`)))
      checkPlace(fields(of, `${at}.${name}.${part}`), `${at}.${name}.${part}`);
  }
  list(result.warnings, `${at}.warnings`).forEach((warning, i) => {
    text(fields(warning, `${at}.warnings[${i}]`).message, `${at}.warnings[${i}].message`);
  });
  list(result.states ?? [], `${at}.states`).forEach((state, i) => {
    number(fields(state, `${at}.states[${i}]`).number, `${at}.states[${i}].number`);
    checkEstimate(state, `${at}.states[${i}]`);
  });
  if (result.tails !== undefined) {
    for (const [name, tail] of Object.entries(fields(result.tails, `${at}.tails`))) {
      checkCurve(tail, ['time', 'probability'], `${at}.tails.${name}`);
      const { band } = tail as Fields;
      if (band !== undefined) checkCurve(band, ['time', 'low', 'high'], `${at}.tails.${name}.band`);
    }
  }
  list(result.series ?? [], `${at}.series`).forEach((series, i) => {
    const hasBand = fields(series, `${at}.series[${i}]`).low !== undefined;
    checkCurve(series, ['time', 'value', ...(hasBand ? ['low', 'high'] : [])], `${at}.series[${i}]`);
  });
  if (result.live !== undefined) checkLive(fields(result.live, `${at}.live`), `${at}.live`);
  if (result.laws !== undefined) checkLaws(fields(result.laws, `${at}.laws`), `${at}.laws`);
  for (const [name, { edges, counts }] of Object.entries(fields(result.blocks ?? {}, `${at}.blocks`)).map(
    ([name, blocks]) => [name, fields(blocks, `${at}.blocks.${name}`)] as const,
  ))
    list(counts, `${at}.blocks.${name}.counts`).forEach((block, i) => {
      checkCurve({ edges, counts: block }, ['edges', 'counts'], `${at}.blocks.${name}.counts[${i}]`);
    });
  if (result.simulation !== undefined) fields(result.simulation, `${at}.simulation`);
}

/** A part, and the classes that come to it, where it is a station that tells of them. */
function checkPlace(place: Fields, at: string): void {
  checkPart(place, at);
  for (const [name, of] of Object.entries(fields(place.classes ?? {}, `${at}.classes`)))
    checkPart(fields(of, `${at}.classes.${name}`), `${at}.classes.${name}`);
}

function checkPart(part: Fields, at: string): void {
  checkEstimates(part.measures, `${at}.measures`);
  for (const name of ['waitQuantiles', 'sojournQuantiles']) {
    list(part[name], `${at}.${name}`).forEach((quantile, i) => {
      number(fields(quantile, `${at}.${name}[${i}]`).p, `${at}.${name}[${i}].p`);
      checkEstimate(quantile, `${at}.${name}[${i}]`);
    });
  }
}

function checkLive(live: Fields, at: string): void {
  fields(live.ledger, `${at}.ledger`);
  const parts = fields(live.decomposition ?? {}, `${at}.decomposition`);
  for (const [name, seconds] of Object.entries(parts)) number(seconds, `${at}.decomposition.${name}`);
  list(live.checks, `${at}.checks`).forEach((check, i) => {
    text(fields(check, `${at}.checks[${i}]`).name, `${at}.checks[${i}].name`);
  });
}

function checkLaws({ service, interarrival, lateness }: Fields, at: string): void {
  for (const [name, law] of Object.entries({ service, interarrival }))
    if (law !== undefined) checkCurve(law, ['p', 'asked', 'found'], `${at}.${name}`);
  checkCurve(lateness, ['bounds', 'counts'], `${at}.lateness`);
}

function checkCurve(value: unknown, names: readonly string[], at: string): void {
  const curve = fields(value, at);
  const lengths = names.map(name => {
    const numbers = list(curve[name], `${at}.${name}`);
    numbers.forEach((x, i) => {
      number(x, `${at}.${name}[${i}]`);
    });
    return numbers.length;
  });
  if (new Set(lengths).size > 1) throw new StudyFormatError(`${at}: ${names.join(' and ')} differ in length`);
}

const engines = ['theory', 'simulation', 'twin', 'live'];

function checkEngine(value: unknown, at: string): void {
  if (!engines.includes(value as string)) wrong(at, `one of ${engines.join(', ')}`);
}

function checkEstimates(value: unknown, at: string): void {
  for (const [name, estimate] of Object.entries(fields(value, at))) checkEstimate(estimate, `${at}.${name}`);
}

function checkEstimate(value: unknown, at: string): void {
  const estimate = fields(value, at);
  number(estimate.value, `${at}.value`);
  if (estimate.kind === 'sampled') {
    for (const name of ['halfWidth', 'low', 'high', 'confidence']) number(estimate[name], `${at}.${name}`);
  } else if (estimate.kind === 'exact' || estimate.kind === 'approximation') {
    text(fields(estimate.source, `${at}.source`).text, `${at}.source.text`);
  } else wrong(`${at}.kind`, 'exact, approximation or sampled');
}

function fields(value: unknown, at: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) wrong(at, 'an object');
  return value as Fields;
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) wrong(at, 'a list');
  return value as unknown[];
}

function text(value: unknown, at: string): void {
  if (typeof value !== 'string') wrong(at, 'a text');
}

function number(value: unknown, at: string): void {
  if (typeof value !== 'number') wrong(at, 'a number');
}

function wrong(at: string, expected: string): never {
  throw new StudyFormatError(`not a whole study: ${at} is not ${expected}`);
}
