import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { processes } from '../../src/arrivals/index.js';
import { families } from '../../src/distributions/index.js';
import { jsonSchema } from '../../src/scenario/schema.js';
import { parseSource } from '../../src/scenario/source.js';
import { misfits } from './validate.js';

const folder = fileURLToPath(new URL('../../scenarios/', import.meta.url));
const schema = jsonSchema();
const fits = (text: string) => misfits(parseSource(text).value, schema, schema);

// `npm run schema` writes the file anew.
it('is the one committed beside the scenarios', async () => {
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`${folder}scenario.schema.json`);
});

describe('every scenario fits', () => {
  it.each(readdirSync(folder).filter(name => name.endsWith('.yaml')))('%s', name => {
    const text = readFileSync(folder + name, 'utf8');
    expect(fits(text)).toEqual([]);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=scenario.schema.json');
  });
});

const station = 'servers: 1\nservice: 1s\n';

describe('what is wrong does not fit', () => {
  it.each([
    ['an unknown key', `arrivals: 1/s\n${station}servres: 2`],
    ['a missing unit', `arrivals: 100\n${station}`],
    ['a rate for a duration', 'arrivals: 1/s\nservers: 1\nservice: 20/s'],
    [
      'an unknown distribution',
      'arrivals: 1/s\nservers: 1\nservice: { distribution: lognormall, mean: 1s, scv: 2 }',
    ],
    [
      'a parameter of another distribution',
      'arrivals: 1/s\nservers: 1\nservice: { distribution: exponential, mean: 1s, k: 2 }',
    ],
    ['half of the parameters', 'arrivals: 1/s\nservers: 1\nservice: { distribution: erlang, mean: 1s }'],
    ['an unknown process', `arrivals: { process: poison, rate: 1/s }\n${station}`],
    ['half a server', 'arrivals: 1/s\nservers: 0.5\nservice: 1s'],
    ['an unknown broker', `arrivals: 1/s\n${station}live: { broker: kafka }`],
    ['no list', `arrivals: 1/s\n${station}thresholds: loss < 1%`],
    ['a name of nothing', `classes: { "": { arrivals: 1/s } }\n${station}`],
  ])('%s', (_, text) => expect(fits(text)).not.toEqual([]));
});

describe('it knows each', () => {
  const definitions = schema.definitions as Record<
    string,
    { anyOf: { properties?: Record<string, { const?: string }> }[] }
  >;
  const known = (definition: string, key: string) =>
    Object.fromEntries(
      definitions[definition].anyOf.flatMap(({ properties }) => {
        const name = properties?.[key]?.const;
        return name === undefined
          ? []
          : [
              [
                name,
                Object.keys(properties ?? {})
                  .filter(one => one !== key)
                  .sort(),
              ],
            ];
      }),
    );
  const declared = (kinds: Readonly<Record<string, { parameters: object }>>) =>
    Object.fromEntries(
      Object.entries(kinds).map(([name, { parameters }]) => [name, Object.keys(parameters).sort()]),
    );

  it('distribution with its parameters', () =>
    expect(known('distribution', 'distribution')).toEqual(declared(families)));
  it('arrival process with its parameters', () =>
    expect(known('arrivals', 'process')).toEqual(declared(processes)));
});
