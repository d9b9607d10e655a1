import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratch, sojourn } from './sojourn.js';

const plain = (more: string) => `{ arrivals: 1/s, service: 10ms, servers: 1, ${more} }`;
const pair = (routes: string, more = 'arrivals: 1/s') =>
  `{ ${more}, stations: { a: { servers: 1, service: 1ms }, b: { servers: 1, service: 1ms } }, routes: ${routes} }`;

/** What nobody can simulate, by the name of the file, and what has to be said of it where. */
const bad: Readonly<Record<string, readonly [text: string, said: string]>> = {
  'no arrivals': ['{ arrivals: 0/s, service: 10ms, servers: 1 }', ':1:13: "0/s" is too small'],
  'no service': ['{ arrivals: 1/s, service: 0ms, servers: 1 }', ':1:27: "0ms" is too small'],
  'no servers': ['{ arrivals: 1/s, service: 10ms, servers: 0 }', ':1:42: "0" is not a number of servers'],
  'a rate that is none': ['{ arrivals: NaN/s, service: 10ms, servers: 1 }', ':1:13: "NaN/s"'],
  'a number that is none': [plain('run: { maxCustomers: .nan }'), '"NaN" is not a number'],
  'an endless number': [plain('capacity: .inf'), '"Infinity" is not a number'],
  'a negative time': ['{ arrivals: 1/s, service: -10ms, servers: 1 }', ':1:27: "-10ms" is negative'],
  'shares that sum to less': [
    pair('{ arrive: a, a: { b: 50%, leave: 40% }, b: leave }'),
    'the shares of "a" sum to 0.9',
  ],
  'no exit': [pair('{ arrive: a, a: b, b: a }'), 'can never leave from'],
  'an unknown station': [pair('{ arrive: a, a: c, b: leave }'), 'there is no place "c" here'],
  'a station nobody comes to': [pair('{ arrive: a, a: leave, b: leave }'), 'no customer ever comes to "b"'],
  'a closed network of nobody': [
    pair('{ arrive: a, a: b, b: leave }', 'think: 1s'),
    '"clients" is missing: somebody is to think',
  ],
  'no clients': [pair('{ arrive: a, a: b, b: leave }', 'clients: 0'), '"0" is too small'],
  'clients without end': [
    '{ clients: 3, service: 10ms, servers: 1, capacity: 2 }',
    'ask again at the same moment, for ever',
  ],
  'clients before a door that is shut': [
    pair('{ arrive: a, a: b, b: leave }', 'clients: 3').replace(
      '1ms }',
      '1ms, capacity: 1, whenFull: block }',
    ),
    'ask again at the same moment, for ever',
  ],
  'clients who baulk': [
    '{ clients: 3, service: 10ms, servers: 1, baulking: { from: 2 } }',
    'ask again at the same moment, for ever',
  ],
  'ten million stations': [
    '{ arrivals: 1/s, stations: 10000000, routes: { arrive: a } }',
    ':1:28: "10000000" stands here',
  ],
  'more stations than anybody writes': [
    `arrivals: 1/s\nstations:\n${Array.from({ length: 1001 }, (_, i) => `  s${i}: { servers: 1, service: 1s }`).join('\n')}\n`,
    ':3:3: 1001 stations stand here',
  ],
  'ten million servers': [
    '{ arrivals: 1/s, service: 10ms, servers: 10000001 }',
    ':1:42: "10000001" is not a number of servers',
  ],
  'a trace with gaps and worse': [
    '{ arrivals: { process: trace, file: log.csv }, service: 10ms, servers: 1 }',
    'log.csv has 6 bad rows',
  ],
};

const log = 'time\n1\n\nNaN\n-2\n3\n2\n,\nInfinity\n4\n';
const rows = [
  'log.csv:3: an empty line',
  'log.csv:4: the time is "NaN"',
  'log.csv:5: the time is negative: -2',
  'log.csv:7: the time is 2, before the 3 of line 6',
  'log.csv:8: ',
  'log.csv:9: the time is "Infinity"',
];

test('what cannot be simulated is refused, each where it stands, and all at once', async () => {
  const folder = scratch();
  const files = Object.keys(bad).map(name => `${name}.yaml`);
  for (const [name, [text]] of Object.entries(bad)) writeFileSync(join(folder, `${name}.yaml`), text);
  writeFileSync(join(folder, 'log.csv'), log);
  const { code, stdout, stderr } = await sojourn(['check', ...files], { cwd: folder });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).not.toContain('internal error');
  for (const [name, [, said]] of Object.entries(bad)) {
    const own = stderr.split('\n').filter(line => line.includes(`${name}.yaml`));
    expect(own.join('\n'), name).toContain(said);
  }
  for (const row of rows) expect(stderr).toContain(row);
});

test('a deadlock is named, and so is the one station of a network that cannot keep up', async () => {
  const folder = scratch();
  writeFileSync(
    join(folder, 'circle.yaml'),
    `clients: 3
stations:
  one: { servers: 1, service: 1s, capacity: 1, whenFull: block }
  two: { servers: 1, service: 1s, capacity: 1, whenFull: block }
  shelf: { servers: infinite, service: 1s }
routes: { arrive: shelf, shelf: { one: 50%, two: 50% }, one: two, two: { one: 90%, leave: 10% } }
`,
  );
  writeFileSync(
    join(folder, 'bottleneck.yaml'),
    `arrivals: 10/s
stations: { front: { servers: 1, service: 20ms }, slow: { servers: 2, service: 300ms } }
routes: { arrive: front, front: slow, slow: leave }
`,
  );
  const { stdout, stderr } = await sojourn(
    ['run', 'circle.yaml', 'bottleneck.yaml', '--engines', 'simulation', '--out', 'results'],
    { cwd: folder },
  );
  expect(stderr).not.toContain('internal error');
  expect(stdout).toMatch(/deadlock: "(one|two)" waits\s+for "(one|two)"/);
  expect(stdout).toMatch(/offered load of "slow" is\s+3 for 2 servers/);
  expect(stdout).not.toContain('offered load of "front"');
});
