import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, scratch, sojourn } from './sojourn.js';

/** The commands of the chapter that starts from people's questions: a table of questions and commands. */
const chapter = readFileSync(join(root, 'README.md'), 'utf8')
  .split('\n## ')
  .find(part => part.startsWith('What people ask'));
const commands = [...(chapter ?? '').matchAll(/\| `sojourn (.*)` \|/g)].map(([, command]) => command);

/** Words as a shell splits them: quotes hold them together. */
const words = (command: string): string[] =>
  [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);

test('the chapter has its questions', () => {
  expect(commands.length).toBeGreaterThan(15);
});

/** Only what a run simulates is cut short: the answer is there, if a wide one. */
const short = [
  '--set',
  'run.precision=10%',
  '--set',
  'run.maxCustomers=300000',
  '--engines',
  'theory,simulation',
];

describe('what the README says to type', () => {
  test.each(commands)('sojourn %s', async command => {
    const [verb, ...rest] = words(command).map(word =>
      word.startsWith('scenarios/') ? join(root, word) : word,
    );
    const more = verb === 'run' ? [...short, '--no-report'] : [];
    const { code, stdout, stderr } = await sojourn([verb, ...rest, ...more], { cwd: scratch() });
    expect({ code, stderr: stderr.match(/^(sojourn: .*|\s+at )/m)?.[0] }).toEqual({
      code: 0,
      stderr: undefined,
    });
    expect(stdout.length).toBeGreaterThan(200);
  });
});
