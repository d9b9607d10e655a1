// What the matrix of real queues consists of: groups of rows, each with the margins that 19 cells of 20 must keep.
import { createHash } from 'node:crypto';
import { brokerSettings } from '../../../dist/scenario/brokers.js';

const laws = {
  exponential: 'exponential, mean',
  deterministic: 'deterministic, value',
  lognormal: 'lognormal, scv: 2, mean',
};
const all = { load: [0.5, 0.7, 0.85], consumers: [1, 2, 4, 8], law: Object.keys(laws) };
const some = { load: [0.7], consumers: [1, 2, 4], law: ['exponential'] };
const margins = { meanSojourn: 0.03, meanWait: 0.02, p50Sojourn: 0.05, p90Sojourn: 0.03, p99Sojourn: 0.04 };

/** What binds messages to consumers ahead of their work, and so has a twin of its own. */
const ahead = ['prefetch', 'credit', 'batch'];

export const groups = {
  matrix: {
    title: 'services of 10 ms, `virtual`',
    milliseconds: 10,
    service: 'virtual',
    margins,
    cells: broker => crossed({ broker: [broker], ...all }),
  },
  five: {
    title: 'services of 5 ms, `virtual`',
    milliseconds: 5,
    service: 'virtual',
    margins: { meanSojourn: 0.06 },
    cells: broker => crossed({ broker: [broker], ...some }),
  },
  natural: {
    title: 'services of 10 ms, `natural`; the twin has each service longer by the mean overhead',
    milliseconds: 10,
    service: 'natural',
    margins: { meanSojourn: 0.06 },
    cells: broker => crossed({ broker: [broker], ...some }),
  },
  prefetch: {
    title: `services of 10 ms, \`virtual\`, messages bound to consumers ahead (${ahead.join(', ')})`,
    milliseconds: 10,
    service: 'virtual',
    margins: { meanSojourn: 0.04 },
    cells: broker =>
      ahead
        .filter(name => brokerSettings[broker].includes(name))
        .flatMap(name =>
          [1, 2, 4].flatMap(n =>
            crossed({ broker: [broker], setting: [`${name}: ${n}`], ...some, consumers: [2, 4] }),
          ),
        ),
  },
};

function crossed(choices) {
  return Object.entries(choices).reduce(
    (cells, [name, values]) => cells.flatMap(cell => values.map(value => ({ ...cell, [name]: value }))),
    [{}],
  );
}

export const keyOf = ({ group, broker, setting = '', load, consumers, law }) =>
  [group, broker, setting, load, consumers, law].filter(part => part !== '').join(' ');

/** In the order of the table. */
export const cellsOf = (names, brokers) =>
  names.flatMap(group =>
    brokers.flatMap(broker => groups[group].cells(broker).map(cell => ({ group, ...cell }))),
  );

/** In the order of measuring: each queue's cells shuffled, always alike, and the queues in turn; so a part is a fair sample. */
export function interleaved(cells) {
  const hash = cell => createHash('sha256').update(keyOf(cell)).digest('hex');
  const seen = new Map();
  return cells
    .map(cell => ({ cell, hash: hash(cell) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ cell }) => {
      const turn = seen.get(cell.broker) ?? 0;
      seen.set(cell.broker, turn + 1);
      return { cell, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ cell }) => cell);
}

const leastMessages = 1000;

/** @param seconds about how long the messages take to send */
export function scenarioText({ group, broker, setting, load, consumers, law }, seconds, seed) {
  const { milliseconds, service } = groups[group];
  const rate = (1000 * load * consumers) / milliseconds;
  const messages = Math.max(leastMessages, Math.round(rate * seconds));
  const live = [`broker: ${broker}`, setting, `messages: ${messages}`, `service: ${service}`];
  return `
name: live-matrix
arrivals: ${rate}/s
service: { distribution: ${laws[law]}: ${milliseconds}ms }
servers: ${consumers}
live: { ${live.filter(Boolean).join(', ')} }
run: { seed: ${seed} }
`;
}
