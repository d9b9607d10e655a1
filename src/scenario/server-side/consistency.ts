import type { Part } from '../parts.js';
import type { WrittenStation } from '../station.js';
import { alternatives, type Complaint } from '../written.js';
import { mostServers, serverSideKeys } from './type.js';

/** What is wrong between what is said of the servers of a station. */
export function serverSide(station: Part<WrittenStation>): Complaint[] {
  return [...together(station), ...checks.flatMap(check => check(station))];
}

/** One of them at a station, and not where the number of servers has no end. */
function together({ path, written }: Part<WrittenStation>): Complaint[] {
  const special = [...serverSideKeys, 'breakdowns'] as const;
  const [first, ...more] = special.filter(key => key in written);
  if (first === undefined) return [];
  const beside = more.map(key => ({
    message: `"${key}" stands beside "${first}"`,
    expected: `one of ${alternatives(special)} at a station`,
    path: [...path, key],
    at: 'key' as const,
  }));
  if (written.servers !== 'infinite' || first === 'breakdowns') return beside;
  const message = `there is no end of servers, so "${first}" says nothing`;
  return [...beside, { message, expected: 'a number of servers', path: [...path, first], at: 'key' }];
}

const checks: readonly ((station: Part<WrittenStation>) => Complaint[])[] = [
  order,
  limits,
  oneSpeedEach,
  doingOneThing,
  batches,
];

function order({ path, written }: Part<WrittenStation>): Complaint[] {
  const { changes, period } = written.schedule ?? {};
  if (changes === undefined || changes.some(change => change?.at === undefined)) return [];
  const at = [...path, 'schedule', 'changes'];
  const early = changes.findIndex((change, i) => i > 0 && change.at <= changes[i - 1].at);
  const late = changes.findIndex(change => period !== undefined && change.at >= period);
  if (early > 0)
    return [
      {
        message: 'this change comes before the one above it',
        expected: 'the changes in the order of time',
        path: [...at, early, 'at'],
      },
    ];
  if (late >= 0)
    return [
      {
        message: 'this change comes after the end of the period',
        expected: 'every change within the period',
        path: [...at, late, 'at'],
      },
    ];
  const closed = changes.every(change => change.servers === 0) && period === undefined;
  return closed ? [{ message: 'in the end nobody serves any more', expected: 'a server', path: at }] : [];
}

function limits({ path, written }: Part<WrittenStation>): Complaint[] {
  const { autoscaling, servers } = written;
  if (autoscaling === undefined) return [];
  const { min = 1, max = mostServers, targetType } = autoscaling;
  const at = [...path, 'autoscaling'];
  if (min > max)
    return [
      {
        message: `"min" is above the ${max} servers of "max"`,
        expected: 'min at most max',
        path: [...at, 'min'],
      },
    ];
  if (min === 0 && targetType === 'value')
    return [
      {
        message: 'from no server at all no product leads back',
        expected: 'min: 1, or targetType: average-value',
        path: [...at, 'min'],
      },
    ];
  if (typeof servers !== 'number' || (servers >= min && servers <= max)) return [];
  return [
    {
      message: `${servers} servers at first are not between "min" and "max" of the autoscaling`,
      expected: `servers from ${min} to ${max}`,
      path: [...path, 'servers'],
    },
  ];
}

function oneSpeedEach({ path, written }: Part<WrittenStation>): Complaint[] {
  const { speeds, servers } = written;
  if (speeds === undefined || typeof servers !== 'number' || speeds.of.length === servers) return [];
  const message = `${speeds.of.length} speeds stand here for ${servers} server${servers === 1 ? '' : 's'}`;
  return [{ message, expected: 'a speed for each server', path: [...path, 'speeds'] }];
}

/** A mapping in which one of several keys stands, with those that belong to it. */
function doingOneThing({ path, written }: Part<WrittenStation>): Complaint[] {
  const { whenIdle, servers } = written;
  if (whenIdle === undefined) return [];
  const at = [...path, 'whenIdle'];
  const main = (['setUp', 'startAt', 'vacation'] as const).filter(key => key in whenIdle);
  if (main.length !== 1)
    return [
      {
        message:
          main.length === 0 ? 'nothing is said here' : `${alternatives(main, 'and')} stand side by side`,
        expected: 'one of setUp, startAt and vacation',
        path: at,
      },
    ];
  const owners = { delayOff: 'setUp', vacations: 'vacation' } as const;
  const strays = (['delayOff', 'vacations'] as const).filter(
    key => key in whenIdle && owners[key] !== main[0],
  );
  const complaints: Complaint[] = strays.map(key => ({
    message: `"${key}" goes with "${owners[key]}"`,
    expected: owners[key],
    path: [...at, key],
    at: 'key',
  }));
  if (main[0] === 'setUp' || servers === undefined || servers === 1) return complaints;
  const message = `"${main[0]}" is known of one server`;
  return [...complaints, { message, expected: 'servers: 1', path: [...at, main[0]], at: 'key' }];
}

function batches({ path, written }: Part<WrittenStation>): Complaint[] {
  const { size, minimum, latecomers } = written.batchService ?? {};
  const at = [...path, 'batchService', 'minimum'];
  if (size === undefined || minimum === undefined) return [];
  if (minimum > size)
    return [
      { message: `${minimum} never fit into a batch of ${size}`, expected: 'at most its size', path: at },
    ];
  const { capacity } = written;
  if (capacity !== undefined && minimum > capacity)
    return [
      { message: `${minimum} never have room in the station`, expected: 'at most its capacity', path: at },
    ];
  if (latecomers !== 'join' || minimum === 1) return [];
  return [{ message: 'those who come join a batch that waits for nobody', expected: 'minimum: 1', path: at }];
}
