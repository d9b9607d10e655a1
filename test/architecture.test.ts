import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { code, type Import, importsOf, roomOf, root, type Source, sources } from './architecture/imports.js';
import { rooms, threads } from './architecture/rooms.js';

const files = sources();
const longest = 250;

/** What the standard leaves to the host, so that the last bit differs between hosts; powers of 2 are exact. */
const hostsOwn =
  /\bMath\.(a?(sin|cos|tan)h?|atan2|cbrt|exp|expm1|hypot|log|log10|log1p|log2|pow)\b|(?<!\b2 )\*\*|=\s*Math\s*;/;

/** Every breach of the architecture in these files, in words. */
function breaches(all: readonly Source[]): string[] {
  const edges = all.flatMap(importsOf);
  const paths = new Set(all.map(({ path }) => path));
  return [
    ...all.flatMap(({ path }) => (roomOf(path) in rooms ? [] : [`${path}: in no room of the table`])),
    ...edges.flatMap(edge => strangers(edge, paths)),
    ...all.flatMap(ruleBreaches),
    ...dead(all, edges),
    ...cycles(edges.filter(edge => edge.inside)),
  ];
}

function strangers({ from, to, inside }: Import, paths: ReadonlySet<string>): string[] {
  const room = rooms[roomOf(from)];
  if (room === undefined) return [];
  if (inside) {
    if (!paths.has(to)) return [`${from}: imports ${to}, which is not there`];
    return roomOf(to) === roomOf(from) || room.rooms.includes(roomOf(to))
      ? []
      : [`${from}: may not import ${to}`];
  }
  if (to.startsWith('node:'))
    return room.node || threads.includes(from) ? [] : [`${from}: may not import ${to}`];
  return room.packages?.includes(to) ? [] : [`${from}: may not import the package ${to}`];
}

const rules: readonly { what: RegExp; name: string; allowed: (path: string) => boolean }[] = [
  { what: /\bMath\.random\b/, name: 'Math.random', allowed: () => false },
  {
    what: /\bconsole\.|\bprocess\.std(out|err)\b/,
    name: 'printing',
    allowed: path => roomOf(path) === 'cli' || roomOf(path) === 'page',
  },
  {
    what: /\bDate\.now\b|\bnew Date\b|\bperformance\.now\b|\bhrtime\b/,
    name: 'a clock',
    allowed: path => roomOf(path) === 'engines/live',
  },
  {
    what: hostsOwn,
    name: "the host's elementary functions",
    allowed: path =>
      !['numerics', 'random', 'distributions', 'arrivals', 'workload', 'engines/simulation'].includes(
        roomOf(path),
      ) || path === 'numerics/krylov.ts', // of theory alone: the simulation must not reach it
  },
];

function ruleBreaches({ path, text }: Source): string[] {
  const plain = code(text);
  const lines = text.split('\n').length - 1;
  return [
    ...rules.flatMap(({ what, name, allowed }) =>
      what.test(plain) && !allowed(path) ? [`${path}: uses ${name}`] : [],
    ),
    ...(lines > longest ? [`${path}: ${lines} lines`] : []),
  ];
}

/** Files that nothing reaches from an entry point. */
function dead(all: readonly Source[], edges: readonly Import[]): string[] {
  const entries = all
    .map(({ path }) => path)
    .filter(path => path === 'main.ts' || path.endsWith('.mjs') || path.startsWith('page/'));
  const reached = new Set(entries);
  for (const path of reached)
    for (const { from, to, inside } of edges) if (inside && from === path) reached.add(to);
  return all.filter(({ path }) => !reached.has(path)).map(({ path }) => `${path}: nothing reaches it`);
}

function cycles(edges: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push(`a cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' -> ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const to of next.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return found;
}

test('rooms import only what the table allows, without cycles, and nothing is dead', () => {
  expect(breaches(files)).toEqual([]);
});

/** Files that run where this one does: types are gone by then. */
function reachedFrom(entry: string, all: readonly Source[]): Source[] {
  const text = ({ text: whole }: Source) => whole.replace(/\b(?:import|export) type\b[^;]*;/g, '');
  const byPath = new Map(all.map(file => [file.path, { path: file.path, text: text(file) }]));
  const reached = new Set([entry]);
  for (const path of reached)
    for (const { to, inside } of importsOf(byPath.get(path) ?? { path, text: '' }))
      if (inside && byPath.has(to)) reached.add(to);
  return [...reached].map(path => byPath.get(path) as Source);
}

const nodeIn = (all: readonly Source[]): string[] =>
  reachedFrom('page/main.ts', all)
    .flatMap(importsOf)
    .filter(({ to }) => to.startsWith('node:') || to === 'zod' || to === 'yaml')
    .map(({ from, to }) => `${from}: brings ${to} to the page`);

test('no Node import reaches the page, and neither does the parser of scenarios', () => {
  expect(reachedFrom('page/main.ts', files).length).toBeGreaterThan(150);
  expect(nodeIn(files)).toEqual([]);
  const planted = { path: 'units.ts', text: "import { readFileSync } from 'node:fs';" };
  expect(nodeIn([...files.filter(({ path }) => path !== 'units.ts'), planted])).toEqual([
    'units.ts: brings node:fs to the page',
  ]);
});

test('the simulation reaches nothing that differs between hosts', () => {
  const breached = (all: readonly Source[]) =>
    reachedFrom('engines/simulation/index.ts', all)
      .filter(({ text }) => hostsOwn.test(code(text)))
      .map(({ path }) => path);
  expect(reachedFrom('engines/simulation/index.ts', files).length).toBeGreaterThan(150);
  expect(breached(files)).toEqual([]);
  const planted = { path: 'statistics/interval.ts', text: 'export const squared = (x: number) => x ** 2;' };
  expect(breached([...files.filter(({ path }) => path !== planted.path), planted])).toEqual([planted.path]);
});

test('it has looked: more imports than files, and every room has files', () => {
  const edges = files.flatMap(importsOf).filter(edge => edge.inside);
  expect(edges.length).toBeGreaterThan(files.length);
  expect(Object.keys(rooms).filter(room => !files.some(({ path }) => roomOf(path) === room))).toEqual([]);
});

test('the map shows the same table', () => {
  const map = readFileSync(join(root, 'src/README.md'), 'utf8');
  const rows = [...map.matchAll(/^\| `([^`]+)` \| ([^|]*) \|/gm)].map(([, room, list]) => [
    room,
    [...list.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  ]);
  expect(Object.fromEntries(rows)).toEqual(
    Object.fromEntries(Object.entries(rooms).map(([room, { rooms: may }]) => [room, [...may]])),
  );
});

describe('planted faults are found', () => {
  const planted = (path: string, text: string) =>
    breaches([...files.filter(file => file.path !== path), { path, text }]);
  const faults: readonly [string, string, string, RegExp][] = [
    [
      'an import across the table',
      'numerics/log.ts',
      "import { x } from '../cli/index.js';",
      /numerics\/log\.ts: may not import cli\/index\.ts/,
    ],
    [
      'a type import across the table',
      'engines/theory/model.ts',
      "import type { X } from '../simulation/team.js';",
      /may not import engines\/simulation\/team/,
    ],
    [
      'a package of another room',
      'result/outcome.ts',
      "import z from 'zod';",
      /may not import the package zod/,
    ],
    [
      'a lazy import across the table',
      'units.ts',
      "const a = await import('./cli/index.js');",
      /units\.ts: may not import/,
    ],
    [
      'Node in a pure room',
      'statistics/student.ts',
      "import { readFileSync } from 'node:fs';",
      /may not import node:fs/,
    ],
    ['a cycle', 'cli/exit-code.ts', "import './index.js';", /a cycle: /],
    ['a dead file', 'statistics/orphan.ts', 'export const orphan = 1;', /orphan\.ts: nothing reaches it/],
    ['chance', 'units.ts', 'export const x = Math.random();', /uses Math\.random/],
    ['a clock', 'units.ts', 'export const x = Date.now();', /uses a clock/],
    ['printing', 'units.ts', "console.log('x');", /uses printing/],
    ["the host's logarithm", 'random/normal.ts', 'export const x = Math.log(2);', /uses the host's/],
    ['a power', 'random/normal.ts', 'export const x = (y: number) => y ** 3;', /uses the host's/],
    ['a long file', 'units.ts', '\n'.repeat(longest + 2), /units\.ts: 252 lines/],
    ['a file outside the rooms', 'utils/misc.ts', '', /in no room/],
  ];
  test.each(faults)('%s', (_, path, text, message) => {
    expect(planted(path, text).join('\n')).toMatch(message);
  });
});
