import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { redact } from '../../src/cli/output.js';
import { scratch, sojourn } from './sojourn.js';

describe('the command line', () => {
  test('--help names the verbs and the exit codes', async () => {
    const { code, stdout, stderr } = await sojourn(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const word of ['run <scenario..>', 'check <scenario..>', '130 interrupted'])
      expect(stdout).toContain(word);
  });

  test('--version prints the version of the package', async () => {
    const { stdout } = await sojourn(['--version']);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each([
    ['no verb', [], /which verb/],
    ['a verb that is none', ['rnu'], /run/],
    ['no scenario', ['run'], /scenario/],
  ])('%s is a usage error, in one message', async (_, args, message) => {
    const { code, stdout, stderr } = await sojourn(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.match(/sojourn: /g)).toHaveLength(1);
  });

  test('passwords are taken out of whatever is said', () => {
    expect(redact('cannot reach redis://user:secret@127.0.0.1:6379/0 now')).toBe(
      'cannot reach redis://***@127.0.0.1:6379/0 now',
    );
    expect(redact('rediss://:p%40ss@host')).toBe('rediss://***@host');
    expect(redact('mail me@example.org')).toBe('mail me@example.org');
  });
});

describe('sojourn check', () => {
  const good = 'arrivals: 70/s\nservice: 20ms\nservers: 2\n';

  test('names the model and the load of a valid scenario', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'good.yaml'), good);
    const { code, stdout } = await sojourn(['check', 'good.yaml'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/good\.yaml: valid.*M\/M\/2.*70 %/);
  });

  test('reports every mistake of every file, and still the valid ones', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'good.yaml'), good);
    writeFileSync(join(folder, 'bad.yaml'), 'arrivals: 70\nservice: 20mss\nsevers: 2\n');
    const { code, stdout, stderr } = await sojourn(['check', 'bad.yaml', 'good.yaml'], { cwd: folder });
    expect(code).toBe(2);
    expect(stdout).toContain('good.yaml: valid');
    expect(stderr).toMatch(
      /bad\.yaml:1:11[\s\S]*bad\.yaml:2:10[\s\S]*bad\.yaml:3:1[\s\S]*did you mean "servers"/,
    );
  });

  test('says of an overloaded queue that it grows, of one that turns customers away that it does not', async () => {
    const folder = scratch();
    const overloaded = 'arrivals: 150/s\nservice: 20ms\nservers: 2\n';
    writeFileSync(join(folder, 'grows.yaml'), overloaded);
    writeFileSync(join(folder, 'limited.yaml'), `${overloaded}capacity: 10\n`);
    const { stdout } = await sojourn(['check', 'grows.yaml', 'limited.yaml'], { cwd: folder });
    expect(stdout).toMatch(/grows\.yaml: .*150 %, which it cannot serve\nlimited\.yaml: .*150 %\n/);
  });

  test('--json holds the same', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'good.yaml'), good);
    writeFileSync(join(folder, 'bad.yaml'), 'arrivals: 70\n');
    const { code, stdout } = await sojourn(['check', 'good.yaml', 'bad.yaml', '--json'], { cwd: folder });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 1,
      files: [
        {
          file: 'good.yaml',
          valid: true,
          name: 'good',
          stations: [{ station: 'queue', model: 'M/M/2', utilisation: expect.closeTo(0.7, 12) }],
        },
        {
          file: 'bad.yaml',
          valid: false,
          mistakes: [
            { line: 1, column: 1 },
            { line: 1, column: 1 },
            { line: 1, column: 11 },
          ],
        },
      ],
    });
  });

  test.each([
    ['an empty file', (path: string) => writeFileSync(path, ''), /no scenario in this file/],
    ['no YAML', (path: string) => writeFileSync(path, 'a: [1, 2\nb: }{'), /:\d+:\d+: /],
    ['a folder', (path: string) => mkdirSync(path), /folder/],
    ['50 MB', (path: string) => writeFileSync(path, Buffer.alloc(50e6, 32)), /MB|MiB|large/],
    ['nothing', () => {}, /no such file/],
    [
      'a negative rate',
      (path: string) => writeFileSync(path, 'arrivals: -3/s\nservice: 20ms\n'),
      /:1:11: .*\n.*\n.*\^\n.*expected/,
    ],
    ['a wrong unit', (path: string) => writeFileSync(path, 'arrivals: 3/s\nservice: 20/s\n'), /:2:10: /],
    ['a missing unit', (path: string) => writeFileSync(path, 'arrivals: 3/s\nservice: 20\n'), /unit/],
  ])('%s is refused in one clear message', async (_, make, message) => {
    const path = join(scratch(), 'x.yaml');
    make(path);
    const { code, stdout, stderr } = await sojourn(['check', path]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
