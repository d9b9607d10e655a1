import {
  type Given,
  mappingOf,
  type ReadOptions,
  secondsIn,
  unitNamed,
  unitNames,
} from '../../ingest/index.js';
import { serviceOf } from '../../scenario/service-of.js';
import { defaultClass, defaultStation } from '../../scenario/type.js';
import { parseDuration } from '../../units.js';
import { scenarioOf } from '../planning/model.js';
import { Problem } from '../problem.js';
import type { ImportArguments } from './arguments.js';

/** What the flags say of the data. */
export function readOptions({ map, metric, label, unit, earlier, between }: ImportArguments): ReadOptions {
  return {
    columns: map === undefined ? {} : mappingOf(map),
    labels: Object.fromEntries(label.map(labelOf)),
    ...(metric !== undefined && { metric }),
    ...(unit !== undefined && { unit: unitOf(unit) }),
    ...(earlier !== undefined && { earlier }),
    ...(between !== undefined && { between: durationOf(between) }),
  };
}

/** What the flags say of the system, in the words of a scenario. */
export function givenBy({ arrivals, service, scv, servers }: ImportArguments): Given {
  if (scv !== undefined && service === undefined)
    throw new Problem(`--scv ${scv}: of which service time? Give --service, too`);
  // What no flag says is made up here and left out again.
  const scenario = scenarioOf({
    arrivals: arrivals ?? '1/s',
    service: service ?? '1s',
    ...(scv !== undefined && { scv }),
    set: [],
    workers: 1,
    json: false,
  });
  const come = scenario.classes[defaultClass].arrivals;
  return {
    ...(arrivals !== undefined && come && { arrivals: come }),
    ...(service !== undefined && { service: serviceOf(scenario.stations[defaultStation], defaultClass) }),
    ...(servers !== undefined && { servers: countOf(servers) }),
  };
}

function labelOf(text: string): [string, string] {
  const [, name, value] = /^([^=]+)=(.*)$/.exec(text) ?? [];
  if (name === undefined)
    throw new Problem(`--label ${text}: expected a name and a value, such as --label queue=mail`);
  return [name, value];
}

function unitOf(text: string): number {
  const unit = unitNamed(text);
  if (unit === undefined) throw new Problem(`--unit ${text}: expected ${unitNames.join(', ')}`);
  return secondsIn(unit);
}

function durationOf(text: string): number {
  const parsed = parseDuration(text);
  if (parsed.ok && parsed.value > 0) return parsed.value;
  throw new Problem(
    `--between ${text}: ${parsed.ok ? 'too short' : parsed.problem}; expected a duration such as 60s`,
  );
}

function countOf(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Problem(`--servers ${text}: expected a whole number from 1 on`);
}
