import { expect, test } from 'vitest';
import { decodeMessages, encodeMessages } from '../../src/measurement/messages.js';
import type { Observations } from '../../src/measurement/observation.js';

const column = (...values: number[]) => Float64Array.from(values);
const none = Number.NaN;

const observations: Observations = {
  count: 3,
  intended: column(0, 0.1, 0.1),
  service: column(0.02, 0.03, 0),
  sent: column(0.001, 0.1, none),
  received: column(0.002, none, none),
  started: column(0.002, none, none),
  finished: column(0.022, none, none),
  acknowledged: column(0.023, none, none),
  consumer: Int32Array.of(1, -1, -1),
};

test('a row for each message; what was not seen is left out', () => {
  const rows = encodeMessages(observations).trimEnd().split('\n');
  expect(rows.map(row => JSON.parse(row))).toEqual([
    {
      message: 0,
      intended: 0,
      service: 0.02,
      sent: 0.001,
      received: 0.002,
      started: 0.002,
      finished: 0.022,
      acknowledged: 0.023,
      consumer: 1,
    },
    { message: 1, intended: 0.1, service: 0.03, sent: 0.1 },
    { message: 2, intended: 0.1, service: 0 },
  ]);
});

test('when a message was fetched is told where it then waited for others', () => {
  const lines = encodeMessages({ ...observations, fetched: column(0.0015, none, none) }).split('\n');
  expect(JSON.parse(lines[0])).toMatchObject({ fetched: 0.0015, received: 0.002 });
  expect(encodeMessages({ ...observations, fetched: observations.received })).toBe(
    encodeMessages(observations),
  );
});

test('a message of a client names it and its thinking; one that no client has sent is no row', () => {
  const ofClients: Observations = {
    ...observations,
    intended: column(0, 0.1, none),
    clients: {
      client: Int32Array.of(4, 0, -1),
      think: column(0.5, 0.25, none),
      heard: column(none, none, none),
    },
  };
  const rows = encodeMessages(ofClients).trimEnd().split('\n');
  expect(rows.map(row => JSON.parse(row))).toMatchObject([
    { message: 0, client: 4, think: 0.5 },
    { message: 1, client: 0, think: 0.25 },
  ]);
});

test('what was written is read back to the bit', () => {
  expect(decodeMessages(encodeMessages(observations))).toEqual({
    intended: observations.intended,
    services: observations.service,
  });
});

test('every bad row is told by its line', () => {
  const text = [
    '{"intended":1,"service":0.1}',
    'intended,service',
    '{"intended":2}',
    '{"intended":-1,"service":0.1}',
    '',
    '{"intended":0.5,"service":0.1}',
    '{"intended":3,"service":"fast"}',
    '[3]',
  ].join('\n');
  expect(decodeMessages(text)).toEqual({
    bad: [
      { line: 2, problem: 'not a JSON object' },
      { line: 3, problem: '"service" is missing; expected seconds, 0 or more' },
      { line: 4, problem: '"intended" is -1; expected seconds, 0 or more' },
      {
        line: 6,
        problem: '"intended" is 0.5, before the 1 of the message above; expected them in order',
      },
      { line: 7, problem: '"service" is "fast"; expected seconds, 0 or more' },
      { line: 8, problem: '"intended" is missing; expected seconds, 0 or more' },
    ],
  });
  expect(decodeMessages('\n')).toEqual({ bad: [{ line: 1, problem: 'the file holds no message' }] });
});
