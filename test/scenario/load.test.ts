import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadScenario, ScenarioError } from '../../src/scenario/load.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scenario-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const good = 'arrivals: 120/s\nservice: 20ms\nservers: 4\n';

function written(name: string, contents: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

/** The message with the folder left out. */
function refusal(path: string): string {
  try {
    loadScenario(path);
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.replaceAll(`${folder}/`, '');
    throw error;
  }
  throw new Error('it was loaded');
}

it('loads a file under its name, with settings', () => {
  const scenario = loadScenario(written('orders.yaml', good), { set: ['servers=5'] });
  expect(scenario.name).toBe('orders');
  expect(scenario.stations.queue.servers).toBe(5);
});

it('puts the path before a mistake', () => {
  expect(refusal(written('bad.yaml', 'arrivals: 120/s\nservice: 20\nservers: 4'))).toMatch(
    /^bad\.yaml:2:10: "20" has no unit\n/,
  );
});

it('loads UTF-8 with a byte order mark and the line ends of Windows', () => {
  expect(loadScenario(written('windows.yaml', `\ufeff${good.replaceAll('\n', '\r\n')}`)).name).toBe(
    'windows',
  );
});

describe('what cannot be read', () => {
  it('a file that is not there, with the one that is', () => {
    written('email.yaml', good);
    expect(refusal(join(folder, 'emial.yaml'))).toBe(
      'emial.yaml: there is no such file\n  did you mean "email.yaml"?',
    );
    expect(refusal(join(folder, 'email'))).toBe('email: there is no such file\n  did you mean "email.yaml"?');
  });

  it('a folder', () => {
    mkdirSync(join(folder, 'inner'));
    expect(refusal(join(folder, 'inner'))).toBe(
      'inner: this is a folder\n  expected the path of one scenario file',
    );
  });

  it('a file in a file', () => {
    written('plain', good);
    expect(refusal(join(folder, 'plain', 'x.yaml'))).toBe(
      'plain/x.yaml: a part of this path is a file, not a folder',
    );
  });

  it('50 MB, which are not read', () => {
    const path = written('large.yaml', '');
    truncateSync(path, 50_000_000);
    expect(refusal(path)).toBe(
      'large.yaml: this file is too large to be a scenario (50000000 bytes)\n  expected at most 1048576 bytes',
    );
  });

  it.each([
    ['binary.yaml', Uint8Array.of(0x61, 0, 0x62), 'this is a binary file'],
    ['utf16.yaml', Uint8Array.of(0xff, 0xfe, 0x61, 0), 'this text is in UTF-16'],
    ['latin1.yaml', Uint8Array.of(0x61, 0x3a, 0x20, 0xe9), 'this is not UTF-8'],
  ])('%s', (name, bytes, message) => {
    expect(refusal(written(name, bytes))).toBe(`${name}: ${message}\n  expected text in UTF-8`);
  });

  it('nothing', () =>
    expect(refusal(written('empty.yaml', ''))).toMatch(/^empty\.yaml: there is no scenario in this file\n/));

  it.skipIf(process.platform === 'win32')('a pipe that nobody writes to', () => {
    const path = join(folder, 'pipe.yaml');
    execFileSync('mkfifo', [path]);
    expect(refusal(path)).toBe(
      'pipe.yaml: this is not a regular file\n  expected the path of one scenario file',
    );
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a file of others', () => {
    const path = written('secret.yaml', good);
    chmodSync(path, 0);
    expect(refusal(path)).toBe('secret.yaml: there is no permission to read this file');
  });
});
